namespace Reelwright.Engine.Pipeline;

/// <summary>A call that a stage has planned.</summary>
/// <param name="Index">Unique within the stage.</param>
/// <param name="Request">The JSON body.</param>
/// <param name="Seconds">Length of the clip asked for, for services priced by the second; else 0.</param>
public sealed record PlannedCall(int Index, string Request, decimal Seconds)
{
    /// <summary>
    /// The answer to an equal request of another job can be used instead, and the answer to this one can serve other jobs.
    /// </summary>
    public bool Cacheable { get; init; }
}
