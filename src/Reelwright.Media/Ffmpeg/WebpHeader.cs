using System.Buffers.Binary;

namespace Reelwright.Media.Ffmpeg;

/// <summary>Size and orientation of a WebP: lossy (VP8), lossless (VP8L) or with extras (VP8X).</summary>
internal static class WebpHeader
{
    private const int FirstChunk = 12;
    private const int HeaderBytes = 30;
    private const int AnimationFlag = 0x02;
    private const int ExifFlag = 0x08;
    private const int MostChunks = 64;
    private const int MostExifBytes = 64 << 10;

    /// <exception cref="NotSupportedException">It is animated.</exception>
    public static PictureHeader? Read(Stream file)
    {
        Span<byte> header = stackalloc byte[HeaderBytes];
        file.Position = 0;
        var read = file.ReadAtLeast(header, HeaderBytes, throwOnEndOfStream: false);
        var kind = header[FirstChunk..];
        if (kind.StartsWith("VP8L"u8) && read >= 25 && header[20] == 0x2F)
        {
            var bits = BinaryPrimitives.ReadUInt32LittleEndian(header[21..]);
            return PictureHeader.Of((bits & 0x3FFF) + 1, ((bits >> 14) & 0x3FFF) + 1);
        }

        if (read < HeaderBytes)
        {
            return null;
        }

        if (kind.StartsWith("VP8 "u8) && header[23..].StartsWith((ReadOnlySpan<byte>)[0x9D, 0x01, 0x2A]))
        {
            return PictureHeader.Of(
                BinaryPrimitives.ReadUInt16LittleEndian(header[26..]) & 0x3FFF, BinaryPrimitives.ReadUInt16LittleEndian(header[28..]) & 0x3FFF);
        }

        return kind.StartsWith("VP8X"u8) ? ReadExtended(file, header[20..]) : null;
    }

    private static PictureHeader? ReadExtended(Stream file, ReadOnlySpan<byte> chunk)
    {
        if ((chunk[0] & AnimationFlag) != 0)
        {
            throw new NotSupportedException("is an animated WebP; only a still picture can be used.");
        }

        return PictureHeader.Of(Three(chunk[4..]) + 1, Three(chunk[7..]) + 1, (chunk[0] & ExifFlag) != 0 ? FindOrientation(file) : 1);
    }

    private static int FindOrientation(Stream file)
    {
        Span<byte> header = stackalloc byte[8];
        var at = (long)FirstChunk;
        for (var chunks = 0; chunks < MostChunks && at < file.Length; chunks++)
        {
            file.Position = at;
            if (file.ReadAtLeast(header, header.Length, throwOnEndOfStream: false) < header.Length)
            {
                break;
            }

            var size = BinaryPrimitives.ReadUInt32LittleEndian(header[4..]);
            if (header.StartsWith("EXIF"u8))
            {
                var exif = new byte[Math.Min(size, MostExifBytes)];
                return ExifOrientation.Find(exif.AsSpan(0, file.ReadAtLeast(exif, exif.Length, throwOnEndOfStream: false))) ?? 1;
            }

            // Chunks begin at even places.
            at += header.Length + size + (size & 1);
        }

        return 1;
    }

    private static int Three(ReadOnlySpan<byte> bytes) => bytes[0] | (bytes[1] << 8) | (bytes[2] << 16);
}
