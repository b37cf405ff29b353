using Reelwright.Media.Colour;

namespace Reelwright.Media.Art;

/// <summary>All that the frames of one ad share: background, hero, and the colours of what is written over them.</summary>
public sealed class Artwork
{
    private readonly int _seed;

    internal Artwork(int seed) => _seed = seed;

    /// <summary>The art direction that was used.</summary>
    public required string Direction { get; init; }

    /// <summary>The motif that was drawn.</summary>
    public required string Motif { get; init; }

    public required ArtMood Mood { get; init; }

    public required ArtTones Tones { get; init; }

    /// <summary>The hero, back to front.</summary>
    public required IReadOnlyList<ArtLayer> Layers { get; init; }

    /// <summary>Text; contrast 4.5 and more on the ground.</summary>
    public required Rgb Ink { get; init; }

    /// <summary>The quieter line; contrast 4.5 and more on the ground.</summary>
    public required Rgb InkMuted { get; init; }

    /// <summary>The button; the brand's own colour wherever it can be seen.</summary>
    public required Rgb Accent { get; init; }

    /// <summary>Text on the button; contrast 4.5 and more on <see cref="Accent"/>.</summary>
    public required Rgb AccentInk { get; init; }

    /// <summary>The accent as text; contrast 4.5 and more on the ground.</summary>
    public required Rgb AccentText { get; init; }

    /// <summary>The veil under text.</summary>
    public required Rgb ScrimColour { get; init; }

    public required Rgb BokehColour { get; init; }

    public bool IsLight => Tones.IsLight;

    /// <summary>
    /// The background's lights, to be painted in order. Scenes differ in where the lights stand; colours and the side that the
    /// light comes from stay.
    /// </summary>
    public IReadOnlyList<Blob> Blobs(int sceneIndex, int width, int height) =>
        BlobLayouts.Place(Tones, _seed, sceneIndex, width, height);
}
