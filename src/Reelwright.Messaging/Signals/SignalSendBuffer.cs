using Reelwright.Engine.Jobs;

namespace Reelwright.Messaging.Signals;

/// <summary>
/// The rings that wait to be sent. It takes them only while there is somebody to send them, and never more than a bounded number: what does not fit is
/// dropped, because a doorbell is never the truth.
/// </summary>
internal sealed class SignalSendBuffer(TimeProvider time)
{
    /// <summary>Of each kind.</summary>
    public const int MostRings = 10_000;

    /// <summary>Rings of the ready bell in one batch, each of which is a message of its own.</summary>
    public const int MostReadyAtOnce = 64;

    // Many steps of a job, and of many jobs, become one message.
    private static readonly TimeSpan ProgressPatience = TimeSpan.FromMilliseconds(50);

    private readonly Lock gate = new();
    private HashSet<JobId> cancelled = [];
    private HashSet<JobId> progressed = [];
    private TaskCompletionSource something = Bell();
    private TaskCompletionSource urgent = Bell();
    private bool takesReady;
    private bool takesNews;
    private int ready;
    private int dropped;

    /// <summary>Whether somebody sends.</summary>
    public bool IsOpen { get; private set; }

    public void Open(bool forReady, bool forNews)
    {
        lock (gate)
        {
            (IsOpen, takesReady, takesNews) = (true, forReady, forNews);
        }
    }

    /// <summary>Returns the rings of the ready bell that nobody will send now; the rest is forgotten.</summary>
    public int Close()
    {
        lock (gate)
        {
            (IsOpen, takesReady, takesNews) = (false, false, false);
            var left = ready;
            (ready, dropped) = (0, 0);
            (cancelled, progressed) = ([], []);
            return left;
        }
    }

    /// <summary>False when nobody would send it.</summary>
    public bool TryAddReady()
    {
        lock (gate)
        {
            if (takesReady)
            {
                if (ready < MostRings)
                {
                    ready++;
                }
                else
                {
                    dropped++;
                }

                Wake(atOnce: true);
            }

            return takesReady;
        }
    }

    public void AddCancelled(JobId job) => Add(ref cancelled, job, atOnce: true);

    public void AddProgressed(JobId job) => Add(ref progressed, job, atOnce: false);

    /// <summary>Completes with what there is to send: at once when that is urgent, else after a moment in which more may come.</summary>
    public async Task<Batch> TakeAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            var (any, soon) = Bells();
            await any.WaitAsync(cancellationToken);
            await Task.WhenAny(soon, Task.Delay(ProgressPatience, time, cancellationToken));
            cancellationToken.ThrowIfCancellationRequested();
            if (Take() is { IsEmpty: false } batch)
            {
                return batch;
            }
        }
    }

    /// <summary>What there is at this moment.</summary>
    public Batch Take()
    {
        lock (gate)
        {
            var batch = new Batch(Math.Min(ready, MostReadyAtOnce), cancelled, progressed, dropped);
            (ready, dropped) = (ready - batch.Ready, 0);
            (cancelled, progressed) = ([], []);
            (something, urgent) = (Bell(), Bell());
            if (ready > 0)
            {
                Wake(atOnce: true);
            }

            return batch;
        }
    }

    private static TaskCompletionSource Bell() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    private (Task Any, Task Soon) Bells()
    {
        lock (gate)
        {
            return (something.Task, urgent.Task);
        }
    }

    private void Add(ref HashSet<JobId> jobs, JobId job, bool atOnce)
    {
        lock (gate)
        {
            if (takesNews)
            {
                if (jobs.Count < MostRings)
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
        something.TrySetResult();
        if (atOnce)
        {
            urgent.TrySetResult();
        }
    }
}

/// <summary>Rings that are sent together.</summary>
/// <param name="Ready">How often the ready bell rang.</param>
/// <param name="Dropped">Rings of any kind that did not fit since the last batch.</param>
internal sealed record Batch(int Ready, IReadOnlyCollection<JobId> Cancelled, IReadOnlyCollection<JobId> Progressed, int Dropped)
{
    public bool IsEmpty => Ready == 0 && Cancelled.Count == 0 && Progressed.Count == 0;
}
