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

    private static bool HasPngEnd(Stream file)
    {
        Span<byte> header = stackalloc byte[ChunkHeader];
        file.Position = Signature;
        while (file.ReadAtLeast(header, ChunkHeader, throwOnEndOfStream: false) == ChunkHeader)
        {
            var end = file.Position + BinaryPrimitives.ReadUInt32BigEndian(header) + ChunkChecksum;
            if (header[4..].SequenceEqual("IEND"u8))
            {
                return true;
            }

            if (end > file.Length)
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
