namespace Reelwright.Engine.Pipeline;

/// <summary>A call that a stage wants made.</summary>
/// <param name="Index">Unique within the stage.</param>
/// <param name="Request">The JSON body.</param>
/// <param name="Seconds">Length of the clip asked for, for services priced by the second; else 0.</param>
public sealed record PlannedCall(int Index, string Request, decimal Seconds)
{
    /// <summary>Whether the answer to an equal request of another job will do, and this one's may serve others.</summary>
    public bool Cacheable { get; init; }
}
