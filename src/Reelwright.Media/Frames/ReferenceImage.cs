using Reelwright.Media.Colour;

namespace Reelwright.Media.Frames;

/// <summary>A decoded reference image that is not ours: opaque pixels, B, G, R, A, rows without gaps.</summary>
public sealed class ReferenceImage
{
    private ReferenceImage(int width, int height, byte[] bgra)
    {
        Width = width;
        Height = height;
        Bgra = bgra;
    }

    public int Width { get; }

    public int Height { get; }

    internal byte[] Bgra { get; }

    /// <summary>Takes over the array. Alpha is ignored.</summary>
    public static ReferenceImage FromBgra(byte[] pixels, int width, int height)
    {
        Check(pixels, width, height, 4);
        for (var i = 3; i < pixels.Length; i += 4)
        {
            pixels[i] = 255;
        }

        return new ReferenceImage(width, height, pixels);
    }

    /// <summary>Copies red, green, blue bytes, as ffmpeg's <c>rgb24</c> writes them.</summary>
    public static ReferenceImage FromRgb(ReadOnlySpan<byte> pixels, int width, int height)
    {
        Check(pixels, width, height, 3);
        var bgra = new byte[width * height * 4];
        for (int from = 0, to = 0; from < pixels.Length; from += 3, to += 4)
        {
            bgra[to] = pixels[from + 2];
            bgra[to + 1] = pixels[from + 1];
            bgra[to + 2] = pixels[from];
            bgra[to + 3] = 255;
        }

        return new ReferenceImage(width, height, bgra);
    }

    /// <summary>Lays a cut-out, as premultiplied red, green, blue, alpha bytes, over a ground.</summary>
    internal static ReferenceImage FromCutOut(ReadOnlySpan<byte> pixels, int width, int height, Rgb ground)
    {
        Check(pixels, width, height, 4);
        var (red, green, blue) = ((int)(ground.R * 255), (int)(ground.G * 255), (int)(ground.B * 255));
        var bgra = new byte[pixels.Length];
        for (var i = 0; i < pixels.Length; i += 4)
        {
            var clear = 255 - pixels[i + 3];
            bgra[i] = Over(pixels[i + 2], blue, clear);
            bgra[i + 1] = Over(pixels[i + 1], green, clear);
            bgra[i + 2] = Over(pixels[i], red, clear);
            bgra[i + 3] = 255;
        }

        return new ReferenceImage(width, height, bgra);
    }

    private static byte Over(int colour, int ground, int clear) => (byte)Math.Min(255, colour + (((ground * clear) + 127) / 255));

    private static void Check(ReadOnlySpan<byte> pixels, int width, int height, int channels)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(width, 2);
        ArgumentOutOfRangeException.ThrowIfLessThan(height, 2);
        if (pixels.Length != width * height * channels)
        {
            throw new ArgumentException(
                $"A picture of {width}x{height} with {channels} bytes a pixel has {(long)width * height * channels} bytes, not {pixels.Length}.", nameof(pixels));
        }
    }
}
