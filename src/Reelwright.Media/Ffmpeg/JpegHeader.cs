using System.Buffers.Binary;

namespace Reelwright.Media.Ffmpeg;

/// <summary>Size and orientation of a JPEG, from the segments before its pixels.</summary>
internal static class JpegHeader
{
    private const int StartOfScan = 0xDA;
    private const int EndOfImage = 0xD9;
    private const int App1 = 0xE1;
    private const int FrameBytes = 5;

    public static PictureHeader? Read(Stream file)
    {
        PictureHeader? largest = null;
        var orientation = 1;
        Span<byte> length = stackalloc byte[2];
        file.Position = 2;
        while (NextMarker(file) is var marker && marker is not (-1 or StartOfScan or EndOfImage))
        {
            if (marker is 0x00 or 0x01 or (>= 0xD0 and <= 0xD8))
            {
                continue;
            }

            var start = file.Position;
            if (file.ReadAtLeast(length, 2, throwOnEndOfStream: false) < 2)
            {
                break;
            }

            // Decoders use the last frame header. The largest one is returned, so that a later one cannot evade the size limit.
            if (IsFrame(marker) && ReadFrame(file) is { } frame && frame.Pixels > (largest?.Pixels ?? 0))
            {
                largest = frame;
            }
            else if (marker == App1)
            {
                orientation = ReadOrientation(file, BinaryPrimitives.ReadUInt16BigEndian(length)) ?? orientation;
            }

            file.Position = start + Math.Max(2, (int)BinaryPrimitives.ReadUInt16BigEndian(length));
        }

        return largest is null ? null : largest with { Orientation = orientation };
    }

    /// <summary>
    /// Whether the marker that ends the picture follows its first scan; a preview within the metadata has one of its own.
    /// </summary>
    public static bool HasEnd(Stream file)
    {
        Span<byte> length = stackalloc byte[2];
        file.Position = 2;
        var scanned = false;
        while (NextMarker(file) is var marker and not -1)
        {
            if (marker == EndOfImage)
            {
                return scanned;
            }

            scanned |= marker == StartOfScan;
            if (!scanned && marker is not (0x00 or 0x01 or (>= 0xD0 and <= 0xD8)) && file.ReadAtLeast(length, 2, throwOnEndOfStream: false) == 2)
            {
                file.Position += Math.Max(0, BinaryPrimitives.ReadUInt16BigEndian(length) - 2);
            }
        }

        return false;
    }

    private static bool IsFrame(int marker) => marker is >= 0xC0 and <= 0xCF and not (0xC4 or 0xC8 or 0xCC);

    /// <summary>The byte after the next 0xFF; -1 at the end.</summary>
    private static int NextMarker(Stream file)
    {
        int value;
        do
        {
            value = file.ReadByte();
        }
        while (value is not (-1 or 0xFF));

        while (value == 0xFF)
        {
            value = file.ReadByte();
        }

        return value;
    }

    private static PictureHeader? ReadFrame(Stream file)
    {
        Span<byte> frame = stackalloc byte[FrameBytes];
        return file.ReadAtLeast(frame, FrameBytes, throwOnEndOfStream: false) == FrameBytes
            ? PictureHeader.Of(BinaryPrimitives.ReadUInt16BigEndian(frame[3..]), BinaryPrimitives.ReadUInt16BigEndian(frame[1..]))
            : null;
    }

    private static int? ReadOrientation(Stream file, int length)
    {
        var segment = new byte[Math.Max(0, length - 2)];
        var read = file.ReadAtLeast(segment, segment.Length, throwOnEndOfStream: false);
        return ExifOrientation.Find(segment.AsSpan(0, read));
    }
}
