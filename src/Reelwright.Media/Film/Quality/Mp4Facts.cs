using System.Buffers.Binary;
using System.Text;

namespace Reelwright.Media.Film.Quality;

/// <summary>Facts from the boxes of an MP4 (ISO/IEC 14496-12). Only for files of our own: box sizes are not checked.</summary>
internal sealed record Mp4Facts
{
    /// <summary>The index (moov) stands before the media (mdat).</summary>
    public required bool Faststart { get; init; }

    public required double VideoSeconds { get; init; }

    /// <summary>0 without sound.</summary>
    public required double AudioSeconds { get; init; }

    /// <summary>The most frames from one keyframe to the next, or to the end.</summary>
    public required int KeyframeGap { get; init; }

    public static async Task<Mp4Facts> ReadAsync(string path, CancellationToken cancellationToken)
    {
        await using var file = File.OpenRead(path);
        var header = new byte[16];
        byte[]? index = null;
        bool? faststart = null;
        while (await file.ReadAtLeastAsync(header.AsMemory(0, 8), 8, throwOnEndOfStream: false, cancellationToken).ConfigureAwait(false) == 8)
        {
            long size = BinaryPrimitives.ReadUInt32BigEndian(header), read = 8;
            var kind = Kind(header);
            if (size == 1)
            {
                await file.ReadExactlyAsync(header.AsMemory(8, 8), cancellationToken).ConfigureAwait(false);
                (size, read) = (BinaryPrimitives.ReadInt64BigEndian(header.AsSpan(8)), 16);
            }

            if (kind == "moov")
            {
                faststart ??= true;
                index = new byte[size - read];
                await file.ReadExactlyAsync(index, cancellationToken).ConfigureAwait(false);
                continue;
            }

            faststart ??= kind == "mdat" ? false : null;
            file.Seek(size - read, SeekOrigin.Current);
        }

        return Read(index ?? throw new InvalidDataException($"'{path}' has no index."), faststart == true);
    }

    private static Mp4Facts Read(ReadOnlyMemory<byte> index, bool faststart)
    {
        var top = Boxes(index);
        var scale = Number(top.First(box => box.Kind == "mvhd").Body, 12, 20);
        double video = 0, audio = 0;
        var gap = 0;
        foreach (var track in top.Where(box => box.Kind == "trak").Select(box => Boxes(box.Body)))
        {
            var seconds = Number(track.First(box => box.Kind == "tkhd").Body, 20, 28, isLong: true) / scale;
            var media = Boxes(track.First(box => box.Kind == "mdia").Body);
            switch (Encoding.ASCII.GetString(media.First(box => box.Kind == "hdlr").Body.Span.Slice(8, 4)))
            {
                case "vide":
                    video = seconds;
                    gap = LargestGap(Boxes(Boxes(media.First(box => box.Kind == "minf").Body).First(box => box.Kind == "stbl").Body));
                    break;
                case "soun":
                    audio = seconds;
                    break;
            }
        }

        return new Mp4Facts { Faststart = faststart, VideoSeconds = video, AudioSeconds = audio, KeyframeGap = gap };
    }

    private static int LargestGap(List<(string Kind, ReadOnlyMemory<byte> Body)> samples)
    {
        var frames = (int)BinaryPrimitives.ReadUInt32BigEndian(samples.First(box => box.Kind == "stsz").Body.Span[8..]);
        if (samples.Find(box => box.Kind == "stss").Body is not { IsEmpty: false } keys)
        {
            // Without the table every frame is a keyframe.
            return 1;
        }

        var (largest, before) = (0, 1);
        for (var at = 8; at + 4 <= keys.Length; at += 4)
        {
            var key = (int)BinaryPrimitives.ReadUInt32BigEndian(keys.Span[at..]);
            (largest, before) = (Math.Max(largest, key - before), key);
        }

        return Math.Max(largest, frames + 1 - before);
    }

    private static List<(string Kind, ReadOnlyMemory<byte> Body)> Boxes(ReadOnlyMemory<byte> within)
    {
        var boxes = new List<(string, ReadOnlyMemory<byte>)>();
        while (within.Length >= 8 && BinaryPrimitives.ReadUInt32BigEndian(within.Span) is >= 8 and var size && size <= within.Length)
        {
            boxes.Add((Kind(within.Span), within[8..(int)size]));
            within = within[(int)size..];
        }

        return boxes;
    }

    // Version 1 of a box has longer times, so later fields have other offsets.
    private static double Number(ReadOnlyMemory<byte> body, int atInVersion0, int atInVersion1, bool isLong = false) => body.Span[0] switch
    {
        0 => BinaryPrimitives.ReadUInt32BigEndian(body.Span[atInVersion0..]),
        _ when isLong => BinaryPrimitives.ReadUInt64BigEndian(body.Span[atInVersion1..]),
        _ => BinaryPrimitives.ReadUInt32BigEndian(body.Span[atInVersion1..]),
    };

    private static string Kind(ReadOnlySpan<byte> header) => Encoding.ASCII.GetString(header.Slice(4, 4));
}
