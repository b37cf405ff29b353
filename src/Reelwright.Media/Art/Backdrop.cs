using Reelwright.Media.Colour;
using Reelwright.Media.Vector;

namespace Reelwright.Media.Art;

/// <summary>
/// Paints a vertical gradient and the lights on it. Colours are computed on a coarse grid, which is exact enough for lights as
/// soft as these, and spread over the pixels with half a step of ordered noise, so that slow gradients show no bands.
/// </summary>
internal static class Backdrop
{
    private const int Cell = 8;

    internal static void Paint(BgraImage image, ArtTones tones, IReadOnlyList<Blob> blobs)
    {
        var columns = (image.Width / Cell) + 2;
        var above = new float[columns * 3];
        var below = new float[columns * 3];
        var line = new float[columns * 3];
        GridRow(0, image, tones, blobs, below);
        for (var y = 0; y < image.Height; y++)
        {
            if (y % Cell == 0)
            {
                (above, below) = (below, above);
                GridRow(y + Cell, image, tones, blobs, below);
            }

            var share = y % Cell / (float)Cell;
            for (var i = 0; i < line.Length; i++)
            {
                line[i] = above[i] + ((below[i] - above[i]) * share);
            }

            Spread(line, image.Row(y), y);
        }
    }

    /// <summary>The colour of one point, by the formulas that frames are drawn with.</summary>
    internal static Rgb ColourAt(double x, double y, int width, int height, ArtTones tones, IReadOnlyList<Blob> blobs)
    {
        var v = y / height;
        var towardsMiddle = (float)(1 - Math.Abs((2 * v) - 1));
        var colour = Between(tones.Base1, tones.Base0, Math.Clamp(towardsMiddle, 0, 1));
        foreach (var blob in blobs)
        {
            double dx = x - (blob.X * width), dy = y - (blob.Y * height);
            var (sin, cos) = Math.SinCos(blob.Rotation);
            var u = ((dx * cos) + (dy * sin)) / (blob.RadiusX * width);
            var w = ((-dx * sin) + (dy * cos)) / (blob.RadiusY * height);
            var rest = 1 - ((u * u) + (w * w));
            if (rest > 0)
            {
                colour = Between(colour, blob.Colour, (float)(rest * rest * rest * blob.Opacity));
            }
        }

        return colour;
    }

    private static void GridRow(int y, BgraImage image, ArtTones tones, IReadOnlyList<Blob> blobs, float[] row)
    {
        for (var i = 0; i < row.Length / 3; i++)
        {
            var colour = ColourAt(i * Cell, y, image.Width, image.Height, tones, blobs);
            row[i * 3] = colour.B * 255;
            row[(i * 3) + 1] = colour.G * 255;
            row[(i * 3) + 2] = colour.R * 255;
        }
    }

    private static void Spread(float[] line, Span<byte> pixels, int y)
    {
        for (var x = 0; x < pixels.Length / 4; x++)
        {
            var cell = x / Cell * 3;
            var share = x % Cell / (float)Cell;
            var noise = Noise(x, y);
            for (var channel = 0; channel < 3; channel++)
            {
                var value = line[cell + channel] + ((line[cell + 3 + channel] - line[cell + channel]) * share);
                pixels[(x * 4) + channel] = (byte)Math.Clamp(value + noise, 0, 255);
            }

            pixels[(x * 4) + 3] = 255;
        }
    }

    /// <summary>Interleaved gradient noise, 0 to 1 (Jimenez, "Next Generation Post Processing in Call of Duty", 2014).</summary>
    private static float Noise(int x, int y)
    {
        var product = (0.06711056f * x) + (0.00583715f * y);
        var scaled = 52.9829189f * (product - MathF.Floor(product));
        return scaled - MathF.Floor(scaled);
    }

    private static Rgb Between(Rgb from, Rgb to, float share) =>
        new(from.R + ((to.R - from.R) * share), from.G + ((to.G - from.G) * share), from.B + ((to.B - from.B) * share));
}
