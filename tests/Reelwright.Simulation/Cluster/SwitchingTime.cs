namespace Reelwright.Simulation.Cluster;

/// <summary>The time of whichever world uses the store now.</summary>
internal sealed class SwitchingTime : TimeProvider
{
    public TimeProvider Current { get; set; } = System;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override DateTimeOffset GetUtcNow() => Current.GetUtcNow();

    public override long GetTimestamp() => GetUtcNow().UtcTicks;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        Current.CreateTimer(callback, state, dueTime, period);
}
