namespace Reelwright.Engine.Pipeline;

/// <summary>A fault of a good answer that the job's owner sees, such as a logo that was left out.</summary>
/// <param name="Code">Stable word in capitals, such as <c>LOGO_LEFT_OUT</c>.</param>
/// <param name="Message">One or more sentences: what is missing, and why.</param>
/// <param name="Scene">Index of the scene that it concerns; null when it concerns the whole film.</param>
public sealed record StageWarning(string Code, string Message, int? Scene = null);
