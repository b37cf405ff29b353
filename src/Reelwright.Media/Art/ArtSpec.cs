namespace Reelwright.Media.Art;

/// <summary>
/// How one ad looks: the same for its reference image, its clips and its end card, so that all scenes share subject, light and palette.
/// Pure data; the same spec always draws the same picture.
/// </summary>
public sealed record ArtSpec
{
    /// <summary>Name of a motif; an unknown one is drawn as <c>abstract</c>.</summary>
    public required string Motif { get; init; }

    /// <summary>Name of an art direction; an unknown one is chosen from the palette.</summary>
    public required string Direction { get; init; }

    /// <summary><c>#rrggbb</c>: primary, secondary, accent; missing ones are derived.</summary>
    public required IReadOnlyList<string> Palette { get; init; }

    public string? Mood { get; init; }

    /// <summary>Varies blob positions, particles and other details.</summary>
    public required int Seed { get; init; }
}
