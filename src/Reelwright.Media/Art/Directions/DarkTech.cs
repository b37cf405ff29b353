using Reelwright.Media.Colour;
using Reelwright.Media.Motifs;

namespace Reelwright.Media.Art.Directions;

/// <summary>Night, with coloured light from both sides; graphite and glass.</summary>
internal sealed class DarkTech : ArtDirection
{
    internal override string Name => "dark_tech";

    internal override BrandPalette Fallback { get; } = new(Rgb.Parse("#5b4bff"), Rgb.Parse("#00c2ff"), Rgb.Parse("#ff5fa2"));

    internal override ArtTones Tones(BrandPalette palette) => new()
    {
        IsLight = false,
        Base0 = Tone.Of(palette.Primary, 0.125, 0.34),
        Base1 = Tone.Of(palette.Primary, 0.205, 0.55),
        Wide = Tone.Of(palette.Primary, 0.41, 0.92),
        Side = Tone.Of(palette.Secondary, 0.48, 0.95),
        Deep = Tone.Of(palette.Primary, 0.135, 0.42),
        Spark = Tone.Of(palette.Accent, 0.60, 0.95),
        Halo = Tone.Of(palette.Primary, 0.56, 0.85, 8),
    };

    internal override Materials Materials(BrandPalette palette, ArtTones tones) => new(isLight: false)
    {
        BodyBase = Within(palette.Primary, 0.46, 0.66),
        TrimBase = Within(palette.Secondary, 0.60, 0.80),
        AccentBase = Within(palette.Accent, 0.66, 0.84),
        Tint = palette.Primary,
        MetalHue = palette.Primary,
        MetalChroma = 0.022,
        MetalDepth = 0.84,
        Rim = Tone.Of(palette.Secondary, 0.86, 0.8),
        Shadow = Tone.Of(palette.Primary, 0.04, 0.2),
    };
}
