namespace Reelwright.Media.Film.Provenance;

/// <summary>Where a film comes from, as its files say for themselves.</summary>
public sealed record FilmOrigin
{
    /// <summary>The job that it was made for; null for none.</summary>
    public string? Job { get; init; }

    /// <summary>Who made what, each such as <c>video_generation: local</c>.</summary>
    public IReadOnlyList<string> Makers { get; init; } = [];

    /// <summary>Whether a trained model has, or may have, had a part in it; false when everything was drawn and played by our own algorithms.</summary>
    public bool Trained { get; init; }
}
