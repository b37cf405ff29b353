using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Reelwright.Hosting.Media;
using Reelwright.Orchestrator.Access;
using Reelwright.Orchestrator.Ads;
using Reelwright.Orchestrator.Health;
using Reelwright.Orchestrator.Limits;
using Reelwright.Orchestrator.OpenApi;
using Reelwright.Orchestrator.Results;

namespace Reelwright.Orchestrator;

/// <summary>Everything that the orchestrator answers over HTTP. It reads and writes jobs; what works on them is the engine's.</summary>
internal static class OrchestratorApi
{
    public static IServiceCollection AddApi(this IServiceCollection services) => services
        .AddAccess()
        .AddAds()
        .AddResults()
        .AddHealth()
        .AddApiDocument();

    public static void MapCalls(this WebApplication app)
    {
        app.UseCors();
        app.MapHealth();
        app.MapApiDocument();
        app.MapMediaFiles();
        app.MapApi()
            .MapAds()
            .MapJobs()
            .MapJobEvents()
            .MapJobChanges()
            .MapLimits();
    }
}
