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
    private int readyBells;
    private volatile bool lookForAny;

    /// <summary>Raised for a job that shall be cancelled.</summary>
    public event Action<JobId>? CancelRequested;

    /// <summary>One more job may be ready, or there is room for one more.</summary>
    public void RingReady()
    {
        Interlocked.Increment(ref readyBells);
        ready.Writer.TryWrite(true);
    }

    /// <summary>Any number of jobs may be ready.</summary>
    public void RingLook()
    {
        lookForAny = true;
        ready.Writer.TryWrite(true);
    }

    public void RingCancel(JobId job) => CancelRequested?.Invoke(job);

    public void RingProgress(JobId job)
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
    /// <paramref name="atMost"/>.
    /// </summary>
    public async Task<int?> WaitReadyAsync(TimeSpan atMost, TimeProvider time, CancellationToken cancellationToken)
    {
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

        var rings = Interlocked.Exchange(ref readyBells, 0);
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
