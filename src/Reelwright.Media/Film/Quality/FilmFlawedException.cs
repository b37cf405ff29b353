namespace Reelwright.Media.Film.Quality;

/// <summary>A film was made and is not fit to be delivered; no file is left.</summary>
public sealed class FilmFlawedException(IReadOnlyList<string> flaws) : Exception($"The film was made but breaks a limit. {string.Join(' ', flaws)}")
{
    /// <summary>Each a sentence.</summary>
    public IReadOnlyList<string> Flaws { get; } = flaws;
}
