namespace Reelwright.Media.Colour;

/// <summary>WCAG 2.2 contrast: <see href="https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio"/>.</summary>
internal static class Contrast
{
    /// <summary>The least for text of any size (AA).</summary>
    internal const double Readable = 4.5;

    internal static double Ratio(Rgb one, Rgb other)
    {
        double a = one.Luminance, b = other.Luminance;
        return (Math.Max(a, b) + 0.05) / (Math.Min(a, b) + 0.05);
    }

    /// <summary>The same hue, moved towards black or white until it can be read on the ground.</summary>
    internal static Rgb Readably(Rgb ink, Rgb ground, double ratio = Readable)
    {
        if (Ratio(ink, ground) >= ratio)
        {
            return ink;
        }

        var lab = OkLab.From(ink);
        var towards = Ratio(Rgb.White, ground) >= Ratio(Rgb.Black, ground) ? 1.0 : 0.0;
        for (var share = 0.05; share < 1; share += 0.05)
        {
            var candidate = Tone.Of(ink, lab.L + ((towards - lab.L) * share));
            if (Ratio(candidate, ground) >= ratio)
            {
                return candidate;
            }
        }

        return towards > 0 ? Rgb.White : Rgb.Black;
    }
}
