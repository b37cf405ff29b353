using System.Text.Json;
using System.Text.RegularExpressions;
using Reelwright.Contracts.Services;

namespace Reelwright.Services.Input;

public sealed partial class InputReader
{
    /// <summary>Text of so many Unicode scalar values, without control characters other than tab and line ends.</summary>
    public void Text(string name, TextRule rule, bool required = false) => Read(name, required, value =>
        !TryGetText(value, out var text) ? "must be text that is valid Unicode"
        : text.Any(character => char.IsControl(character) && character is not ('\t' or '\n' or '\r')) ? "must not contain control characters"
        : text.EnumerateRunes().Count() is var length && (length < rule.Min || length > rule.Max) ? $"must be {rule.Min} to {rule.Max} characters, not {length}"
        : rule.Min > 0 && string.IsNullOrWhiteSpace(text) ? "must not be blank"
        : null);

    public void OneOf(string name, IReadOnlyList<string> values, bool required = false) => Read(name, required, value =>
        TryGetText(value, out var text) && values.Contains(text) ? null : $"must be one of {string.Join(", ", values)}");

    /// <summary><c>#RRGGBB</c>.</summary>
    public void Colour(string name) => Read(name, required: false, value =>
        TryGetText(value, out var text) && ColourShape().IsMatch(text) ? null : "must be a colour such as #1A2B3C");

    /// <summary>A list of texts.</summary>
    public void Texts(string name, CountRule items, TextRule text) => Read(name, required: false, value =>
        value.ValueKind == JsonValueKind.Array
        && value.GetArrayLength() <= items.Max
        && value.EnumerateArray().All(item => TryGetText(item, out var words) && words.Length <= text.Max)
            ? null
            : $"must be a list of at most {items.Max} texts of up to {text.Max} characters");

    /// <summary>An absolute http or https URL.</summary>
    public void Url(string name, bool required = false) => Read(name, required, value =>
        TryGetText(value, out var text)
        && text.Length <= RequestRules.MaxUrl
        && Uri.TryCreate(text, UriKind.Absolute, out var url)
        && (url.Scheme == Uri.UriSchemeHttp || url.Scheme == Uri.UriSchemeHttps)
            ? null
            : "must be an absolute http or https URL");

    // JSON may hold half of a surrogate pair, which is no text; GetString throws on it.
    private static bool TryGetText(JsonElement value, out string text)
    {
        text = string.Empty;
        if (value.ValueKind != JsonValueKind.String)
        {
            return false;
        }

        try
        {
            text = value.GetString()!;
        }
        catch (InvalidOperationException)
        {
            return false;
        }

        return true;
    }

    [GeneratedRegex(@"\A#[0-9A-Fa-f]{6}\z")]
    private static partial Regex ColourShape();
}
