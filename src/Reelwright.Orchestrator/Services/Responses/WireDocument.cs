using System.Buffers;
using System.Text.Json;
using Reelwright.Orchestrator.Services.Exchange;

namespace Reelwright.Orchestrator.Services.Responses;

/// <summary>Parses the JSON of a response, leniently where a paid result would else be lost.</summary>
internal static class WireDocument
{
    /// <summary>Deeper than any accepted result, so that one that is too deep is read and refused with its cost.</summary>
    public const int ReadDepth = 64;

    private static readonly JsonDocumentOptions Options = new() { MaxDepth = ReadDepth };

    /// <param name="response">What was received.</param>
    /// <param name="fault">Why there is no document, as the end of a sentence.</param>
    public static JsonDocument? TryParse(ServiceResponse.Received response, out string? fault)
    {
        fault = response.BodyFault;
        if (fault is not null)
        {
            return null;
        }

        var json = WithoutMark(response.Body);
        try
        {
            return JsonDocument.Parse(json, Options);
        }
        catch (JsonException)
        {
            return TryParse(BareNumbers.Quote(json), out fault);
        }
    }

    private static ReadOnlyMemory<byte> WithoutMark(ReadOnlyMemory<byte> body) =>
        body.Span.StartsWith("\uFEFF"u8) ? body[3..] : body;

    /// <summary>
    /// A paid response may be nested very deep, and its success and cost still count. <see cref="JsonDocument"/> takes time in the square
    /// of the depth, so everything below <see cref="ReadDepth"/> is replaced by null first.
    /// </summary>
    private static JsonDocument? TryParse(ReadOnlyMemory<byte> json, out string? fault)
    {
        try
        {
            fault = null;
            return JsonDocument.Parse(Flatten(json.Span), Options);
        }
        catch (JsonException)
        {
            fault = "the answer is not JSON";
            return null;
        }
    }

    private static ReadOnlyMemory<byte> Flatten(ReadOnlySpan<byte> json)
    {
        var reader = new Utf8JsonReader(json, new JsonReaderOptions { MaxDepth = int.MaxValue });
        var flat = new ArrayBufferWriter<byte>();
        var copied = 0;
        while (reader.Read())
        {
            if (reader.CurrentDepth == ReadDepth - 1 && reader.TokenType is JsonTokenType.StartObject or JsonTokenType.StartArray)
            {
                flat.Write(json[copied..(int)reader.TokenStartIndex]);
                flat.Write("null"u8);
                reader.Skip();
                copied = (int)reader.BytesConsumed;
            }
        }

        flat.Write(json[copied..]);
        return flat.WrittenMemory;
    }
}
