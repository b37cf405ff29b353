using System.Buffers.Text;
using System.Text;

namespace Reelwright.Bench.Wire;

/// <summary>Fields of a message's head.</summary>
internal static class HeadFields
{
    /// <summary>The value of a field; empty when there is none.</summary>
    public static ReadOnlySpan<byte> Find(ReadOnlySpan<byte> head, ReadOnlySpan<byte> name)
    {
        var rest = head[(head.IndexOf((byte)'\n') + 1)..];
        while (rest.IndexOf((byte)'\n') is > 1 and var line)
        {
            if (line > name.Length && rest[name.Length] == ':' && Ascii.EqualsIgnoreCase(rest[..name.Length], name))
            {
                return rest[(name.Length + 1)..line].Trim(" \r"u8);
            }

            rest = rest[(line + 1)..];
        }

        return default;
    }

    /// <summary>Of the body; null when it comes in chunks.</summary>
    public static int? Length(ReadOnlySpan<byte> head) =>
        Utf8Parser.TryParse(Find(head, "Content-Length"u8), out int length, out _) ? length : Find(head, "Transfer-Encoding"u8).IsEmpty ? 0 : null;

    /// <summary>A field that holds a UUID; the empty one when there is none.</summary>
    public static Guid Id(ReadOnlySpan<byte> head, ReadOnlySpan<byte> name) => Utf8Parser.TryParse(Find(head, name), out Guid id, out _) ? id : Guid.Empty;

    /// <summary>Of a response.</summary>
    public static int Status(ReadOnlySpan<byte> head) =>
        Utf8Parser.TryParse(head["HTTP/1.1 ".Length..], out int status, out _) ? status : throw new InvalidDataException($"Not a response: {Encoding.Latin1.GetString(head)}");

    /// <summary>Of a request, <c>POST /parse</c>.</summary>
    public static ReadOnlySpan<byte> Target(ReadOnlySpan<byte> head) => head[..head.IndexOf(" HTTP/"u8)];
}
