using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Reelwright.Orchestrator.Plans;

/// <summary>Reads and repairs the texts of a foreign plan.</summary>
internal static class PlanText
{
    private const string Ellipsis = "…";

    // The members that hold the text of an object such as {"type": "fade", "duration": 0.5}.
    private static readonly string[] TextMembers = ["text", "value", "name", "type", "title", "label", "content", "description"];

    /// <summary>A text, or the text of an object; null for any other value.</summary>
    public static string? WordsIn(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString(),
        JsonValueKind.Object => TextMembers.Select(name => TextMember(value, name)).FirstOrDefault(text => !string.IsNullOrWhiteSpace(text)),
        _ => null,
    };

    /// <summary>Like <see cref="WordsIn"/>, and also a number, or a list of texts that are joined by spaces.</summary>
    public static string? CopyIn(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Number => value.GetRawText(),
        JsonValueKind.Array when value.GetArrayLength() > 0 && value.EnumerateArray().All(item => item.ValueKind == JsonValueKind.String) =>
            string.Join(' ', value.EnumerateArray().Select(item => item.GetString())),
        _ => WordsIn(value),
    };

    /// <summary>Removes control characters; those that separate lines become spaces.</summary>
    public static string Clean(string text) => text.Any(IsForbidden)
        ? string.Concat(text.Where(character => !IsForbidden(character) || char.IsWhiteSpace(character)).Select(character => IsForbidden(character) ? ' ' : character))
        : text;

    /// <summary>Cuts at the end of a word, when there is one in the last fifth, and appends an ellipsis.</summary>
    public static string Cut(string text, int most)
    {
        var kept = new StringBuilder();
        foreach (var rune in text.EnumerateRunes().Take(most - 1))
        {
            kept.Append(rune);
        }

        var whole = kept.ToString();
        var space = whole.LastIndexOf(' ');
        return (space > whole.Length * 4 / 5 ? whole[..space] : whole).TrimEnd() + Ellipsis;
    }

    public static int LengthOf(string text) => text.EnumerateRunes().Count();

    /// <summary>
    /// A number, or a text that begins with one; null for any other value. Numbers beyond the range of decimal become its ends.
    /// </summary>
    public static decimal? NumberIn(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Number => value.TryGetDecimal(out var number) ? number : value.GetDouble() > 0 ? decimal.MaxValue : decimal.MinValue,
        JsonValueKind.String => LeadingNumber(value.GetString()!.AsSpan().Trim()),
        _ => null,
    };

    /// <summary>Like <see cref="NumberIn"/>, and also a clock time such as 00:07 or 0:07.5.</summary>
    public static decimal? SecondsIn(JsonElement value)
    {
        if (value.ValueKind != JsonValueKind.String || value.GetString() is not { } text || !text.Contains(':', StringComparison.Ordinal))
        {
            return NumberIn(value);
        }

        var seconds = 0m;
        foreach (var part in text.Trim().Split(':'))
        {
            if (part.Length > 9 || !decimal.TryParse(part, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number))
            {
                return null;
            }

            seconds = Math.Min((seconds * 60) + number, 1_000_000);
        }

        return seconds;
    }

    private static string? TextMember(JsonElement value, string name) =>
        value.TryGetProperty(name, out var member) && member.ValueKind == JsonValueKind.String ? member.GetString() : null;

    private static decimal? LeadingNumber(ReadOnlySpan<char> text)
    {
        var length = 0;
        while (length < text.Length && length < 20 && (char.IsAsciiDigit(text[length]) || text[length] is '.' || (length == 0 && text[length] is '-' or '+')))
        {
            length++;
        }

        return decimal.TryParse(text[..length], NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null;
    }

    private static bool IsForbidden(char character) => char.IsControl(character) && character is not ('\t' or '\n' or '\r');
}
