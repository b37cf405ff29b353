using System.Buffers;

namespace Reelwright.Orchestrator.Services.Responses;

/// <summary>
/// <c>NaN</c>, <c>Infinity</c> and <c>-Infinity</c> are no JSON, but some serialisers write them (Python's by default). Quoted, they leave
/// the rest of a paid response readable.
/// </summary>
internal static class BareNumbers
{
    /// <summary>The same JSON with such words as strings.</summary>
    public static ReadOnlyMemory<byte> Quote(ReadOnlyMemory<byte> json)
    {
        var source = json.Span;
        if (source.IndexOf("NaN"u8) < 0 && source.IndexOf("Infinity"u8) < 0)
        {
            return json;
        }

        var quoted = new ArrayBufferWriter<byte>(source.Length + 16);
        var inText = false;
        for (var index = 0; index < source.Length;)
        {
            var length = inText ? 0 : WordAt(source[index..]);
            if (length > 0)
            {
                quoted.Write("\""u8);
                quoted.Write(source.Slice(index, length));
                quoted.Write("\""u8);
                index += length;
                continue;
            }

            inText ^= source[index] == '"';
            length = inText && source[index] == '\\' && index + 1 < source.Length ? 2 : 1;
            quoted.Write(source.Slice(index, length));
            index += length;
        }

        return quoted.WrittenMemory;
    }

    private static int WordAt(ReadOnlySpan<byte> rest) =>
        rest.StartsWith("NaN"u8) ? 3 : rest.StartsWith("Infinity"u8) ? 8 : rest.StartsWith("-Infinity"u8) ? 9 : 0;
}
