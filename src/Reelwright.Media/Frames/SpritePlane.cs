namespace Reelwright.Media.Frames;

/// <summary>
/// One channel of a sprite, each texel a premultiplied value in the low byte and its alpha in the high byte, so that
/// one 32-bit load brings a texel and its right neighbour.
/// </summary>
internal sealed class SpritePlane
{
    private const int BandRows = 16;
    private readonly (int Left, int Right)[] _bands;

    public SpritePlane(int width, int height)
    {
        Width = width;
        Height = height;
        Texels = new ushort[width * height];
        _bands = new (int Left, int Right)[(height / BandRows) + 1];
        Array.Fill(_bands, (0, width));
        Bottom = height;
    }

    public int Width { get; }

    public int Height { get; }

    public ushort[] Texels { get; }

    /// <summary>First row that is not transparent.</summary>
    public int Top { get; private set; }

    /// <summary>One past the last row that is not transparent.</summary>
    public int Bottom { get; private set; }

    /// <summary>What is not transparent in the rows from one to another, both included; empty when nothing is.</summary>
    public (int Left, int Right) Extent(int first, int last)
    {
        var (left, right) = (Width, 0);
        var end = Math.Clamp(last / BandRows, 0, _bands.Length - 1);
        for (var band = Math.Clamp(first / BandRows, 0, end); band <= end; band++)
        {
            left = Math.Min(left, _bands[band].Left);
            right = Math.Max(right, _bands[band].Right);
        }

        return (left, right);
    }

    public void Set(int x, int y, float value, float alpha) =>
        Texels[(y * Width) + x] = (ushort)((int)(Math.Clamp(value, 0, 255) + 0.5f) | ((int)(alpha + 0.5f) << 8));

    /// <summary>Finds the parts that are worth sampling, with one texel around them for the interpolation.</summary>
    public void Trim()
    {
        Array.Fill(_bands, (Width, 0));
        (Top, Bottom) = (Height, 0);
        for (var y = 0; y < Height; y++)
        {
            var row = Texels.AsSpan(y * Width, Width);
            var first = row.IndexOfAnyExcept((ushort)0);
            if (first >= 0)
            {
                ref var band = ref _bands[y / BandRows];
                band = (Math.Min(band.Left, Math.Max(0, first - 1)), Math.Max(band.Right, Math.Min(Width, row.LastIndexOfAnyExcept((ushort)0) + 2)));
                Top = Math.Min(Top, Math.Max(0, y - 1));
                Bottom = Math.Min(Height, y + 2);
            }
        }
    }
}
