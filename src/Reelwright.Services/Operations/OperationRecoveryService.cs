using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Reelwright.Services.Operations;

/// <summary>
/// Resumes at the start the operations that ran when the service ended. While it runs, it removes old answers and unused folders.
/// </summary>
internal sealed partial class OperationRecoveryService(
    OperationStore store, OperationRunner runner, WorkFolders folders, IOptions<OperationOptions> options, TimeProvider time, ILogger<OperationRecoveryService> logger)
    : BackgroundService
{
    private static readonly TimeSpan SaveEvery = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan SweepEvery = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan FoldersUntouchedFor = TimeSpan.FromHours(1);

    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        foreach (var record in await store.FindRunningAsync(cancellationToken))
        {
            _ = runner.Start(record, takenUp: true);
        }

        await base.StartAsync(cancellationToken);
    }

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        await runner.StopAsync(cancellationToken);
        await store.ReleaseAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(SaveEvery, time);
        var swept = time.GetTimestamp();
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await runner.SaveUnsavedAsync(stoppingToken);
                if (time.GetElapsedTime(swept) >= SweepEvery)
                {
                    await store.SweepAsync(options.Value.KeepFor, stoppingToken);
                    folders.Sweep(FoldersUntouchedFor);
                    swept = time.GetTimestamp();
                }
            }
            catch (Exception exception) when (!stoppingToken.IsCancellationRequested)
            {
                Log.NotKept(logger, exception);
            }
        }
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Error, Message = "Removing old answers and folders failed; it is tried again soon")]
        public static partial void NotKept(ILogger logger, Exception exception);
    }
}
