using System.Net.Http.Headers;
using System.Text.Unicode;

namespace Reelwright.Orchestrator.Services.Exchange;

/// <summary>Checks by type, encoding and first character whether a body can be JSON.</summary>
internal static class JsonHeaders
{
    /// <summary>The fault as the end of a sentence; null when there is none.</summary>
    public static string? FindFault(HttpContentHeaders headers, ReadOnlyMemory<byte> body)
    {
        if (body.IsEmpty)
        {
            return "the answer is empty";
        }

        if (headers.ContentEncoding.Any(coding => !coding.Equals("identity", StringComparison.OrdinalIgnoreCase)))
        {
            return "the answer is compressed, which nobody asked for";
        }

        var type = headers.NonValidated.TryGetValues("Content-Type", out var values) ? values.ToString().Split(';')[0].Trim() : null;
        if (type is { Length: > 0 } && !IsJson(type) && !IsObject(body.Span))
        {
            return $"the answer is {type}, not JSON";
        }

        return Utf8.IsValid(body.Span) ? null : "the answer is not UTF-8";
    }

    // Some services label their JSON as text; whether it is JSON shows when it is parsed.
    private static bool IsObject(ReadOnlySpan<byte> body) => body.TrimStart("\uFEFF \t\r\n"u8) is [(byte)'{', ..];

    private static bool IsJson(string type) =>
        type.Equals("application/json", StringComparison.OrdinalIgnoreCase)
        || type.Equals("text/json", StringComparison.OrdinalIgnoreCase)
        || type.EndsWith("+json", StringComparison.OrdinalIgnoreCase);
}
