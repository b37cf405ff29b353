using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
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
        services.AddOptions<HostOptions>().PostConfigure<IOptions<EngineOptions>>((host, engine) => host.ShutdownTimeout = LongestHandOver(engine) + AfterHandOver);
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

    /// <summary>For the last writes, and for leaving.</summary>
    private static readonly TimeSpan AfterHandOver = TimeSpan.FromSeconds(22);

    private static TimeSpan LongestHandOver(IOptions<EngineOptions> options)
    {
        try
        {
            var engine = options.Value;
            return engine.ReleaseDoubtTimeout > engine.ReleaseTimeout ? engine.ReleaseDoubtTimeout : engine.ReleaseTimeout;
        }
        catch (OptionsValidationException)
        {
            // The start will say so; it does not come to a shutdown.
            return TimeSpan.Zero;
        }
    }

    private static IJobStore OpenStore(IServiceProvider provider)
    {
        var time = provider.GetRequiredService<TimeProvider>();
        var database = provider.GetRequiredService<IOptions<DatabaseOptions>>().Value;
        return database.Url is { } url
            ? PostgresJobStore.Open(url, time, provider.GetRequiredService<ILogger<PostgresJobStore>>(), database.Patience)
            : SqliteJobStore.Open(provider.GetRequiredService<IOptions<DataOptions>>().Value.PathOf(DatabaseOptions.FileName), time);
    }
}
