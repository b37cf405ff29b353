using System.Collections.Concurrent;
using System.Threading.Channels;
using Reelwright.Engine.Jobs;

namespace Reelwright.Engine.Signals;

/// <summary>
/// The signals of this node: a job is ready, a cancel was requested, a job made progress. They come from <see cref="IClusterSignals"/>,
/// and from the node itself where no other node is concerned.
/// </summary>
public sealed class JobSignals
{
    private readonly Channel<bool> ready = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
    private readonly ConcurrentDictionary<JobId, ConcurrentDictionary<SemaphoreSlim, bool>> watchers = new();
    private long rung;
    private long heard;
    private long answered;
    private volatile bool lookForAny;

    /// <summary>Raised for a job whose cancel was requested.</summary>
    public event Action<JobId>? CancelRequested;

    /// <summary>
    /// Raised after each turn of claiming: the signals up to <see cref="Answered"/> have been acted on, and the node's room may have
    /// changed. Handlers must return at once.
    /// </summary>
    public event Action? TurnEnded;

    /// <summary>Number of the last signal whose turn of claiming has ended.</summary>
    public long Answered => Interlocked.Read(ref answered);

    /// <summary>Signals whose turn has not ended yet. Their room is reserved.</summary>
    public int Pending => (int)Math.Max(0, Interlocked.Read(ref rung) - Answered);

    /// <summary>One more job may be ready, or there is room for one more. Returns the number of this signal.</summary>
    public long SignalReady()
    {
        var ring = Interlocked.Increment(ref rung);
        ready.Writer.TryWrite(true);
        return ring;
    }

    /// <summary>Any number of jobs may be ready.</summary>
    public void RequestPoll()
    {
        lookForAny = true;
        ready.Writer.TryWrite(true);
    }

    public void SignalCancel(JobId job) => CancelRequested?.Invoke(job);

    public void SignalProgress(JobId job)
    {
        if (watchers.TryGetValue(job, out var waiting))
        {
            foreach (var watcher in waiting.Keys)
            {
                if (watcher.CurrentCount == 0)
                {
                    watcher.Release();
                }
            }
        }
    }

    /// <summary>
    /// Completes when jobs may be ready, with the number of signals since the last time. The result is null when it is time to look for
    /// any job: on request, or after <paramref name="atMost"/>. The next wait acknowledges all signals that were returned so far.
    /// </summary>
    public async Task<int?> WaitReadyAsync(TimeSpan atMost, TimeProvider time, CancellationToken cancellationToken)
    {
        Interlocked.Exchange(ref answered, heard);
        TurnEnded?.Invoke();

        using var timeout = new CancellationTokenSource(atMost, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, cancellationToken);
        try
        {
            await ready.Reader.ReadAsync(either.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            // The poll runs beneath all signals.
        }

        var rings = (int)(Interlocked.Read(ref rung) - heard);
        heard += rings;
        if (rings > 0 && !lookForAny)
        {
            return rings;
        }

        lookForAny = false;
        return null;
    }

    /// <summary>A semaphore that is released when the job makes progress, until <see cref="Unwatch"/>.</summary>
    public SemaphoreSlim Watch(JobId job)
    {
        var watcher = new SemaphoreSlim(0);
        watchers.GetOrAdd(job, _ => new()).TryAdd(watcher, true);
        return watcher;
    }

    public void Unwatch(JobId job, SemaphoreSlim watcher)
    {
        if (watchers.TryGetValue(job, out var waiting))
        {
            waiting.TryRemove(watcher, out _);
            if (waiting.IsEmpty)
            {
                watchers.TryRemove(new(job, waiting));
            }
        }
    }
}
