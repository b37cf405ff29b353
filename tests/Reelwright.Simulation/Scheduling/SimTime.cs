namespace Reelwright.Simulation.Scheduling;

/// <summary>The simulated time as one process sees it; its timers are due in that process.</summary>
internal sealed class SimTime(SimScheduler scheduler, Actor actor) : TimeProvider
{
    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override DateTimeOffset GetUtcNow() => scheduler.Now;

    public override long GetTimestamp() => scheduler.Now.UtcTicks;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new SimTimer(scheduler, actor, callback, state);
        timer.Change(dueTime, period);
        return timer;
    }

    /// <summary>Something that happens later, in the process of this time.</summary>
    public void After(TimeSpan wait, Action happens) => _ = new SimTimer(scheduler, actor, static action => ((Action)action!)(), happens).Change(wait, TimeSpan.Zero);
}
