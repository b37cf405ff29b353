using System.Buffers.Binary;

namespace Reelwright.Media.Ffmpeg;

/// <summary>Finds pictures that are cut short. Decoders fill the missing part with a colour and report nothing.</summary>
internal static class PictureOutline
{
    private const int ChunkHeader = 8;
    private const int ChunkChecksum = 4;
    private const int Signature = 8;

    /// <exception cref="MediaRejectedException">The end of the file is missing.</exception>
    public static void Check(MediaInput picture)
    {
        using var file = File.OpenRead(picture.FilePath);
        var isWhole = picture.Demuxer switch
        {
            "png_pipe" => HasPngEnd(file),
            "webp_pipe" => HasWebpEnd(file),
            _ => JpegHeader.HasEnd(file),
        };
        if (!isWhole)
        {
            throw new MediaRejectedException($"'{Path.GetFileName(picture.FilePath)}' is cut short: the end of the picture is missing.");
        }
    }

    /// <summary>
    /// Whether a chunk before the picture's data announces further frames (<c>acTL</c>, PNG specification, third edition).
    /// </summary>
    public static bool IsAnimatedPng(string path)
    {
        using var file = File.OpenRead(path);
        return FindPngChunk(file, "acTL"u8, before: "IDAT"u8);
    }

    private static bool HasPngEnd(Stream file) => FindPngChunk(file, "IEND"u8, before: default);

    private static bool FindPngChunk(Stream file, ReadOnlySpan<byte> kind, ReadOnlySpan<byte> before)
    {
        Span<byte> header = stackalloc byte[ChunkHeader];
        file.Position = Signature;
        while (file.ReadAtLeast(header, ChunkHeader, throwOnEndOfStream: false) == ChunkHeader)
        {
            var end = file.Position + BinaryPrimitives.ReadUInt32BigEndian(header) + ChunkChecksum;
            if (header[4..].SequenceEqual(kind))
            {
                return true;
            }

            if (end > file.Length || header[4..].SequenceEqual(before))
            {
                return false;
            }

            file.Position = end;
        }

        return false;
    }

    private static bool HasWebpEnd(Stream file)
    {
        Span<byte> header = stackalloc byte[ChunkHeader];
        file.Position = 0;
        file.ReadExactly(header);
        return BinaryPrimitives.ReadUInt32LittleEndian(header[4..]) + ChunkHeader <= file.Length;
    }
}
