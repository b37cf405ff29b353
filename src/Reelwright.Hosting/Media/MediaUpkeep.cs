using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Reelwright.MediaFiles;

namespace Reelwright.Hosting.Media;

/// <summary>Removes half-written files of killed processes from the media store, at the start and every ten minutes.</summary>
internal sealed partial class MediaUpkeep(IServiceProvider services, TimeProvider time, ILogger<MediaUpkeep> logger) : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan UntouchedFor = TimeSpan.FromHours(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Every, time);
        do
        {
            try
            {
                // Resolved here and not injected: the options are checked first, and an unwritable folder must not stop that check.
                if (await services.GetRequiredService<IMediaStore>().RemoveAbandonedAsync(
                    UntouchedFor, stoppingToken) is var removed and > 0)
                {
                    Log.Removed(logger, removed);
                }
            }
            catch (Exception exception) when (!stoppingToken.IsCancellationRequested)
            {
                Log.NotRemoved(logger, exception);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private static partial class Log
    {
        [LoggerMessage(
            Level = LogLevel.Information, Message = "Removed {Count} half-written files that a killed process left in the media store")]
        public static partial void Removed(ILogger logger, int count);

        [LoggerMessage(Level = LogLevel.Warning, Message = "The media store could not be swept; trying again in ten minutes")]
        public static partial void NotRemoved(ILogger logger, Exception exception);
    }
}
