using System.Text.Json;
using Reelwright.Orchestrator.Services.Exchange;

namespace Reelwright.Orchestrator.Services.Answers;

/// <summary>The JSON of an answer, if it is one.</summary>
internal static class WireDocument
{
    /// <summary>
    /// As deep as a body can be: one that is too deep for us is still read, because it may be a paid answer whose fault must be named. The reader does not recurse.
    /// </summary>
    public const int MaxDepth = 64 * 1024 * 1024;

    private static readonly JsonDocumentOptions Options = new() { MaxDepth = MaxDepth };

    /// <param name="fault">Why there is none, as the end of a sentence.</param>
    public static JsonDocument? TryParse(WireAnswer.Received answer, out string? fault)
    {
        fault = answer.BodyFault;
        if (fault is not null)
        {
            return null;
        }

        try
        {
            return JsonDocument.Parse(WithoutMark(answer.Body), Options);
        }
        catch (JsonException)
        {
            fault = "the answer is not JSON";
            return null;
        }
    }

    private static ReadOnlyMemory<byte> WithoutMark(ReadOnlyMemory<byte> body) =>
        body.Span.StartsWith("\uFEFF"u8) ? body[3..] : body;
}
