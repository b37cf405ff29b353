using Reelwright.Media.Scenes;

namespace Reelwright.Media.Tests.Film;

/// <summary>The light of a frame.</summary>
public sealed record Picture(byte[] Pixels, int Width, int Height)
{
    public double Mean => Pixels.Average(pixel => (double)pixel);

    /// <summary>How many pixels differ from a flat ground.</summary>
    public int Ink(int ground, int tolerance = 24) => Pixels.Count(pixel => Math.Abs(pixel - ground) > tolerance);

    /// <summary>Where pixels differ from a flat ground; null when none does.</summary>
    public Box? Written(int ground, int tolerance = 24)
    {
        int left = int.MaxValue, top = int.MaxValue, right = -1, bottom = -1;
        for (var i = 0; i < Pixels.Length; i++)
        {
            if (Math.Abs(Pixels[i] - ground) > tolerance)
            {
                var (x, y) = (i % Width, i / Width);
                (left, top, right, bottom) = (Math.Min(left, x), Math.Min(top, y), Math.Max(right, x), Math.Max(bottom, y));
            }
        }

        return right < 0 ? null : new Box(left, top, right - left + 1, bottom - top + 1);
    }
}
