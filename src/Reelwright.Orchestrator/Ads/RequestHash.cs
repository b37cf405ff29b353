using System.Security.Cryptography;
using System.Text.Json;
using Reelwright.Contracts.Ads;
using Reelwright.Contracts.Json;

namespace Reelwright.Orchestrator.Ads;

/// <summary>
/// Equal requests have equal hashes: members have a fixed order and defaults are filled in, and metadata is sorted here.
/// </summary>
internal static class RequestHash
{
    public static string Of(GenerateAdRequest request)
    {
        var canonical = request with { Metadata = new SortedDictionary<string, string>(request.Metadata!.ToDictionary(), StringComparer.Ordinal) };
        return Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(canonical, WireJson.Wire.GenerateAdRequest)));
    }
}
