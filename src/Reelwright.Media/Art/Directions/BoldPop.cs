using Reelwright.Media.Colour;
using Reelwright.Media.Motifs;

namespace Reelwright.Media.Art.Directions;

/// <summary>The brand's colour all over, as strong as the screen shows it, and a product in the colour that stands out most.</summary>
internal sealed class BoldPop : ArtDirection
{
    private const double DarkInkFrom = 0.74;

    internal override string Name => "bold_pop";

    internal override BrandPalette Fallback { get; } = new(Rgb.Parse("#5b2bff"), Rgb.Parse("#ff4f6d"), Rgb.Parse("#ffd23f"));

    internal override ArtTones Tones(BrandPalette palette)
    {
        var light = OkLab.From(palette.Primary).L > DarkInkFrom;
        var centre = light ? 0.86 : 0.50;
        var primary = OkLab.From(palette.Primary).Chroma < 0.035 ? palette.Secondary : palette.Primary;
        return new ArtTones
        {
            IsLight = light,
            Base0 = Tone.Of(primary, centre - (light ? 0.02 : 0.08), 1.05),
            Base1 = Tone.Of(primary, centre - 0.05, 1.1),
            Wide = Tone.Of(primary, centre, 1.1),
            Side = light ? Tone.Of(palette.Secondary, 0.84, 0.8) : Tone.Of(palette.Secondary, 0.50, 1),
            Deep = Tone.Of(primary, light ? 0.84 : 0.36, 1.05),
            Spark = Tone.Of(palette.Accent, light ? 0.86 : 0.70, 1),
            Halo = Tone.Of(primary, light ? 0.95 : 0.66, light ? 0.6 : 0.95, light ? 0 : 8),
        };
    }

    internal override Materials Materials(BrandPalette palette, ArtTones tones)
    {
        var ground = OkLab.From(tones.Wide);
        var ordered = new[] { palette.Secondary, palette.Accent, palette.Primary }
            .OrderByDescending(colour => OkLab.From(Within(colour, 0.55, 0.80)).DistanceTo(ground)).ToArray();
        return new Materials(tones.IsLight)
        {
            BodyBase = Within(ordered[0], 0.55, 0.80),
            TrimBase = Within(ordered[1], 0.52, 0.88),
            AccentBase = Within(ordered[2], 0.60, 0.88),
            Tint = palette.Primary,
            MetalHue = palette.Primary,
            MetalChroma = 0.012,
            Rim = Tone.Of(palette.Accent, 0.92, 0.5),
            Shadow = Tone.Of(palette.Primary, 0.20, 0.8),
        };
    }
}
