namespace Reelwright.Simulation.Scheduling;

/// <summary>
/// Runs everything of a simulated world on one thread. Of the continuations that are ready it chooses the next one at random; when none is
/// ready, time moves to the next timer. The same seed makes the same choices.
/// </summary>
internal sealed class SimScheduler(ulong seed)
{
    private static readonly DateTimeOffset Start = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private readonly SimRandom random = new(seed);
    private readonly List<WorkItem> ready = [];
    private readonly PriorityQueue<(SimTimer Timer, long Setting), (long Due, long Order)> timers = new();
    private readonly int thread = Environment.CurrentManagedThreadId;
    private long settings;
    private int actors;

    public DateTimeOffset Now { get; private set; } = Start;

    public TimeSpan Elapsed => Now - Start;

    /// <summary>Continuations and timers that have run.</summary>
    public long Steps { get; private set; }

    /// <summary>A hash of everything that ran, in its order.</summary>
    public ulong Trace { get; private set; } = seed;

    /// <summary>A fault of the simulation itself; null when there is none.</summary>
    public Exception? Fault { get; private set; }

    public Actor NewActor(string name) => new(this, name, ++actors);

    public void Enqueue(WorkItem item)
    {
        if (Environment.CurrentManagedThreadId != thread)
        {
            Fault ??= new InvalidOperationException($"{item.Actor.Name} was resumed on a foreign thread: something left the simulation's scheduler.");
        }
        else if (!item.Actor.IsDead)
        {
            ready.Add(item);
        }
    }

    public void Watch(Task work)
    {
        if (work.IsFaulted)
        {
            Fault ??= work.Exception!.GetBaseException();
        }
        else if (!work.IsCompleted)
        {
            _ = WatchAsync(work);
        }
    }

    public void Set(SimTimer timer, TimeSpan due)
    {
        timer.Setting = ++settings;
        if (due != Timeout.InfiniteTimeSpan)
        {
            // A timer is never early and often a little late.
            var late = due > TimeSpan.Zero ? random.Below(4) * TimeSpan.TicksPerMillisecond : 0;
            timers.Enqueue((timer, timer.Setting), (Now.UtcTicks + due.Ticks + late, timer.Setting));
        }
    }

    /// <summary>Runs what happens up to a moment; false once a fault of the simulation was seen.</summary>
    public bool RunUntil(TimeSpan elapsed, long mostSteps)
    {
        var until = Start + elapsed;
        while (Fault is null && Steps < mostSteps)
        {
            if (ready.Count > 0)
            {
                RunOne();
            }
            else if (timers.TryPeek(out _, out var next) && next.Due <= until.UtcTicks)
            {
                Fire(next.Due);
            }
            else
            {
                Now = until > Now ? until : Now;
                return true;
            }
        }

        return Fault is null;
    }

    private void RunOne()
    {
        var chosen = random.Below(ready.Count);
        var item = ready[chosen];
        ready[chosen] = ready[^1];
        ready.RemoveAt(ready.Count - 1);
        if (item.Actor.IsDead)
        {
            return;
        }

        if (item.Actor.IsPaused)
        {
            item.Actor.Hold(item);
            return;
        }

        Steps++;
        Trace = (Trace ^ (ulong)item.Actor.Number ^ ((ulong)Now.UtcTicks << 8)) * 0x100000001B3;
        SynchronizationContext.SetSynchronizationContext(item.InContext ? item.Actor : null);
        try
        {
            item.Callback(item.State);
        }
        catch (Exception exception)
        {
            Fault ??= exception;
        }
        finally
        {
            SynchronizationContext.SetSynchronizationContext(null);
        }
    }

    private void Fire(long due)
    {
        if (due > Now.UtcTicks)
        {
            Now = new DateTimeOffset(due, TimeSpan.Zero);
        }

        while (timers.TryPeek(out var next, out var at) && at.Due <= due)
        {
            timers.Dequeue();
            if (next.Timer.Setting == next.Setting)
            {
                next.Timer.Fire();
            }
        }
    }

    private async Task WatchAsync(Task work)
    {
        try
        {
            await work;
        }
        catch (Exception exception)
        {
            Fault ??= exception;
        }
    }
}
