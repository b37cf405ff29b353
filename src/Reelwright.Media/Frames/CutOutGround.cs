using Reelwright.Media.Colour;

namespace Reelwright.Media.Frames;

/// <summary>
/// What stands behind a picture that has been cut out: nearly white, as in a shop's catalogue, unless the picture is that light itself.
/// </summary>
internal static class CutOutGround
{
    private const double LightAbove = 0.78;

    /// <summary>Of 255. A picture without a pixel of this alpha is a ghost of itself.</summary>
    private const int LeastVisible = 16;
    private static readonly Rgb _paper = new(0.96f, 0.96f, 0.95f);
    private static readonly Rgb _slate = new(0.12f, 0.13f, 0.15f);

    /// <summary>Null when nothing is to be seen.</summary>
    /// <param name="pixels">Premultiplied red, green, blue, alpha.</param>
    public static Rgb? Of(ReadOnlySpan<byte> pixels)
    {
        double light = 0, alpha = 0;
        var most = 0;
        for (var i = 0; i < pixels.Length; i += 4)
        {
            light += (0.2126 * pixels[i]) + (0.7152 * pixels[i + 1]) + (0.0722 * pixels[i + 2]);
            alpha += pixels[i + 3];
            most = Math.Max(most, pixels[i + 3]);
        }

        return most < LeastVisible ? null : light / alpha > LightAbove ? _slate : _paper;
    }
}
