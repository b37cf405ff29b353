using System.Threading.Channels;
using Microsoft.Extensions.Logging;
using Reelwright.Engine.Jobs;

namespace Reelwright.Storage.Postgres.Writing;

/// <summary>
/// The node's one writer: verbs that arrive while a batch is on its way share the next one (group commit). When the database is away it
/// retries until the
/// database is back, and repeats the writes without an answer. A batch that is refused is split until the write that spoils it is alone.
/// </summary>
internal sealed partial class PostgresWriter : IAsyncDisposable
{
    private const int LargestBatch = 256;
    private const int MostCollisions = 5;

    private static readonly TimeSpan ShortestPause = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(1);

    private readonly WriterSession session;
    private readonly TimeProvider time;
    private readonly ILogger log;
    private readonly Channel<Write> queue = Channel.CreateBounded<Write>(new BoundedChannelOptions(8192) { SingleReader = true });
    private readonly CancellationTokenSource stopping = new();
    private readonly Task loop;
    private bool isDisposed;

    public PostgresWriter(WriterSession session, TimeProvider time, ILogger log)
    {
        this.session = session;
        this.time = time;
        this.log = log;
        loop = Task.Run(RunAsync);
    }

    /// <summary>Completes when the write is durable, however long that takes. Once queued, it is not taken back.</summary>
    public async Task<T> WriteAsync<T>(Write<T> write, CancellationToken cancellationToken)
    {
        await queue.Writer.WriteAsync(write, cancellationToken);
        return await write.Completion;
    }

    /// <summary>For users, who do not wait for a database that is away.</summary>
    /// <exception cref="DatabaseUnavailableException">It was not written while the database answered, or its answer was lost.</exception>
    public async Task<T> WriteWithinAsync<T>(Write<T> write, DatabasePulse pulse, CancellationToken cancellationToken)
    {
        try
        {
            return await pulse.WaitAsync(WriteAsync(write, cancellationToken), cancellationToken);
        }
        catch (TimeoutException timeout)
        {
            write.Withdraw();
            throw new DatabaseUnavailableException("The database did not answer in time.", timeout);
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (isDisposed)
        {
            return;
        }

        isDisposed = true;
        queue.Writer.TryComplete();
        await stopping.CancelAsync();
        await loop;
        await session.DisposeAsync();
        stopping.Dispose();
    }

    private async Task RunAsync()
    {
        var group = new List<Write>(LargestBatch);
        var later = new Queue<Write>();
        while (later.Count > 0 || await queue.Reader.WaitToReadAsync())
        {
            Gather(group, later);
            await CommitAsync(group);
            group.Clear();
        }
    }

    /// <summary>Takes what is there, but of one job one step: the step that comes after it waits for the next batch.</summary>
    private void Gather(List<Write> group, Queue<Write> later)
    {
        var steps = new HashSet<JobId>();
        for (var waiting = later.Count; waiting > 0; waiting--)
        {
            Place(later.Dequeue());
        }

        while (group.Count < LargestBatch && queue.Reader.TryRead(out var write))
        {
            Place(write);
        }

        void Place(Write write)
        {
            if (group.Count < LargestBatch && (write is not StepWrite step || steps.Add(step.Job)))
            {
                group.Add(write);
            }
            else
            {
                later.Enqueue(write);
            }
        }
    }

    private async Task CommitAsync(List<Write> group)
    {
        var pause = ShortestPause;
        var since = time.GetTimestamp();
        var attempt = 0;
        while (true)
        {
            group.RemoveAll(write => write.IsWithdrawn);
            try
            {
                attempt++;
                await session.ExecuteAsync(group, stopping.Token);
                break;
            }
            catch (Exception exception)
            {
                var fault = PostgresFaults.Of(exception);
                if (fault is PostgresFault.Outage && !stopping.IsCancellationRequested)
                {
                    Log.Away(log, exception, attempt, time.GetElapsedTime(since));
                    await PauseAsync(pause);
                    pause = pause * 2 < LongestPause ? pause * 2 : LongestPause;
                }
                else if (fault is not PostgresFault.Collision || attempt > MostCollisions)
                {
                    await RefuseAsync(group, exception);
                    return;
                }
            }
        }

        session.Pulse.Beat();
        group.ForEach(write => write.Complete());
        if (attempt > 1)
        {
            Log.Back(log, attempt, time.GetElapsedTime(since));
        }
    }

    private async Task RefuseAsync(List<Write> group, Exception exception)
    {
        if (group.Count == 1 || stopping.IsCancellationRequested)
        {
            group.ForEach(write => write.Fail(exception));
            return;
        }

        var half = group.Count / 2;
        await CommitAsync(group[..half]);
        await CommitAsync(group[half..]);
    }

    private async Task PauseAsync(TimeSpan pause) =>
        await Task.Delay(pause * (0.5 + Random.Shared.NextDouble()), time, stopping.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);

    private static partial class Log
    {
        [LoggerMessage(51, LogLevel.Warning, "The database can't be written to (attempt {Attempt}, for {Duration}); trying again until it can.")]
        public static partial void Away(ILogger logger, Exception exception, int attempt, TimeSpan duration);

        [LoggerMessage(52, LogLevel.Information, "The database was written to at attempt {Attempt}, after {Duration}.")]
        public static partial void Back(ILogger logger, int attempt, TimeSpan duration);
    }
}
