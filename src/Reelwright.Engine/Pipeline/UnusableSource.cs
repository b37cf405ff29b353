namespace Reelwright.Engine.Pipeline;

/// <summary>
/// An earlier delivery that a service could not use, such as a clip that is cut short. Named by URL, by scene, or by both.
/// </summary>
public sealed record UnusableSource(string? Url, int? Scene);
