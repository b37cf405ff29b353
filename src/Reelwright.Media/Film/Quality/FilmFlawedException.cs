namespace Reelwright.Media.Film.Quality;

/// <summary>The composed film breaks a hard limit and is not delivered; no file is left.</summary>
public sealed class FilmFlawedException(IReadOnlyList<string> flaws) : Exception($"The film was made but breaks a limit. {string.Join(' ', flaws)}")
{
    /// <summary>Each a sentence.</summary>
    public IReadOnlyList<string> Flaws { get; } = flaws;
}
