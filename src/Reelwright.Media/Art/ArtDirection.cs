using Reelwright.Media.Colour;
using Reelwright.Media.Motifs;

namespace Reelwright.Media.Art;

/// <summary>A taste: how three colours become a background, and what things are made of.</summary>
internal abstract class ArtDirection
{
    internal abstract string Name { get; }

    /// <summary>The colours of an ad that names none.</summary>
    internal abstract BrandPalette Fallback { get; }

    internal abstract ArtTones Tones(BrandPalette palette);

    internal abstract Materials Materials(BrandPalette palette, ArtTones tones);

    /// <summary>The colour, its lightness moved into a range and its chroma to at most a limit.</summary>
    protected static Rgb Within(Rgb colour, double least, double most, double maxChroma = 0.4)
    {
        var lab = OkLab.From(colour);
        return Tone.At(colour, Math.Clamp(lab.L, least, most), Math.Min(lab.Chroma, maxChroma));
    }
}
