using Reelwright.Media.Colour;
using Reelwright.Media.Motifs;

namespace Reelwright.Media.Art.Directions;

/// <summary>Daylight on linen and sand; glazed clay, brass, leaves.</summary>
internal sealed class NaturalOrganic : ArtDirection
{
    private static readonly Rgb Sand = Rgb.Parse("#e6d3b3");

    internal override string Name => "natural_organic";

    internal override BrandPalette Fallback { get; } = new(Rgb.Parse("#55754a"), Rgb.Parse("#b98a5a"), Rgb.Parse("#d9793d"));

    internal override ArtTones Tones(BrandPalette palette) => new()
    {
        IsLight = true,
        Base0 = Tone.Mix(Tone.At(Sand, 0.955, 0.022), Tone.At(palette.Primary, 0.955, 0.020), 0.3),
        Base1 = Tone.Mix(Tone.At(Sand, 0.895, 0.045), Tone.At(palette.Primary, 0.895, 0.040), 0.4),
        Wide = Tone.At(palette.Primary, 0.84, 0.062),
        Side = Tone.Mix(Tone.At(Sand, 0.84, 0.070), Tone.At(palette.Secondary, 0.82, 0.070), 0.55),
        Deep = Tone.At(Sand, 0.94, 0.026),
        Spark = Tone.At(palette.Accent, 0.84, 0.085),
        Halo = Tone.At(Sand, 0.985, 0.014),
    };

    internal override Materials Materials(BrandPalette palette, ArtTones tones) => new(isLight: true)
    {
        BodyBase = Within(palette.Primary, 0.42, 0.60, 0.14),
        TrimBase = Within(palette.Secondary, 0.55, 0.70, 0.12),
        AccentBase = Within(palette.Accent, 0.62, 0.78, 0.15),
        Tint = Sand,
        MetalHue = Rgb.Parse("#c9995c"),
        MetalChroma = 0.068,
        Rim = Tone.At(Sand, 0.98, 0.02),
        Shadow = Tone.At(Rgb.Parse("#6b4f35"), 0.36, 0.05),
    };
}
