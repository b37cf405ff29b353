using System.Buffers.Binary;

namespace Reelwright.Media.Film.Provenance;

/// <summary>
/// Puts an XMP packet into a JPEG as an APP1 segment (XMP specification, part 3), behind the JFIF header, which must come first.
/// </summary>
internal static class JpegMark
{
    private const int MarkerBytes = 2;
    private const int LengthBytes = 2;

    private static ReadOnlySpan<byte> Start => [0xFF, 0xD8];

    private static ReadOnlySpan<byte> App0 => [0xFF, 0xE0];

    private static ReadOnlySpan<byte> App1 => [0xFF, 0xE1];

    private static ReadOnlySpan<byte> Signature => "http://ns.adobe.com/xap/1.0/\0"u8;

    /// <param name="path">A whole JPEG; a thumbnail is small enough to be held in memory.</param>
    public static async Task InsertAsync(string path, ReadOnlyMemory<byte> packet, CancellationToken cancellationToken)
    {
        var picture = await File.ReadAllBytesAsync(path, cancellationToken).ConfigureAwait(false);
        await File.WriteAllBytesAsync(path, Marked(picture, packet.Span), cancellationToken).ConfigureAwait(false);
    }

    /// <exception cref="ArgumentException">It is no JPEG, or the packet is too long for a segment.</exception>
    public static byte[] Marked(ReadOnlySpan<byte> picture, ReadOnlySpan<byte> packet)
    {
        if (!picture.StartsWith(Start))
        {
            throw new ArgumentException("A JPEG begins with FF D8.", nameof(picture));
        }

        var length = LengthBytes + Signature.Length + packet.Length;
        if (length > ushort.MaxValue)
        {
            throw new ArgumentException($"A packet of {packet.Length} bytes does not fit into a JPEG segment.", nameof(packet));
        }

        var at = Start.Length;
        while (picture[at..].StartsWith(App0))
        {
            at += MarkerBytes + BinaryPrimitives.ReadUInt16BigEndian(picture[(at + MarkerBytes)..]);
        }

        Span<byte> head = [.. App1, (byte)(length >> 8), (byte)length, .. Signature];
        return [.. picture[..at], .. head, .. packet, .. picture[at..]];
    }
}
