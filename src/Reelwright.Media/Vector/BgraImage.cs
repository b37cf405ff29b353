namespace Reelwright.Media.Vector;

/// <summary>A picture in native memory: premultiplied 8-bit B, G, R, A, rows <see cref="Stride"/> bytes apart.</summary>
public sealed class BgraImage : IDisposable
{
    /// <summary>Pixels a side; cairo's own limit is 32767, ours keeps one picture below 1 GiB.</summary>
    public const int MaxSide = 16384;

    private readonly CairoSurface _surface;

    private BgraImage(CairoSurface surface, int width, int height)
    {
        _surface = surface;
        Width = width;
        Height = height;
        Stride = Cairo.ImageSurfaceGetStride(surface);
    }

    public int Width { get; }

    public int Height { get; }

    /// <summary>Bytes from one row to the next.</summary>
    public int Stride { get; }

    /// <summary>All rows; valid until the image is disposed.</summary>
    public unsafe Span<byte> Pixels
    {
        get
        {
            ObjectDisposedException.ThrowIf(_surface.IsClosed, this);
            return new Span<byte>(Cairo.ImageSurfaceGetData(_surface), Stride * Height);
        }
    }

    internal CairoSurface Surface => _surface;

    /// <summary>A transparent picture.</summary>
    public static BgraImage Create(int width, int height)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(width);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(height);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(width, MaxSide);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(height, MaxSide);
        var surface = Cairo.ImageSurfaceCreate(Cairo.FormatArgb32, width, height);
        var status = Cairo.SurfaceStatus(surface);
        if (status != Cairo.Success)
        {
            surface.Dispose();
            throw new InvalidOperationException($"A picture of {width}x{height} could not be made: {Cairo.Describe(status)}.");
        }

        return new BgraImage(surface, width, height);
    }

    /// <summary>One row, without the padding at its end.</summary>
    public Span<byte> Row(int y) => Pixels.Slice(y * Stride, Width * 4);

    /// <summary>Writes a PNG file; a reader never sees half of it.</summary>
    public void WritePng(string path)
    {
        var part = path + ".part";
        Cairo.SurfaceMarkDirty(_surface);
        var status = Cairo.SurfaceWriteToPng(_surface, part);
        if (status != Cairo.Success)
        {
            File.Delete(part);
            throw new IOException($"The picture could not be written to {path}: {Cairo.Describe(status)}.");
        }

        File.Move(part, path, overwrite: true);
    }

    public void Dispose() => _surface.Dispose();
}
