using System.Runtime.InteropServices;
using System.Text.Json;

namespace Reelwright.Orchestrator.Services.Responses;

/// <summary>
/// Checks whether a result can be stored and passed on unchanged by both databases and within our own documents, whose depth is
/// limited. The jsonb type refuses NUL, lone surrogates and very large numbers, and drops duplicate members.
/// </summary>
internal static class StorableJson
{
    private const int MaxDepth = 20;
    private const int MaxNumberLength = 64;

    /// <summary>The fault as the end of a sentence; null when there is none.</summary>
    public static string? FindBreach(JsonElement result)
    {
        var bytes = JsonMarshal.GetRawUtf8Value(result);
        return FindToken(bytes) ?? FindDuplicate(result);
    }

    private static string? FindToken(ReadOnlySpan<byte> json)
    {
        var reader = new Utf8JsonReader(json, new JsonReaderOptions { MaxDepth = WireDocument.ReadDepth });
        while (reader.Read())
        {
            if (reader.CurrentDepth >= MaxDepth)
            {
                return $"its result is nested deeper than {MaxDepth} levels";
            }

            var breach = reader.TokenType switch
            {
                JsonTokenType.String or JsonTokenType.PropertyName when reader.ValueIsEscaped => FindInText(ref reader),
                JsonTokenType.Number => FindInNumber(ref reader),
                _ => null,
            };
            if (breach is not null)
            {
                return breach;
            }
        }

        return null;
    }

    private static string? FindInText(ref Utf8JsonReader reader)
    {
        try
        {
            return reader.GetString()!.Contains('\0', StringComparison.Ordinal) ? "its result holds a NUL character" : null;
        }
        catch (InvalidOperationException)
        {
            return "its result holds half of a surrogate pair";
        }
    }

    private static string? FindInNumber(ref Utf8JsonReader reader) =>
        reader.ValueSpan.Length > MaxNumberLength || !reader.TryGetDouble(out var number) || !double.IsFinite(number)
            ? "its result holds a number that is too large or too long"
            : null;

    private static string? FindDuplicate(JsonElement value)
    {
        if (value.ValueKind == JsonValueKind.Array)
        {
            return value.EnumerateArray().Select(FindDuplicate).FirstOrDefault(breach => breach is not null);
        }

        if (value.ValueKind != JsonValueKind.Object)
        {
            return null;
        }

        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var member in value.EnumerateObject())
        {
            if (!names.Add(member.Name))
            {
                return $"its result names \"{member.Name}\" twice";
            }

            if (FindDuplicate(member.Value) is { } breach)
            {
                return breach;
            }
        }

        return null;
    }
}
