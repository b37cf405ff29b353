using System.Buffers.Binary;

namespace Reelwright.Media.Ffmpeg;

/// <summary>
/// Counts the streams and finds the missing end of an MP4 or QuickTime file from its boxes before any other program opens it. Boxes are
/// read as ffmpeg reads them: a size beyond the file's end means its end, and a size smaller than the box's own header ends the walk.
/// </summary>
internal static class Mp4Outline
{
    private const int MostBoxes = 100_000;
    private const int HeaderBytes = 8;
    private const int LongHeaderBytes = 16;
    private const int ChunkBytes = 64 << 10;
    private const long LargestClip = 1L << 40;

    /// <summary>The share of a file that may be missing, because the end of a sound track is not needed.</summary>
    private const double MostMissing = 0.03;

    /// <summary>What is wrong, to follow the file's name; null when nothing is.</summary>
    public static string? FindFault(Stream file)
    {
        Span<byte> header = stackalloc byte[LongHeaderBytes];
        var (at, boxes, streams) = (0L, 0, 0);
        while (file.Length - at >= HeaderBytes)
        {
            if (++boxes > MostBoxes)
            {
                return $"is made of more than {MostBoxes} boxes; no video that is meant to be played is.";
            }

            file.Position = at;
            var read = file.ReadAtLeast(header, LongHeaderBytes, throwOnEndOfStream: false);
            var (start, end) = Bounds(header[..read], at, file.Length);
            if (IsMedia(header[4..8]) && Missing(header[..read], at, file.Length) is > 0 and var missing
                && missing > (file.Length + missing) * MostMissing)
            {
                return $"is cut short: {missing} of {file.Length + missing} bytes are missing.";
            }
            if (end < start)
            {
                break;
            }

            // Media data is skipped. All other boxes are searched completely, because an index may be nested or hidden in a "free" box.
            if (!header[4..8].SequenceEqual("mdat"u8) && (streams += CountTracks(file, start, end)) > MediaLimits.MostStreams)
            {
                return $"holds more than {MediaLimits.MostStreams} streams, the most that are accepted.";
            }

            at = end;
        }

        return null;
    }

    private static (long Start, long End) Bounds(ReadOnlySpan<byte> header, long at, long fileEnd)
    {
        long size = BinaryPrimitives.ReadUInt32BigEndian(header);
        switch (size)
        {
            case 0:
                return (at + HeaderBytes, fileEnd);
            case 1 when header.Length == LongHeaderBytes:
                var large = BinaryPrimitives.ReadUInt64BigEndian(header[HeaderBytes..]);
                return (at + LongHeaderBytes, large > (ulong)(fileEnd - at) ? fileEnd : at + (long)large);
            default:
                return (at + HeaderBytes, Math.Min(fileEnd, at + size));
        }
    }

    private static bool IsMedia(ReadOnlySpan<byte> kind) => kind.SequenceEqual("mdat"u8) || kind.SequenceEqual("moof"u8);

    /// <summary>Bytes of a box beyond the file's end. Sizes that no clip has are left to the demuxer.</summary>
    private static long Missing(ReadOnlySpan<byte> header, long at, long fileEnd)
    {
        long size = BinaryPrimitives.ReadUInt32BigEndian(header);
        if (size == 1 && header.Length == LongHeaderBytes)
        {
            size = (long)Math.Min(BinaryPrimitives.ReadUInt64BigEndian(header[HeaderBytes..]), LargestClip);
        }

        return size < HeaderBytes || size >= LargestClip ? 0 : Math.Max(0, at + size - fileEnd);
    }

    private static int CountTracks(Stream file, long start, long end)
    {
        var buffer = new byte[(int)Math.Min(ChunkBytes, Math.Max(0, end - start))];
        var (count, kept) = (0, 0);
        file.Position = start;
        for (var left = end - start; left > 0 && count <= MediaLimits.MostStreams;)
        {
            var read = file.Read(buffer, kept, (int)Math.Min(buffer.Length - kept, left));
            if (read == 0)
            {
                break;
            }

            left -= read;
            var seen = buffer.AsSpan(0, kept + read);
            count += seen.Count("trak"u8);

            // A name may lie across two chunks; three bytes of it cannot be counted twice.
            kept = Math.Min(3, seen.Length);
            seen[^kept..].CopyTo(buffer);
        }

        return count;
    }
}
