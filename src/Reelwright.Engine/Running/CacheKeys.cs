using System.Security.Cryptography;
using System.Text;
using Reelwright.Engine.Pipeline;

namespace Reelwright.Engine.Running;

/// <summary>What makes two calls the same: the service, who answers there, and the request to the letter.</summary>
internal static class CacheKeys
{
    public static string Of(PlannedCall planned, StageContext context) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{context.Stage.Service}\n{context.Traits.Identity}\n{planned.Request}")));
}
