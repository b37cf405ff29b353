namespace Reelwright.Media.Film.Provenance;

/// <summary>The origin of a film, as its files record it.</summary>
public sealed record FilmOrigin
{
    /// <summary>The job that it was made for; null for none.</summary>
    public string? Job { get; init; }

    /// <summary>Who made what, each such as <c>video_generation: local</c>.</summary>
    public IReadOnlyList<string> Makers { get; init; } = [];

    /// <summary>Whether a trained model may have contributed; false when only our own algorithms drew and played it.</summary>
    public bool Trained { get; init; }
}
