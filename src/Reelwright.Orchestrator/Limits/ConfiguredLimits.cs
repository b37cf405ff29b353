using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Reelwright.Engine.Store;
using Reelwright.Orchestrator.Health;
using Reelwright.Orchestrator.Services;

namespace Reelwright.Orchestrator.Limits;

/// <summary>
/// Writes the limits that this node's configuration names into the database when the node starts. The database's value holds for all
/// nodes; what is not configured stays as it is there.
/// </summary>
internal sealed partial class ConfiguredLimits(IEnumerable<ServiceClient> services, IJobStore store, TimeProvider time, ILogger<ConfiguredLimits> logger) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(2);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        foreach (var service in services)
        {
            if (service.MaxInFlight is { } limit)
            {
                await SetAsync(service.Service, limit, stoppingToken);
            }
        }
    }

    private async Task SetAsync(string service, int limit, CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await store.SetLimitAsync(service, limit, stoppingToken);
                Log.Limited(logger, service, limit);
                return;
            }
            catch (Exception exception) when (DatabaseUnavailableFilter.IsCausedBy(exception))
            {
                await Task.Delay(Pause, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Information, Message = "Of {Service}, at most {Limit} calls are in flight at once, over all nodes")]
        public static partial void Limited(ILogger logger, string service, int limit);
    }
}
