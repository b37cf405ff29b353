using System.Text.Json;

namespace Reelwright.Orchestrator.Services;

/// <summary>Checks required members of a service's result.</summary>
internal static class ResultMembers
{
    private const int MaxUrlLength = 8192;

    /// <summary>The fault of a required URL as the end of a sentence; null when there is none.</summary>
    public static string? FindUrlBreach(JsonElement result, string member)
    {
        if (!result.TryGetProperty(member, out var value) || value.ValueKind == JsonValueKind.Null)
        {
            return $"its result has no \"{member}\"";
        }

        if (value.ValueKind != JsonValueKind.String)
        {
            return $"\"{member}\" must be a string, but is {Describe(value)}";
        }

        var text = value.GetString()!;
        return text.Length <= MaxUrlLength
            && Uri.TryCreate(text, UriKind.Absolute, out var url)
            && url.Scheme is "http" or "https"
            && url.Host.Length > 0
            ? null
            : $"\"{member}\" must be an absolute http or https URL of at most {MaxUrlLength} characters";
    }

    /// <summary>The kind of a JSON value in words, for error texts.</summary>
    public static string Describe(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Object => "an object",
        JsonValueKind.Array => "an array",
        JsonValueKind.String => "a string",
        JsonValueKind.Number => "a number",
        JsonValueKind.True or JsonValueKind.False => "a boolean",
        JsonValueKind.Null => "null",
        _ => "missing",
    };
}
