namespace Reelwright.Orchestrator.Tests;

/// <summary>A clock on which every second lasts ten milliseconds.</summary>
internal sealed class RushedTime : TimeProvider
{
    private const int Rush = 100;

    public override long TimestampFrequency => System.TimestampFrequency / Rush;

    public override long GetTimestamp() => System.GetTimestamp();

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        System.CreateTimer(callback, state, Faster(dueTime), Faster(period));

    private static TimeSpan Faster(TimeSpan time) => time > TimeSpan.Zero ? time / Rush : time;
}
