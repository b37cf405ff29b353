using System.Globalization;
using System.Text.Json;

namespace Reelwright.Services.Input;

/// <summary>
/// Looks at a body member by member and notes everything that is wrong, by the JSON path of each member. Members that it is not
/// asked about are somebody else's and pass. A member that is <c>null</c> counts as left out.
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

    /// <summary>Everything that is wrong, in the order it was asked about: <c>duration: must be a number from 1 to 600</c>.</summary>
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
    public void Number(string name, decimal min, decimal max, bool required = false) => Read(name, required, value =>
        value.ValueKind == JsonValueKind.Number && value.TryGetDecimal(out var number) && number >= min && number <= max
            ? null
            : string.Create(CultureInfo.InvariantCulture, $"must be a number from {min} to {max}"));

    /// <summary>A whole number, given without a fraction.</summary>
    public void WholeNumber(string name, int min, int max) => Read(name, required: false, value =>
        value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out var number) && number >= min && number <= max
            ? null
            : $"must be a whole number from {min} to {max}");

    public void Flag(string name) => Read(name, required: false, value =>
        value.ValueKind is JsonValueKind.True or JsonValueKind.False ? null : "must be true or false");

    /// <summary>An object, looked into.</summary>
    public void Within(string name, Action<InputReader> rules) => Read(name, required: false, value =>
    {
        if (value.ValueKind != JsonValueKind.Object)
        {
            return "must be an object";
        }

        rules(new InputReader(value, PathOf(name), errors));
        return null;
    });

    /// <summary>A list of objects, each looked into.</summary>
    public void Each(string name, int min, int max, Action<InputReader> rules, bool required = false) => Read(name, required, value =>
    {
        if (value.ValueKind != JsonValueKind.Array || value.GetArrayLength() < min || value.GetArrayLength() > max)
        {
            return $"must be a list of {min} to {max} objects";
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
