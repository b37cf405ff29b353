using System.Globalization;
using System.Text.Json;
using Reelwright.Contracts.Services;

namespace Reelwright.Orchestrator.Plans;

/// <summary>
/// Reads an object of a foreign service. Every member is optional: one that is null counts as left out, one of the wrong kind is
/// left out with a warning, and unknown members are kept as they are.
/// </summary>
internal sealed class ForeignObject(JsonElement element, string path, PlanChanges changes, int? scene = null)
{
    private readonly HashSet<string> known = new(StringComparer.Ordinal);

    public string PathOf(string name) => path.Length == 0 ? name : $"{path}.{name}";

    /// <summary>The default value when the member is missing or null.</summary>
    public JsonElement Take(string name)
    {
        known.Add(name);
        return element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null
            ? value
            : default;
    }

    /// <summary>A few words, such as a mood.</summary>
    public string? Words(string name) => Text(name, RequestRules.Words, PlanText.WordsIn);

    /// <summary>A text that is shown or spoken.</summary>
    public string? Copy(string name, TextRule? rule = null) => Text(name, rule ?? RequestRules.Copy, PlanText.CopyIn);

    /// <summary>A number within the rule; one outside becomes the nearest end.</summary>
    public decimal? Number(string name, NumberRule rule)
    {
        var value = Take(name);
        if (value.ValueKind == JsonValueKind.Undefined)
        {
            return null;
        }

        if (PlanText.NumberIn(value) is not { } number)
        {
            changes.LeaveOut(PathOf(name), value, "a number", scene);
            return null;
        }

        var clamped = rule.Clamp(number);
        if (clamped != number)
        {
            var message = string.Create(CultureInfo.InvariantCulture, $"\"{PathOf(name)}\" of the plan is {PlanChanges.Excerpt(value)}; {clamped} is used instead.");
            changes.Add(PlanChanges.ValueChanged, message, scene);
        }

        return clamped;
    }

    /// <summary>A position on the timeline, in seconds; also outside the film.</summary>
    public decimal? Seconds(string name)
    {
        var value = Take(name);
        if (value.ValueKind == JsonValueKind.Undefined)
        {
            return null;
        }

        if (PlanText.SecondsIn(value) is { } seconds)
        {
            return seconds;
        }

        changes.LeaveOut(PathOf(name), value, "a number of seconds", scene);
        return null;
    }

    public bool? Flag(string name)
    {
        var value = Take(name);
        bool? flag = value.ValueKind switch
        {
            JsonValueKind.True => true,
            JsonValueKind.False => false,
            JsonValueKind.String when bool.TryParse(value.GetString(), out var parsed) => parsed,
            JsonValueKind.Number when value.TryGetInt32(out var number) && number is 0 or 1 => number == 1,
            _ => null,
        };
        if (flag is null && value.ValueKind != JsonValueKind.Undefined)
        {
            changes.LeaveOut(PathOf(name), value, "true or false", scene);
        }

        return flag;
    }

    /// <summary>An absolute http or https URL, unchanged.</summary>
    public string? Url(string name)
    {
        var value = Take(name);
        if (value.ValueKind == JsonValueKind.Undefined || (value.ValueKind == JsonValueKind.String && string.IsNullOrWhiteSpace(value.GetString())))
        {
            return null;
        }

        if (value.ValueKind == JsonValueKind.String
            && value.GetString() is { Length: <= RequestRules.MaxUrl } url
            && Uri.TryCreate(url, UriKind.Absolute, out var uri)
            && (uri.Scheme == Uri.UriSchemeHttp || uri.Scheme == Uri.UriSchemeHttps))
        {
            return url;
        }

        changes.LeaveOut(PathOf(name), value, "an absolute http or https URL", scene);
        return null;
    }

    /// <summary>The members that were not taken; null when there are none.</summary>
    public Dictionary<string, JsonElement>? Rest()
    {
        var rest = element.ValueKind == JsonValueKind.Object
            ? element.EnumerateObject().Where(member => !known.Contains(member.Name)).ToDictionary(member => member.Name, member => member.Value)
            : [];
        return rest.Count == 0 ? null : rest;
    }

    /// <summary>A text within the rule, without control characters; an empty one counts as left out, a longer one is cut.</summary>
    private string? Text(string name, TextRule rule, Func<JsonElement, string?> read)
    {
        var value = Take(name);
        if (value.ValueKind == JsonValueKind.Undefined)
        {
            return null;
        }

        if (read(value) is not { } raw)
        {
            changes.LeaveOut(PathOf(name), value, "a text", scene);
            return null;
        }

        var text = PlanText.Clean(raw);
        if (string.IsNullOrWhiteSpace(text))
        {
            return null;
        }

        var length = text.Length <= rule.Max ? text.Length : PlanText.LengthOf(text);
        if (length <= rule.Max)
        {
            return text;
        }

        changes.Add(PlanChanges.TextCut, $"\"{PathOf(name)}\" of the plan has {length} characters and was cut to {rule.Max}.", scene);
        return PlanText.Cut(text, rule.Max);
    }
}
