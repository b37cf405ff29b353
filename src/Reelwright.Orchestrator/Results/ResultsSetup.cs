using Microsoft.Extensions.DependencyInjection;

namespace Reelwright.Orchestrator.Results;

/// <summary>Registers what the calls on jobs need.</summary>
internal static class ResultsSetup
{
    public static IServiceCollection AddResults(this IServiceCollection services) => services
        .AddSingleton<MediaUrls>()
        .AddSingleton<JobWriter>()
        .AddSingleton<EventFeed>();
}
