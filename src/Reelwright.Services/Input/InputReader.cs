using System.Globalization;
using System.Text.Json;
using Reelwright.Contracts.Services;

namespace Reelwright.Services.Input;

/// <summary>
/// Checks a body member by member and lists all errors with the JSON path of each member. Unknown members are accepted.
/// A member that is <c>null</c> counts as left out.
/// </summary>
public sealed partial class InputReader
{
    private readonly JsonElement element;
    private readonly string path;
    private readonly List<string> errors;

    private InputReader(JsonElement element, string path, List<string> errors)
    {
        this.element = element;
        this.path = path;
        this.errors = errors;
    }

    /// <summary>All errors, in the order of the rules: <c>duration: must be a number from 1 to 600</c>.</summary>
    public static IReadOnlyList<string> Check(JsonElement body, Action<InputReader> rules)
    {
        var errors = new List<string>();
        if (body.ValueKind == JsonValueKind.Object)
        {
            rules(new InputReader(body, string.Empty, errors));
        }
        else
        {
            errors.Add("the body must be a JSON object");
        }

        return errors;
    }

    /// <summary>A number, given as one.</summary>
    public void Number(string name, NumberRule rule, bool required = false) => Read(name, required, value =>
        value.ValueKind == JsonValueKind.Number && value.TryGetDecimal(out var number) && number >= rule.Min && number <= rule.Max
            ? null
            : string.Create(CultureInfo.InvariantCulture, $"must be a number from {rule.Min} to {rule.Max}"));

    /// <summary>A whole number, given without a fraction.</summary>
    public void WholeNumber(string name, NumberRule rule) => Read(name, required: false, value =>
        value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out var number) && number >= rule.Min && number <= rule.Max
            ? null
            : $"must be a whole number from {rule.Min} to {rule.Max}");

    public void Flag(string name) => Read(name, required: false, value =>
        value.ValueKind is JsonValueKind.True or JsonValueKind.False ? null : "must be true or false");

    /// <summary>An object, and the rules of its members.</summary>
    public void Within(string name, Action<InputReader> rules) => Read(name, required: false, value =>
    {
        if (value.ValueKind != JsonValueKind.Object)
        {
            return "must be an object";
        }

        rules(new InputReader(value, PathOf(name), errors));
        return null;
    });

    /// <summary>A list of objects, and the rules of their members.</summary>
    public void Each(string name, CountRule items, Action<InputReader> rules, bool required = false) => Read(name, required, value =>
    {
        if (value.ValueKind != JsonValueKind.Array || value.GetArrayLength() < items.Min || value.GetArrayLength() > items.Max)
        {
            return $"must be a list of {items.Min} to {items.Max} objects";
        }

        var index = 0;
        foreach (var item in value.EnumerateArray())
        {
            var itemPath = $"{PathOf(name)}[{index++}]";
            if (item.ValueKind == JsonValueKind.Object)
            {
                rules(new InputReader(item, itemPath, errors));
            }
            else
            {
                errors.Add($"{itemPath}: must be an object");
            }
        }

        return null;
    });

    private void Read(string name, bool required, Func<JsonElement, string?> check)
    {
        if (!element.TryGetProperty(name, out var value) || value.ValueKind == JsonValueKind.Null)
        {
            if (required)
            {
                errors.Add($"{PathOf(name)}: is required");
            }

            return;
        }

        if (check(value) is { } error)
        {
            errors.Add($"{PathOf(name)}: {error}");
        }
    }

    private string PathOf(string name) => path.Length == 0 ? name : $"{path}.{name}";
}
