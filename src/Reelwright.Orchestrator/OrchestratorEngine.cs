using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Reelwright.Engine;
using Reelwright.Engine.Leases;
using Reelwright.Engine.Running;
using Reelwright.Engine.Store;
using Reelwright.Hosting.Configuration;
using Reelwright.Orchestrator.Production;
using Reelwright.Storage.Postgres;
using Reelwright.Storage.Sqlite;

namespace Reelwright.Orchestrator;

/// <summary>The durable engine: store, lease, pipeline and the loops that drive them.</summary>
internal static class OrchestratorEngine
{
    public static IServiceCollection AddEngine(this IServiceCollection services)
    {
        services.AddValidatedOptions<EngineOptions>("Engine");
        services.AddValidatedOptions<DatabaseOptions>("Database");
        services.AddSingleton(OpenStore);
        services.AddSingleton(provider => (IJobReader)provider.GetRequiredService<IJobStore>());
        services.AddSingleton<NodeMembership>();
        services.AddSingleton(provider => AdPipeline.Create(provider.GetRequiredService<MediaReferences>()));
        services.AddSingleton<EngineContext>();
        services.AddSingleton<JobDispatcher>();
        services.AddHostedService(provider => provider.GetRequiredService<JobDispatcher>());
        return services;
    }

    private static IJobStore OpenStore(IServiceProvider provider)
    {
        var time = provider.GetRequiredService<TimeProvider>();
        return provider.GetRequiredService<IOptions<DatabaseOptions>>().Value.Url is { } url
            ? PostgresJobStore.Open(url, time, provider.GetRequiredService<ILogger<PostgresJobStore>>())
            : SqliteJobStore.Open(provider.GetRequiredService<IOptions<DataOptions>>().Value.PathOf("reelwright.db"), time);
    }
}
