namespace Reelwright.Media.Frames;

/// <summary>
/// One channel of a plate, each texel a premultiplied value in the low byte and its alpha in the high byte, so that
/// one 32-bit load brings a texel and its right neighbour.
/// </summary>
internal sealed class PlatePlane
{
    public PlatePlane(int width, int height)
    {
        Width = width;
        Height = height;
        Texels = new ushort[width * height];
        Right = width;
        Bottom = height;
    }

    public int Width { get; }

    public int Height { get; }

    public ushort[] Texels { get; }

    /// <summary>Left edge of what is not transparent.</summary>
    public int Left { get; private set; }

    public int Top { get; private set; }

    /// <summary>One past the right edge of what is not transparent.</summary>
    public int Right { get; private set; }

    public int Bottom { get; private set; }

    public void Set(int x, int y, float value, float alpha) =>
        Texels[(y * Width) + x] = (ushort)((int)(Math.Clamp(value, 0, 255) + 0.5f) | ((int)(alpha + 0.5f) << 8));

    /// <summary>Finds the part that is worth sampling, with one texel around it for the interpolation.</summary>
    public void Trim()
    {
        var (left, top, right, bottom) = (Width, Height, 0, 0);
        for (var y = 0; y < Height; y++)
        {
            var row = Texels.AsSpan(y * Width, Width);
            var first = row.IndexOfAnyExcept((ushort)0);
            if (first >= 0)
            {
                left = Math.Min(left, first);
                right = Math.Max(right, row.LastIndexOfAnyExcept((ushort)0) + 1);
                top = Math.Min(top, y);
                bottom = y + 1;
            }
        }

        Left = Math.Max(0, left - 1);
        Top = Math.Max(0, top - 1);
        Right = Math.Min(Width, right + 1);
        Bottom = Math.Min(Height, bottom + 1);
    }
}
