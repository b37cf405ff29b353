using Microsoft.AspNetCore.Builder;
using Reelwright.Contracts.Services;
using Reelwright.Hosting.Configuration;
using Reelwright.Hosting.Media;
using Reelwright.Services;

namespace Reelwright.Composition;

/// <summary>The composition service as a host: <c>POST /compose</c>.</summary>
public static class CompositionHost
{
    internal static ServiceProfile Profile { get; } = new()
    {
        Host = new HostIdentity
        {
            Service = ServiceNames.Composition,
            Section = "Composition",
            DefaultPort = 8004,
            MaxBodyBytes = ServiceProfile.MaxBodyBytes,
            IsMicroservice = true,
        },
        Stage = "composition",
        Route = "/compose",
        DefaultConcurrency = Math.Max(1, Environment.ProcessorCount / 2),
    };

    /// <param name="settings">Win over the environment, by the same names.</param>
    public static WebApplication Create(IEnumerable<KeyValuePair<string, string?>>? settings = null)
    {
        var builder = ServiceHost.CreateBuilder(Profile, settings);
        builder.Services.AddComposition(builder.Configuration);
        builder.Services.AddRemoteClips();
        return builder.Build().MapService();
    }
}
