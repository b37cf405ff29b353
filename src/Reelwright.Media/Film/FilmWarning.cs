namespace Reelwright.Media.Film;

/// <summary>Something that was left out of a film, cut or done otherwise.</summary>
/// <param name="Code">One of <see cref="FilmWarningCodes"/>.</param>
/// <param name="Message">A sentence: what, why, and what to do.</param>
/// <param name="Scene">Counted from 0; null for the whole film.</param>
public sealed record FilmWarning(string Code, string Message, int? Scene = null)
{
    /// <summary>The text of the plan that is not in the film as it was planned; null for anything but a text.</summary>
    public string? MissingText { get; init; }
}
