using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Reelwright.Hosting;
using Reelwright.Hosting.Configuration;
using Reelwright.Hosting.Media;
using Reelwright.Orchestrator.Health;
using Reelwright.Orchestrator.Services;

namespace Reelwright.Orchestrator;

/// <summary>The orchestrator as an HTTP host: request -> job -> stages -> services -> media -> result.</summary>
public static class OrchestratorHost
{
    public static HostIdentity Identity { get; } = new()
    {
        Service = "ai-video-orchestrator",
        Section = "Orchestrator",
        DefaultPort = 8000,
        MaxBodyBytes = 64 * 1024,
        IsMicroservice = false,
    };

    /// <param name="settings">Win over the environment.</param>
    /// <param name="checks">What else must work before this process is ready, such as the media tools of services in the same
    /// process.</param>
    public static WebApplication Create(
        IEnumerable<KeyValuePair<string, string?>>? settings = null, IEnumerable<ReadinessCheck>? checks = null)
    {
        var builder = ReelwrightHost.CreateBuilder(Identity, settings);
        builder.Services
            .AddSignals(builder.Configuration)
            .AddEngine()
            .AddServiceClients()
            .AddRemoteClips()
            .AddApi();
        foreach (var check in checks ?? [])
        {
            builder.Services.AddSingleton(check);
        }

        var app = builder.Build();
        app.UseReelwrightDefaults();
        app.MapCalls();
        return app;
    }
}
