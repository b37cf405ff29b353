using System.Buffers.Binary;
using System.Text;

namespace Reelwright.Media.Tests.Ffmpeg;

/// <summary>Small files that are not what they seem, byte by byte.</summary>
internal static class HostileFiles
{
    private static readonly byte[] _pngSignature = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A];

    /// <summary>The beginning of a PNG of any size.</summary>
    public static byte[] Png(uint width, uint height) => [.. _pngSignature, .. Big(13u), .. "IHDR"u8, .. Big(width), .. Big(height), 8, 6, 0, 0, 0, 0, 0, 0, 0];

    /// <summary>A JPEG's segments up to its frame header, and nothing after it.</summary>
    public static byte[] Jpeg(ushort width, ushort height, ushort? orientation = null, bool littleEndian = true) =>
        [0xFF, 0xD8, .. orientation is { } value ? Exif(value, littleEndian) : [], .. Frame(width, height), 0xFF, 0xDA];

    public static byte[] Frame(ushort width, ushort height) => [0xFF, 0xC2, 0, 17, 8, .. Big(height), .. Big(width), 3, 1, 0x22, 0, 2, 0x11, 1, 3, 0x11, 1];

    /// <summary>A JPEG's segment that says how the camera was held.</summary>
    public static byte[] Exif(ushort orientation, bool littleEndian = true)
    {
        byte[] tiff = littleEndian
            ? [.. "II*\0"u8, 8, 0, 0, 0, 1, 0, 0x12, 0x01, 3, 0, 1, 0, 0, 0, (byte)orientation, 0, 0, 0, 0, 0, 0, 0]
            : [.. "MM\0*"u8, 0, 0, 0, 8, 0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, (byte)orientation, 0, 0, 0, 0, 0, 0];
        return [0xFF, 0xE1, .. Big((ushort)(tiff.Length + 8)), .. "Exif\0\0"u8, .. tiff];
    }

    public static byte[] Webp(string kind, params byte[] payload) =>
        [.. "RIFF"u8, 0, 1, 0, 0, .. "WEBP"u8, .. Encoding.ASCII.GetBytes(kind), (byte)payload.Length, 0, 0, 0, .. payload];

    /// <summary>An MP4 with as many streams as wanted, each of them empty.</summary>
    public static byte[] Mp4(int streams, string index = "moov") =>
        [.. FileType, .. Box(index, [.. Enumerable.Repeat(Box("trak"), streams).SelectMany(box => box)])];

    public static byte[] FileType { get; } = Box("ftyp", [.. "isom"u8, 0, 0, 2, 0]);

    public static byte[] Box(string name, params byte[] content) => [.. Big((uint)(content.Length + 8)), .. Encoding.ASCII.GetBytes(name), .. content];

    /// <summary>A box whose size is a lie.</summary>
    public static byte[] Box(string name, uint size, ulong? largeSize = null)
    {
        var large = new byte[largeSize is null ? 0 : 8];
        if (largeSize is { } value)
        {
            BinaryPrimitives.WriteUInt64BigEndian(large, value);
        }

        return [.. Big(size), .. Encoding.ASCII.GetBytes(name), .. large];
    }

    private static byte[] Big(uint number)
    {
        var bytes = new byte[4];
        BinaryPrimitives.WriteUInt32BigEndian(bytes, number);
        return bytes;
    }

    private static byte[] Big(ushort number) => [(byte)(number >> 8), (byte)number];
}
