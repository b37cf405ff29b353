using System.Globalization;

namespace Reelwright.PromptParser.Providers.Local.Look;

/// <summary>A colour as lightness, chroma and hue of OKLab (Björn Ottosson, 2020): turning the hue keeps the brightness that the eye sees.</summary>
internal readonly record struct OkLab(double Lightness, double Chroma, double Hue)
{
    private const double ChromaStep = 0.97;

    public static OkLab FromHex(string hex)
    {
        var (r, g, b) = (Channel(hex, 1), Channel(hex, 3), Channel(hex, 5));
        var l = Math.Cbrt((0.4122214708 * r) + (0.5363325363 * g) + (0.0514459929 * b));
        var m = Math.Cbrt((0.2119034982 * r) + (0.6806995451 * g) + (0.1073969566 * b));
        var s = Math.Cbrt((0.0883024619 * r) + (0.2817188376 * g) + (0.6299787005 * b));
        var a = (1.9779984951 * l) - (2.4285922050 * m) + (0.4505937099 * s);
        var y = (0.0259040371 * l) + (0.7827717662 * m) - (0.8086757660 * s);
        return new OkLab((0.2104542553 * l) + (0.7936177850 * m) - (0.0040720468 * s), Math.Sqrt((a * a) + (y * y)), Math.Atan2(y, a));
    }

    /// <summary><c>#rrggbb</c>; chroma is reduced until the colour can be shown, so that its hue does not shift.</summary>
    public string ToHex()
    {
        var colour = this;
        while (!colour.IsInGamut() && colour.Chroma > 0.002)
        {
            colour = colour with { Chroma = colour.Chroma * ChromaStep };
        }

        var (r, g, b) = colour.ToLinear();
        return string.Create(CultureInfo.InvariantCulture, $"#{Octet(r):x2}{Octet(g):x2}{Octet(b):x2}");
    }

    public OkLab Turned(double degrees) => this with { Hue = Hue + (degrees * Math.PI / 180) };

    private bool IsInGamut()
    {
        const double Tolerance = 0.0005;
        var (r, g, b) = ToLinear();
        return Math.Min(r, Math.Min(g, b)) >= -Tolerance && Math.Max(r, Math.Max(g, b)) <= 1 + Tolerance;
    }

    private (double R, double G, double B) ToLinear()
    {
        var (a, y) = (Chroma * Math.Cos(Hue), Chroma * Math.Sin(Hue));
        var l = Math.Pow(Lightness + (0.3963377774 * a) + (0.2158037573 * y), 3);
        var m = Math.Pow(Lightness - (0.1055613458 * a) - (0.0638541728 * y), 3);
        var s = Math.Pow(Lightness - (0.0894841775 * a) - (1.2914855480 * y), 3);
        return ((4.0767416621 * l) - (3.3077115913 * m) + (0.2309699292 * s),
            (-1.2684380046 * l) + (2.6097574011 * m) - (0.3413193965 * s),
            (-0.0041960863 * l) - (0.7034186147 * m) + (1.7076147010 * s));
    }

    private static double Channel(string hex, int index)
    {
        var value = int.Parse(hex.AsSpan(index, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture) / 255.0;
        return value <= 0.04045 ? value / 12.92 : Math.Pow((value + 0.055) / 1.055, 2.4);
    }

    private static int Octet(double linear)
    {
        var bounded = Math.Clamp(linear, 0, 1);
        var encoded = bounded <= 0.0031308 ? bounded * 12.92 : (1.055 * Math.Pow(bounded, 1 / 2.4)) - 0.055;
        return (int)Math.Round(encoded * 255);
    }
}
