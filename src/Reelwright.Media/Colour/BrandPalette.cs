namespace Reelwright.Media.Colour;

/// <summary>The three colours that everything else is derived from.</summary>
internal sealed record BrandPalette(Rgb Primary, Rgb Secondary, Rgb Accent)
{
    /// <summary>Below this chroma a colour has no hue worth deriving from.</summary>
    private const double Grey = 0.035;

    /// <summary>Given colours stay as they are; missing ones are derived from them, or come from the fallback when what is given has no hue.</summary>
    internal static BrandPalette From(IReadOnlyList<string> given, BrandPalette fallback)
    {
        var colours = new List<Rgb>(3);
        foreach (var text in given)
        {
            if (Rgb.TryParse(text, out var colour) && colours.Count < 3)
            {
                colours.Add(colour);
            }
        }

        return colours switch
        {
            [var primary, var secondary, var accent] => new BrandPalette(primary, secondary, accent),
            [var primary, var secondary] => new BrandPalette(primary, secondary, AccentFor(primary, secondary, fallback)),
            [var primary] when IsGrey(primary) => fallback with { Primary = primary },
            [var primary] => new BrandPalette(primary, Neighbour(primary), Warm(primary)),
            _ => fallback,
        };
    }

    private static Rgb AccentFor(Rgb primary, Rgb secondary, BrandPalette fallback)
    {
        if (!IsGrey(secondary))
        {
            return Tone.Of(secondary, Math.Clamp(OkLab.From(secondary).L + 0.14, 0.62, 0.86), 1.05, 14);
        }

        return IsGrey(primary) ? fallback.Accent : Warm(primary);
    }

    private static Rgb Neighbour(Rgb colour)
    {
        var lab = OkLab.From(colour);
        return Tone.At(colour, Math.Clamp(lab.L + 0.12, 0.45, 0.82), Math.Max(lab.Chroma, 0.10), 42);
    }

    /// <summary>
    /// Amber, which goes with every colour but its own kin, and those get coral. A true opposite would quarrel: green beside red.
    /// </summary>
    private static Rgb Warm(Rgb colour)
    {
        const double Amber = 75 * Math.PI / 180;
        const double Coral = 28 * Math.PI / 180;
        const double Kin = 40 * Math.PI / 180;
        var lab = OkLab.From(colour);
        var isKin = Math.Abs(Math.IEEERemainder(lab.Hue - Amber, 2 * Math.PI)) < Kin;
        var hue = isKin ? Coral : Amber;
        return Tone.At(colour, isKin ? 0.68 : 0.83, Math.Clamp(lab.Chroma, 0.11, 0.15), (hue - lab.Hue) * 180 / Math.PI);
    }

    private static bool IsGrey(Rgb colour) => OkLab.From(colour).Chroma < Grey;
}
