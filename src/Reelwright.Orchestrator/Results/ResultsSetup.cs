using Microsoft.Extensions.DependencyInjection;
using Reelwright.Orchestrator.Production;

namespace Reelwright.Orchestrator.Results;

/// <summary>Registers what the calls on jobs need.</summary>
internal static class ResultsSetup
{
    public static IServiceCollection AddResults(this IServiceCollection services) => services
        .AddSingleton<MediaReferences>()
        .AddSingleton<MediaUrls>()
        .AddSingleton<JobWriter>()
        .AddSingleton<EventFeed>();
}
