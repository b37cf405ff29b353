using System.Buffers.Binary;

namespace Reelwright.Media.Ffmpeg;

/// <summary>The size and orientation in a picture's header, read before it is decoded.</summary>
/// <param name="Width">Pixels as stored.</param>
/// <param name="Height">Pixels as stored.</param>
/// <param name="Orientation">EXIF: 1 is upright, 2 to 8 are turned or mirrored.</param>
internal sealed record PictureHeader(int Width, int Height, int Orientation = 1)
{
    private const int PngHeaderBytes = 24;

    public long Pixels => (long)Width * Height;

    /// <summary>Whether width and height change places when it is put upright.</summary>
    public bool IsOnItsSide => Orientation is >= 5 and <= 8;

    /// <summary>
    /// Filters that rotate it upright. ffmpeg's own rotation is disabled where these are used, because the rotated formats depend on its
    /// version.
    /// </summary>
    public IReadOnlyList<string> Upright => Orientation switch
    {
        2 => ["hflip"],
        3 => ["hflip", "vflip"],
        4 => ["vflip"],
        5 => ["transpose=cclock_flip"],
        6 => ["transpose=clock"],
        7 => ["transpose=clock_flip"],
        8 => ["transpose=cclock"],
        _ => [],
    };

    /// <summary>Null when the header holds no size.</summary>
    /// <exception cref="NotSupportedException">It is a picture of a kind that is not taken; the message follows the file's
    /// name.</exception>
    public static PictureHeader? Read(Stream file, string demuxer) => demuxer switch
    {
        "png_pipe" => ReadPng(file),
        "webp_pipe" => WebpHeader.Read(file),
        _ => JpegHeader.Read(file),
    };

    /// <summary>Null for a size that no picture has.</summary>
    public static PictureHeader? Of(long width, long height, int orientation = 1) =>
        width is > 0 and <= int.MaxValue && height is > 0 and <= int.MaxValue ? new((int)width, (int)height, orientation) : null;

    private static PictureHeader? ReadPng(Stream file)
    {
        Span<byte> header = stackalloc byte[PngHeaderBytes];
        file.Position = 0;
        return file.ReadAtLeast(header, PngHeaderBytes, throwOnEndOfStream: false) == PngHeaderBytes && header[12..].StartsWith("IHDR"u8)
            ? Of(BinaryPrimitives.ReadUInt32BigEndian(header[16..]), BinaryPrimitives.ReadUInt32BigEndian(header[20..]))
            : null;
    }
}
