using Reelwright.Media.Colour;
using Reelwright.Media.Text;

namespace Reelwright.Media.Film.Quality;

/// <summary>Measures the contrast of each text with the pixels behind it, in a frame in which the text does not move.</summary>
internal sealed class TextContrast(IReadOnlyList<TextPlacement> placements, int width, int height)
{
    private const int Every = 3;

    /// <summary>The share of pixels that is left out, because a bright spot between two letters hides neither.</summary>
    private const double WorstShare = 0.05;

    private readonly ILookup<int, TextPlacement> _byFrame = placements.ToLookup(placement => placement.Frame);

    /// <summary>The lowest contrast of all texts; null before the first.</summary>
    public double? Lowest { get; private set; }

    public void See(int frame, ReadOnlySpan<byte> pixels)
    {
        foreach (var placement in _byFrame[frame])
        {
            var contrast = placement.Ground is { } ground
                ? Contrast.Ratio(Rgb.Parse(placement.Ink), Rgb.Parse(ground))
                : OnPicture(placement, pixels);
            Lowest = Math.Min(Lowest ?? contrast, contrast);
        }
    }

    private double OnPicture(TextPlacement placement, ReadOnlySpan<byte> pixels)
    {
        var ink = Rgb.Parse(placement.Ink);
        var box = placement.Box;
        var ratios = new List<double>();
        for (var y = Math.Max(0, (int)box.Y); y < Math.Min(height, box.Bottom); y += Every)
        {
            for (var x = Math.Max(0, (int)box.X); x < Math.Min(width, box.Right); x += Every)
            {
                var ground = ColourAt(pixels, x, y);
                ratios.Add(Contrast.Ratio(Mix(ground, ink, (float)placement.Opacity), ground));
            }
        }

        ratios.Sort();
        return ratios.Count == 0 ? double.PositiveInfinity : ratios[(int)(ratios.Count * WorstShare)];
    }

    private static Rgb Mix(Rgb ground, Rgb ink, float share) =>
        new(ground.R + ((ink.R - ground.R) * share), ground.G + ((ink.G - ground.G) * share), ground.B + ((ink.B - ground.B) * share));

    // The frames that the encoder gets are BT.709 in limited range, with chroma at half size.
    private Rgb ColourAt(ReadOnlySpan<byte> pixels, int x, int y)
    {
        var (size, half) = (width * height, width / 2);
        var chroma = ((y / 2) * half) + (x / 2);
        var luma = (pixels[(y * width) + x] - 16) / 219f;
        var blue = luma + (1.8556f * (pixels[size + chroma] - 128) / 224f);
        var red = luma + (1.5748f * (pixels[size + (size / 4) + chroma] - 128) / 224f);
        var green = (luma - (0.2126f * red) - (0.0722f * blue)) / 0.7152f;
        return new Rgb(Math.Clamp(red, 0, 1), Math.Clamp(green, 0, 1), Math.Clamp(blue, 0, 1));
    }
}
