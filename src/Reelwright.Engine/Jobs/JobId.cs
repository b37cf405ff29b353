namespace Reelwright.Engine.Jobs;

/// <summary>A job's id: a UUID of version 7, so that ids sort by age.</summary>
public readonly record struct JobId(Guid Value)
{
    public static JobId New(TimeProvider time) => new(Guid.CreateVersion7(time.GetUtcNow()));

    public override string ToString() => Value.ToString("D");
}
