namespace Reelwright.Media.Colour;

/// <summary>
/// Other lightnesses of a colour that still look like it. Where the screen cannot show the wanted chroma, chroma gives way
/// and hue and lightness stay: clipping channels instead would turn blue to purple.
/// </summary>
internal static class Tone
{
    /// <param name="colour">The colour whose hue and chroma are kept.</param>
    /// <param name="lightness">OKLab lightness, 0 to 1.</param>
    /// <param name="chroma">Factor on the colour's own chroma.</param>
    /// <param name="hueShift">Degrees.</param>
    internal static Rgb Of(Rgb colour, double lightness, double chroma = 1, double hueShift = 0)
    {
        var lab = OkLab.From(colour);
        return Fit(lightness, lab.Chroma * chroma, lab.Hue + (hueShift * Math.PI / 180));
    }

    /// <summary>As <see cref="Of"/>, with chroma itself instead of a factor (0 grey, about 0.3 the most vivid).</summary>
    internal static Rgb At(Rgb colour, double lightness, double chroma, double hueShift = 0)
    {
        var lab = OkLab.From(colour);
        return Fit(lightness, chroma, lab.Hue + (hueShift * Math.PI / 180));
    }

    internal static Rgb Mix(Rgb from, Rgb to, double share)
    {
        OkLab a = OkLab.From(from), b = OkLab.From(to);
        return new OkLab(a.L + ((b.L - a.L) * share), a.A + ((b.A - a.A) * share), a.B + ((b.B - a.B) * share)).ToRgb();
    }

    private static Rgb Fit(double lightness, double chroma, double hue)
    {
        lightness = Math.Clamp(lightness, 0, 1);
        var wanted = OkLab.FromPolar(lightness, chroma, hue);
        if (wanted.IsInGamut)
        {
            return wanted.ToRgb();
        }

        double inside = 0, outside = chroma;
        for (var step = 0; step < 18; step++)
        {
            var middle = (inside + outside) / 2;
            if (OkLab.FromPolar(lightness, middle, hue).IsInGamut)
            {
                inside = middle;
            }
            else
            {
                outside = middle;
            }
        }

        return OkLab.FromPolar(lightness, inside, hue).ToRgb();
    }
}
