using System.Text.Json;

namespace Reelwright.Hosting.Problems;

/// <summary>Says where a body stops being JSON, without the parser's own words, which name our types.</summary>
public static class MalformedJson
{
    public static string Describe(JsonException exception) => exception.LineNumber is { } line && exception.BytePositionInLine is { } position
        ? $"The body is not valid JSON: look at line {line + 1}, byte {position + 1}. Members must not be given twice, and text must be valid UTF-8."
        : "The body is not valid JSON. Members must not be given twice, and text must be valid UTF-8.";
}
