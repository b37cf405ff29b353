using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Reelwright.Engine;
using Reelwright.Engine.Leases;
using Reelwright.Engine.Running;
using Reelwright.Engine.Store;
using Reelwright.Hosting.Configuration;
using Reelwright.Orchestrator.Production;
using Reelwright.Storage.Sqlite;

namespace Reelwright.Orchestrator;

/// <summary>The durable engine: store, lease, pipeline and the loops that drive them.</summary>
internal static class OrchestratorEngine
{
    public static IServiceCollection AddEngine(this IServiceCollection services)
    {
        services.AddValidatedOptions<EngineOptions>("Engine");
        services.AddSingleton(provider => SqliteJobStore.Open(
            provider.GetRequiredService<IOptions<DataOptions>>().Value.PathOf("reelwright.db"), provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton<IJobStore>(provider => provider.GetRequiredService<SqliteJobStore>());
        services.AddSingleton<IJobReader>(provider => provider.GetRequiredService<SqliteJobStore>());
        services.AddSingleton<NodeMembership>();
        services.AddSingleton(provider => AdPipeline.Create(provider.GetRequiredService<MediaReferences>()));
        services.AddSingleton<EngineContext>();
        services.AddSingleton<JobDispatcher>();
        services.AddHostedService(provider => provider.GetRequiredService<JobDispatcher>());
        return services;
    }
}
