using System.Buffers.Binary;

namespace Reelwright.Media.Film.Provenance;

/// <summary>Adds an XMP packet to an animated WebP as its last chunk and sets the header's flag for it (RFC 9649, section 2.7).</summary>
internal static class WebpMark
{
    private const int ChunkHeader = 8;
    private const int RiffSizeAt = 4;
    private const int FlagsAt = 20;
    private const byte HasXmp = 0x04;

    /// <param name="path">A whole WebP; a preview is small enough to be held in memory.</param>
    public static async Task AppendAsync(string path, ReadOnlyMemory<byte> packet, CancellationToken cancellationToken)
    {
        var picture = await File.ReadAllBytesAsync(path, cancellationToken).ConfigureAwait(false);
        await File.WriteAllBytesAsync(path, Marked(picture, packet.Span), cancellationToken).ConfigureAwait(false);
    }

    /// <exception cref="ArgumentException">It is no WebP of the extended kind, which every animated one is.</exception>
    public static byte[] Marked(ReadOnlySpan<byte> picture, ReadOnlySpan<byte> packet)
    {
        if (picture.Length <= FlagsAt || !picture.StartsWith("RIFF"u8) || !picture[8..].StartsWith("WEBPVP8X"u8))
        {
            throw new ArgumentException("An animated WebP begins with RIFF, WEBP and VP8X.", nameof(picture));
        }

        Span<byte> head = stackalloc byte[ChunkHeader];
        "XMP "u8.CopyTo(head);
        BinaryPrimitives.WriteInt32LittleEndian(head[4..], packet.Length);

        // A chunk's content is filled up to an even length.
        byte[] marked = [.. picture, .. head, .. packet, .. new byte[packet.Length % 2]];
        marked[FlagsAt] |= HasXmp;
        BinaryPrimitives.WriteInt32LittleEndian(marked.AsSpan(RiffSizeAt), marked.Length - ChunkHeader);
        return marked;
    }
}
