namespace Reelwright.Media.Colour;

/// <summary>The three colours that everything else is derived from.</summary>
internal sealed record BrandPalette(Rgb Primary, Rgb Secondary, Rgb Accent)
{
    /// <summary>Below this chroma a colour has no hue worth deriving from.</summary>
    private const double Grey = 0.035;

    private static readonly Rgb Amber = Rgb.Parse("#f5b84a");
    private static readonly Rgb Coral = Rgb.Parse("#f0605a");

    /// <summary>
    /// Given colours stay as they are; missing ones are derived from them, or come from the fallback when what is given has no hue.
    /// </summary>
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
            [var primary] => new BrandPalette(primary, Neighbour(primary, Warm(primary)), Warm(primary)),
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

    /// <summary>A step along the hue circle, to the side on which the accent is not.</summary>
    private static Rgb Neighbour(Rgb colour, Rgb accent)
    {
        const double Step = 42;
        const double Apart = 0.10;
        var lab = OkLab.From(colour);
        var lightness = Math.Clamp(lab.L + 0.12, 0.45, 0.82);
        var forward = Tone.At(colour, lightness, Math.Max(lab.Chroma, 0.10), Step);
        return OkLab.From(forward).DistanceTo(OkLab.From(accent)) > Apart ? forward : Tone.At(colour, lightness, Math.Max(lab.Chroma, 0.10), -Step);
    }

    /// <summary>
    /// Amber, or coral for a brand that is amber itself. A true opposite would quarrel with the brand: green beside red.
    /// </summary>
    private static Rgb Warm(Rgb colour)
    {
        var chroma = Math.Clamp(OkLab.From(colour).Chroma, 0.11, 0.15);
        Rgb amber = Tone.At(Amber, 0.83, chroma), coral = Tone.At(Coral, 0.68, chroma);
        var brand = OkLab.From(colour);
        var apart = OkLab.From(amber).DistanceTo(brand);
        return apart > 0.16 || apart > OkLab.From(coral).DistanceTo(brand) ? amber : coral;
    }

    private static bool IsGrey(Rgb colour) => OkLab.From(colour).Chroma < Grey;
}
