namespace Reelwright.Simulation.Scheduling;

/// <summary>A timer of the simulated time. When it is due its callback becomes ready, and runs when the scheduler chooses it.</summary>
internal sealed class SimTimer(SimScheduler scheduler, Actor actor, TimerCallback callback, object? state) : ITimer
{
    private TimeSpan period;
    private bool disposed;

    /// <summary>Number of the newest setting: an older one in the scheduler's queue is void.</summary>
    public long Setting { get; set; }

    public bool Change(TimeSpan dueTime, TimeSpan newPeriod)
    {
        if (disposed)
        {
            return false;
        }

        period = newPeriod;
        scheduler.Set(this, dueTime);
        return true;
    }

    public void Fire()
    {
        if (period > TimeSpan.Zero)
        {
            scheduler.Set(this, period);
        }

        scheduler.Enqueue(new WorkItem(actor, static timer => ((SimTimer)timer!).Call(), this, InContext: false));
    }

    public void Dispose()
    {
        disposed = true;
        scheduler.Set(this, Timeout.InfiniteTimeSpan);
    }

    public ValueTask DisposeAsync()
    {
        Dispose();
        return ValueTask.CompletedTask;
    }

    private void Call()
    {
        if (!disposed)
        {
            callback(state);
        }
    }
}
