using System.Text.Json;

namespace Reelwright.Hosting.Problems;

/// <summary>Describes where a body is not JSON, without the parser's own message, which names internal types.</summary>
public static class MalformedJson
{
    private const string Rules = "Members must not be given twice, and text must be valid UTF-8.";

    public static string Describe(JsonException exception) =>
        exception.LineNumber is { } line && exception.BytePositionInLine is { } position
        ? $"The body is not valid JSON: look at line {line + 1}, byte {position + 1}. {Rules}"
        : $"The body is not valid JSON. {Rules}";
}
