using Reelwright.Media.Colour;
using Reelwright.Media.Motifs;

namespace Reelwright.Media.Art.Directions;

/// <summary>A light room: cream and powder tones, ceramic, hardly a shadow.</summary>
internal sealed class SoftPastel : ArtDirection
{
    internal override string Name => "soft_pastel";

    internal override BrandPalette Fallback { get; } = new(Rgb.Parse("#e88fa2"), Rgb.Parse("#8fb4e8"), Rgb.Parse("#f2a65a"));

    internal override ArtTones Tones(BrandPalette palette) => new()
    {
        IsLight = true,
        Base0 = Tone.At(palette.Primary, 0.965, 0.018),
        Base1 = Tone.At(palette.Primary, 0.915, 0.050),
        Wide = Tone.At(palette.Primary, 0.865, 0.085),
        Side = Tone.At(palette.Secondary, 0.875, 0.075),
        Deep = Tone.At(palette.Primary, 0.945, 0.030),
        Spark = Tone.At(palette.Accent, 0.87, 0.095),
        Halo = Tone.At(palette.Primary, 0.99, 0.008),
    };

    internal override Materials Materials(BrandPalette palette, ArtTones tones) => new(isLight: true)
    {
        BodyBase = Within(palette.Primary, 0.62, 0.76, 0.145),
        TrimBase = Within(palette.Secondary, 0.66, 0.80, 0.125),
        AccentBase = Within(palette.Accent, 0.66, 0.82, 0.15),
        Tint = palette.Primary,
        MetalHue = Rgb.Parse("#d8b59a"),
        MetalChroma = 0.030,
        Rim = Rgb.White,
        Shadow = Tone.At(palette.Primary, 0.42, 0.07),
    };
}
