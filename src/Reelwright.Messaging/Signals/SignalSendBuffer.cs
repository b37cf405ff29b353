using Reelwright.Engine.Jobs;

namespace Reelwright.Messaging.Signals;

/// <summary>
/// The signals that wait to be sent. It accepts them only while a session sends them, and only a bounded number of each kind.
/// It drops the rest, because the database is the truth and the poll finds what a lost signal announced.
/// </summary>
internal sealed class SignalSendBuffer(TimeProvider time)
{
    /// <summary>Most signals of each kind.</summary>
    public const int MostSignals = 10_000;

    /// <summary>Most ready signals in one batch; each is a message of its own.</summary>
    public const int MostReadyAtOnce = 64;

    // Progress signals that come within this time share one message.
    private static readonly TimeSpan ProgressDelay = TimeSpan.FromMilliseconds(50);

    private readonly Lock gate = new();
    private HashSet<JobId> cancelled = [];
    private HashSet<JobId> progressed = [];
    private TaskCompletionSource any = NewWait();
    private TaskCompletionSource urgent = NewWait();
    private bool acceptsReady;
    private bool acceptsBroadcasts;
    private int ready;
    private int dropped;

    /// <summary>Whether a session sends.</summary>
    public bool IsOpen { get; private set; }

    public void Open(bool forReady, bool forBroadcasts)
    {
        lock (gate)
        {
            (IsOpen, acceptsReady, acceptsBroadcasts) = (true, forReady, forBroadcasts);
        }
    }

    /// <summary>Returns the number of ready signals that will not be sent, and forgets the rest.</summary>
    public int Close()
    {
        lock (gate)
        {
            (IsOpen, acceptsReady, acceptsBroadcasts) = (false, false, false);
            var left = ready;
            (ready, dropped) = (0, 0);
            (cancelled, progressed) = ([], []);
            return left;
        }
    }

    /// <summary>False when no session sends ready signals.</summary>
    public bool TryAddReady()
    {
        lock (gate)
        {
            if (acceptsReady)
            {
                if (ready < MostSignals)
                {
                    ready++;
                }
                else
                {
                    dropped++;
                }

                Wake(atOnce: true);
            }

            return acceptsReady;
        }
    }

    public void AddCancelled(JobId job) => Add(ref cancelled, job, atOnce: true);

    public void AddProgressed(JobId job) => Add(ref progressed, job, atOnce: false);

    /// <summary>
    /// Completes with what there is to send: ready signals and cancels at once, progress after a short delay that collects more.
    /// </summary>
    public async Task<Batch> TakeAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            var (first, soon) = Waits();
            await first.WaitAsync(cancellationToken);
            await Task.WhenAny(soon, Task.Delay(ProgressDelay, time, cancellationToken));
            cancellationToken.ThrowIfCancellationRequested();
            if (Take() is { IsEmpty: false } batch)
            {
                return batch;
            }
        }
    }

    /// <summary>Takes what there is at this moment.</summary>
    public Batch Take()
    {
        lock (gate)
        {
            var batch = new Batch(Math.Min(ready, MostReadyAtOnce), cancelled, progressed, dropped);
            (ready, dropped) = (ready - batch.Ready, 0);
            (cancelled, progressed) = ([], []);
            (any, urgent) = (NewWait(), NewWait());
            if (ready > 0)
            {
                Wake(atOnce: true);
            }

            return batch;
        }
    }

    private static TaskCompletionSource NewWait() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    private (Task First, Task Urgent) Waits()
    {
        lock (gate)
        {
            return (any.Task, urgent.Task);
        }
    }

    private void Add(ref HashSet<JobId> jobs, JobId job, bool atOnce)
    {
        lock (gate)
        {
            if (acceptsBroadcasts)
            {
                if (jobs.Count < MostSignals)
                {
                    jobs.Add(job);
                }
                else
                {
                    dropped++;
                }

                Wake(atOnce);
            }
        }
    }

    private void Wake(bool atOnce)
    {
        any.TrySetResult();
        if (atOnce)
        {
            urgent.TrySetResult();
        }
    }
}

/// <summary>Signals that are sent together.</summary>
/// <param name="Ready">Number of ready signals.</param>
/// <param name="Dropped">Signals of any kind that were dropped since the last batch.</param>
internal sealed record Batch(int Ready, IReadOnlyCollection<JobId> Cancelled, IReadOnlyCollection<JobId> Progressed, int Dropped)
{
    public bool IsEmpty => Ready == 0 && Cancelled.Count == 0 && Progressed.Count == 0;
}
