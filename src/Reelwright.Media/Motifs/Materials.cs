using Reelwright.Media.Colour;

namespace Reelwright.Media.Motifs;

/// <summary>What things are made of in one ad. Lightness is OKLab's, 0 to 1.</summary>
internal sealed class Materials(bool isLight)
{
    internal bool IsLight => isLight;

    /// <summary>The product's own colour.</summary>
    internal required Rgb BodyBase { get; init; }

    internal required Rgb TrimBase { get; init; }

    internal required Rgb AccentBase { get; init; }

    /// <summary>Greys lean a little towards this.</summary>
    internal required Rgb Tint { get; init; }

    internal required Rgb MetalHue { get; init; }

    internal required double MetalChroma { get; init; }

    /// <summary>Below 1 the metal is darker: graphite.</summary>
    internal double MetalDepth { get; init; } = 1;

    /// <summary>The light on the edges that face away.</summary>
    internal required Rgb Rim { get; init; }

    internal required Rgb Shadow { get; init; }

    /// <summary>The main material, lighter or darker than itself by a step.</summary>
    internal Rgb Body(double step = 0) => Step(BodyBase, Shade(step));

    internal Rgb Trim(double step = 0) => Step(TrimBase, Shade(step));

    internal Rgb Accent(double step = 0) => Step(AccentBase, Shade(step));

    /// <summary>Dark metal leans to red: kept at one hue, gold would look green there.</summary>
    internal Rgb Metal(double lightness) =>
        Tone.At(MetalHue, lightness * MetalDepth, MetalChroma * (1 - (0.55 * Math.Abs((lightness - 0.6) / 0.6))), Math.Min(0, lightness - 0.75) * 40);

    /// <summary>White, grey or black with a breath of the ad's tint.</summary>
    internal Rgb Paper(double lightness) => Tone.At(Tint, lightness, 0.012);

    /// <summary>A material with a colour of its own, whatever the brand: coffee, bread, leaf.</summary>
    internal static Rgb Own(string hex, double step = 0) => Step(Rgb.Parse(hex), step);

    /// <summary>In a light room shade is not deep.</summary>
    private double Shade(double step) => isLight && step < 0 ? step * 0.72 : step;

    private static Rgb Step(Rgb colour, double step)
    {
        var lab = OkLab.From(colour);
        var lightness = Math.Clamp(lab.L + step, 0.03, 0.985);
        return Tone.Of(colour, lightness, step > 0 ? 1 - (0.5 * step) : 1, Warmth(lab) * Math.Min(0, step));
    }

    /// <summary>Degrees a lightness step: yellow in shade is orange to the eye, where the same hue would be olive.</summary>
    private static double Warmth(OkLab colour)
    {
        const double Yellow = 100 * Math.PI / 180;
        var away = Math.Abs(Math.IEEERemainder(colour.Hue - Yellow, 2 * Math.PI));
        return 130 * Math.Max(0, 1 - (away / 0.75)) * Math.Min(1, colour.Chroma / 0.1);
    }
}
