using System.Collections.Concurrent;
using System.Threading.Channels;
using Reelwright.Engine.Jobs;

namespace Reelwright.Engine.Signals;

/// <summary>
/// Doorbells within one process: a job is ready, a job shall be cancelled, a job made progress. A lost one costs latency and nothing else,
/// because whoever listens also looks into the database every second.
/// </summary>
public sealed class JobSignals
{
    private readonly Channel<bool> ready = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
    private readonly ConcurrentDictionary<JobId, ConcurrentDictionary<SemaphoreSlim, bool>> watchers = new();

    /// <summary>Raised for a job that shall be cancelled.</summary>
    public event Action<JobId>? CancelRequested;

    public void RingReady() => ready.Writer.TryWrite(true);

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

    /// <summary>Completes when a job may be ready, or after <paramref name="atMost"/>.</summary>
    public async Task WaitReadyAsync(TimeSpan atMost, TimeProvider time, CancellationToken cancellationToken)
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
