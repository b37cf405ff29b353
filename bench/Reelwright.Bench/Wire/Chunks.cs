using System.Buffers.Text;

namespace Reelwright.Bench.Wire;

/// <summary>A body in chunks (RFC 9112, 7.1), without extensions and trailers.</summary>
internal static class Chunks
{
    /// <summary>Joins the chunks at the start of the data, once all are there.</summary>
    /// <param name="data">What has come of the body.</param>
    /// <param name="length">Of the joined body.</param>
    /// <param name="consumed">Bytes that the chunks took.</param>
    public static bool TryJoin(Span<byte> data, out int length, out int consumed)
    {
        if (!TryWalk(data, join: false, out length, out consumed))
        {
            return false;
        }

        return TryWalk(data, join: true, out length, out consumed);
    }

    private static bool TryWalk(Span<byte> data, bool join, out int length, out int consumed)
    {
        length = consumed = 0;
        while (data[consumed..].IndexOf("\r\n"u8) is > 0 and var digits)
        {
            if (!Utf8Parser.TryParse(data[consumed..], out int size, out _, 'x'))
            {
                throw new InvalidDataException("A chunk without a size.");
            }

            var start = consumed + digits + 2;
            if (data.Length < start + size + 2)
            {
                return false;
            }

            if (join)
            {
                data.Slice(start, size).CopyTo(data[length..]);
            }

            length += size;
            consumed = start + size + 2;
            if (size == 0)
            {
                return true;
            }
        }

        return false;
    }
}
