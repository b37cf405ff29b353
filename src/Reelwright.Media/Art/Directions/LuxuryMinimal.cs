using Reelwright.Media.Colour;
using Reelwright.Media.Motifs;

namespace Reelwright.Media.Art.Directions;

/// <summary>Charcoal, or ivory for a light brand, with one restrained metal.</summary>
internal sealed class LuxuryMinimal : ArtDirection
{
    private const double IvoryFrom = 0.86;

    internal override string Name => "luxury_minimal";

    internal override BrandPalette Fallback { get; } = new(Rgb.Parse("#2b2622"), Rgb.Parse("#8a6d45"), Rgb.Parse("#d9b877"));

    internal override ArtTones Tones(BrandPalette palette) =>
        OkLab.From(palette.Primary).L > IvoryFrom ? Ivory(palette) : Charcoal(palette);

    internal override Materials Materials(BrandPalette palette, ArtTones tones)
    {
        var metal = IsGolden(OkLab.From(palette.Accent)) ? palette.Accent : Fallback.Accent;
        return new Materials(tones.IsLight)
        {
            BodyBase = tones.IsLight ? Within(palette.Secondary, 0.34, 0.52, 0.10) : Within(palette.Primary, 0.27, 0.46, 0.17),
            TrimBase = Within(palette.Secondary, 0.42, 0.66, 0.14),
            AccentBase = Within(palette.Accent, 0.70, 0.84, 0.13),
            Tint = palette.Primary,
            MetalHue = metal,
            MetalChroma = 0.075,
            Rim = Tone.At(metal, 0.90, 0.06),
            Shadow = Tone.At(palette.Primary, tones.IsLight ? 0.25 : 0.02, 0.02),
        };
    }

    /// <summary>From copper to brass; a case of any other colour would not be taken for metal.</summary>
    private static bool IsGolden(OkLab colour) => colour.Chroma > 0.05 && colour.Hue is > 0.6 and < 1.75;

    private static ArtTones Charcoal(BrandPalette palette) => new()
    {
        IsLight = false,
        Base0 = Tone.At(palette.Primary, 0.135, Chroma(palette.Primary, 0.35, 0.030)),
        Base1 = Tone.At(palette.Primary, 0.185, Chroma(palette.Primary, 0.45, 0.045)),
        Wide = Tone.At(palette.Primary, 0.33, Chroma(palette.Primary, 0.75, 0.10)),
        Side = Tone.At(palette.Secondary, 0.36, Chroma(palette.Secondary, 0.7, 0.075)),
        Deep = Tone.At(palette.Primary, 0.115, Chroma(palette.Primary, 0.3, 0.025)),
        Spark = Tone.At(palette.Accent, 0.55, Chroma(palette.Accent, 0.75, 0.09)),
        Halo = Tone.Mix(Tone.At(palette.Accent, 0.50, 0.055), Tone.At(palette.Primary, 0.42, 0.05), 0.45),
        Strength = 0.85,
    };

    private static ArtTones Ivory(BrandPalette palette) => new()
    {
        IsLight = true,
        Base0 = Tone.At(palette.Primary, 0.955, 0.012),
        Base1 = Tone.At(palette.Primary, 0.905, 0.022),
        Wide = Tone.At(palette.Primary, 0.86, 0.035),
        Side = Tone.At(palette.Secondary, 0.84, 0.045),
        Deep = Tone.At(palette.Primary, 0.94, 0.016),
        Spark = Tone.At(palette.Accent, 0.84, 0.07),
        Halo = Tone.At(palette.Primary, 0.99, 0.008),
        Strength = 0.85,
    };

    private static double Chroma(Rgb colour, double share, double most) => Math.Min(OkLab.From(colour).Chroma * share, most);
}
