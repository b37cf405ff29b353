namespace Reelwright.Media.Colour;

/// <summary>
/// A colour by how it looks: equal steps look equal, and hue stays put when lightness moves.
/// Björn Ottosson, <see href="https://bottosson.github.io/posts/oklab/"/>.
/// </summary>
internal readonly record struct OkLab(double L, double A, double B)
{
    /// <summary>Linear channels may leave 0..1 by this much, which is less than the smallest step of a screen.</summary>
    private const double GamutTolerance = 0.0002;

    internal double Chroma => Math.Sqrt((A * A) + (B * B));

    /// <summary>Radians.</summary>
    internal double Hue => Math.Atan2(B, A);

    internal bool IsInGamut
    {
        get
        {
            var (r, g, b) = ToLinear();
            return Fits(r) && Fits(g) && Fits(b);
        }
    }

    internal static OkLab FromPolar(double lightness, double chroma, double hue) =>
        new(lightness, chroma * Math.Cos(hue), chroma * Math.Sin(hue));

    internal static OkLab From(Rgb colour)
    {
        double r = Rgb.Linear(colour.R), g = Rgb.Linear(colour.G), b = Rgb.Linear(colour.B);
        var l = Math.Cbrt((0.4122214708 * r) + (0.5363325363 * g) + (0.0514459929 * b));
        var m = Math.Cbrt((0.2119034982 * r) + (0.6806995451 * g) + (0.1073969566 * b));
        var s = Math.Cbrt((0.0883024619 * r) + (0.2817188376 * g) + (0.6299787005 * b));
        return new OkLab(
            (0.2104542553 * l) + (0.7936177850 * m) - (0.0040720468 * s),
            (1.9779984951 * l) - (2.4285922050 * m) + (0.4505937099 * s),
            (0.0259040371 * l) + (0.7827717662 * m) - (0.8086757660 * s));
    }

    /// <summary>Clips what no screen can show; call <see cref="Tone"/> to avoid that.</summary>
    internal Rgb ToRgb()
    {
        var (r, g, b) = ToLinear();
        return new Rgb(Channel(r), Channel(g), Channel(b));
    }

    /// <summary>How different two colours look; about 0.02 is just visible.</summary>
    internal double DistanceTo(OkLab other) =>
        Math.Sqrt(((L - other.L) * (L - other.L)) + ((A - other.A) * (A - other.A)) + ((B - other.B) * (B - other.B)));

    private static bool Fits(double linear) => linear is > -GamutTolerance and < 1 + GamutTolerance;

    private static float Channel(double linear) => (float)Rgb.Encode(Math.Clamp(linear, 0, 1));

    private (double R, double G, double B) ToLinear()
    {
        var l = Cube(L + (0.3963377774 * A) + (0.2158037573 * B));
        var m = Cube(L - (0.1055613458 * A) - (0.0638541728 * B));
        var s = Cube(L - (0.0894841775 * A) - (1.2914855480 * B));
        return (
            (4.0767416621 * l) - (3.3077115913 * m) + (0.2309699292 * s),
            (-1.2684380046 * l) + (2.6097574011 * m) - (0.3413193965 * s),
            (-0.0041960863 * l) - (0.7034186147 * m) + (1.7076147010 * s));
    }

    private static double Cube(double value) => value * value * value;
}
