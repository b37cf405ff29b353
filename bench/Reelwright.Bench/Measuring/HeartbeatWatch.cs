using Reelwright.Bench.Rig;

namespace Reelwright.Bench.Measuring;

/// <summary>
/// Reads the last heartbeat from the database again and again; none is missed, because each is written with its own time.
/// </summary>
internal sealed class HeartbeatWatch : IAsyncDisposable
{
    private static readonly TimeSpan Glance = TimeSpan.FromMilliseconds(250);
    private readonly CancellationTokenSource stopping = new();
    private readonly Task watching;
    private DateTimeOffset? last;

    private HeartbeatWatch(BenchDatabase database) => watching = WatchAsync(database);

    public TimeSpan LargestGap { get; private set; }

    public static HeartbeatWatch Start(BenchDatabase database) => new(database);

    public async ValueTask DisposeAsync()
    {
        await stopping.CancelAsync();
        await watching;
        stopping.Dispose();
    }

    private async Task WatchAsync(BenchDatabase database)
    {
        try
        {
            while (true)
            {
                var beat = (await database.HeartbeatsAsync(stopping.Token))[0];
                LargestGap = last is { } before && beat - before > LargestGap ? beat - before : LargestGap;
                last = beat;
                await Task.Delay(Glance, TimeProvider.System, stopping.Token);
            }
        }
        catch (OperationCanceledException)
        {
            // Enough seen.
        }
    }
}
