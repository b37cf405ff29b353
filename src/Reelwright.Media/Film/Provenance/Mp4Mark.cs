using System.Buffers.Binary;

namespace Reelwright.Media.Film.Provenance;

/// <summary>
/// Adds an XMP packet to a finished MP4 as its last box (XMP specification, part 3: a top-level <c>uuid</c> box). Nothing before it moves,
/// so the index at the front still holds, and a player that does not know the box passes over it.
/// </summary>
internal static class Mp4Mark
{
    private const int HeaderBytes = 8;

    private static ReadOnlySpan<byte> XmpBox => [0xBE, 0x7A, 0xCF, 0xCB, 0x97, 0xA9, 0x42, 0xE8, 0x9C, 0x71, 0x99, 0x94, 0x91, 0xE3, 0xAF, 0xAC];

    /// <param name="path">An MP4 in which every box states its size, as ffmpeg leaves it; a last box of "the rest of the file" would
    /// swallow the mark.</param>
    public static async Task AppendAsync(string path, ReadOnlyMemory<byte> packet, CancellationToken cancellationToken)
    {
        var box = new byte[HeaderBytes + XmpBox.Length + packet.Length];
        BinaryPrimitives.WriteUInt32BigEndian(box, (uint)box.Length);
        "uuid"u8.CopyTo(box.AsSpan(4));
        XmpBox.CopyTo(box.AsSpan(HeaderBytes));
        packet.Span.CopyTo(box.AsSpan(HeaderBytes + XmpBox.Length));
        await File.AppendAllBytesAsync(path, box, cancellationToken).ConfigureAwait(false);
    }
}
