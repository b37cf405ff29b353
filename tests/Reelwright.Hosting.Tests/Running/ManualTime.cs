namespace Reelwright.Hosting.Tests.Running;

/// <summary>A clock that stands still until it is moved. Its timers never fire; tests that wait use the real clock.</summary>
internal sealed class ManualTime(DateTimeOffset now) : TimeProvider
{
    public DateTimeOffset Now { get; set; } = now;

    public override DateTimeOffset GetUtcNow() => Now;
}
