using System.Collections.Concurrent;
using System.Threading.Channels;
using Reelwright.Engine.Jobs;

namespace Reelwright.Engine.Signals;

/// <summary>
/// The doorbells of this node: a job is ready, a job shall be cancelled, a job made progress. They are rung by <see cref="IClusterSignals"/>, and by
/// the node itself for what concerns no other.
/// </summary>
public sealed class JobSignals
{
    private readonly Channel<bool> ready = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
    private readonly ConcurrentDictionary<JobId, ConcurrentDictionary<SemaphoreSlim, bool>> watchers = new();
    private long rung;
    private long heard;
    private long answered;
    private volatile bool lookForAny;

    /// <summary>Raised for a job that shall be cancelled.</summary>
    public event Action<JobId>? CancelRequested;

    /// <summary>
    /// Raised after each turn of claiming: the rings up to <see cref="Answered"/> have had theirs, and the node's room may have changed. Whoever listens
    /// must not keep the claiming waiting.
    /// </summary>
    public event Action? TurnEnded;

    /// <summary>Number of the last ring whose turn of claiming has ended.</summary>
    public long Answered => Interlocked.Read(ref answered);

    /// <summary>Rings whose turn has yet to end: room that has been promised.</summary>
    public int Pending => (int)Math.Max(0, Interlocked.Read(ref rung) - Answered);

    /// <summary>One more job may be ready, or there is room for one more. Returns the number of this ring.</summary>
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
    /// Completes when jobs may be ready, with the number of rings since the last time; with null when it is time to look for any: told so, or after
    /// <paramref name="atMost"/>. To wait again is to say that all rings told of so far have been answered.
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
            // The poll beneath every doorbell.
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
