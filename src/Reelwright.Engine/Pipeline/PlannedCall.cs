namespace Reelwright.Engine.Pipeline;

/// <summary>A call that a stage wants made.</summary>
/// <param name="Index">Unique within the stage.</param>
/// <param name="Request">The JSON body.</param>
/// <param name="Seconds">Length of the clip asked for, for services priced by the second; else 0.</param>
public sealed record PlannedCall(int Index, string Request, decimal Seconds);
