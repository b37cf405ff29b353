namespace Reelwright.Services.Tests.Running;

/// <summary>A clock that can be moved forward; its timers are the real ones.</summary>
internal sealed class ManualTime : TimeProvider
{
    public TimeSpan Ahead { get; set; }

    public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + Ahead;
}
