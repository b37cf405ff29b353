using System.Text.Json;

namespace Reelwright.Orchestrator.Input;

/// <summary>
/// The members of one JSON object of a request. A member that breaks a rule adds an error under its full name and then reads as "not
/// given",
/// so that reading continues. A member that is <c>null</c> is not given either.
/// </summary>
internal sealed class InputObject
{
    private readonly OrderedDictionary<string, JsonElement> members = [];
    private readonly HashSet<string> faulty = [];
    private readonly HashSet<string> seen = [];
    private readonly string prefix;
    private readonly InputErrors errors;

    private InputObject(string path, InputErrors errors)
    {
        prefix = path.Length == 0 ? string.Empty : path + ".";
        this.errors = errors;
    }

    /// <summary>In the order of the request.</summary>
    public IReadOnlyDictionary<string, JsonElement> Members => members;

    /// <summary>Null when the value is not an object; then an error is added.</summary>
    /// <param name="known">Names of the allowed members; null when any name is allowed.</param>
    public static InputObject? Read(JsonElement value, string path, IReadOnlyList<string>? known, InputErrors errors)
    {
        if (value.ValueKind != JsonValueKind.Object)
        {
            errors.Add(path.Length == 0 ? InputErrors.Body : path, $"must be a JSON object, not {Describe(value)}");
            return null;
        }

        var read = new InputObject(path, errors);
        foreach (var member in value.EnumerateObject())
        {
            read.Take(member, known);
        }

        return read;
    }

    /// <summary>Whether the member was given, valid or not.</summary>
    public bool Has(string name) => members.ContainsKey(name) || faulty.Contains(name);

    public InputObject? Object(string name, IReadOnlyList<string>? known) =>
        members.TryGetValue(name, out var value) ? Read(value, prefix + name, known, errors) : null;

    public bool TryGet(string name, JsonValueKind kind, string expected, out JsonElement value)
    {
        if (!members.TryGetValue(name, out value))
        {
            return false;
        }

        if (value.ValueKind == kind)
        {
            return true;
        }

        Fault(name, $"must be {expected}, not {Describe(value)}");
        return false;
    }

    /// <summary>A string, unchanged.</summary>
    public string? String(string name, string expected)
    {
        if (!TryGet(name, JsonValueKind.String, expected, out var value))
        {
            return null;
        }

        if (InputText.TryRead(value, out var text))
        {
            return text;
        }

        Fault(name, "contains half of a surrogate pair, which is not a character");
        return null;
    }

    /// <summary>A text on one line, trimmed; null when it is empty and <paramref name="min"/> is 0.</summary>
    public string? Line(string name, int min, int max)
    {
        var expected = min > 0 ? $"a text of {min} to {max} characters" : $"a text of at most {max} characters";
        if (String(name, expected) is not { } text)
        {
            return null;
        }

        if (InputText.ToOneLine(text) is not { } line)
        {
            Fault(name, "contains control characters; only tabs and newlines are allowed, and they become spaces");
            return null;
        }

        // A text that shows nothing is empty.
        var visible = InvisibleText.CountVisible(line);
        var length = visible < min ? visible : InputText.Length(line);
        if (length < min || length > max)
        {
            Fault(name, $"must be {expected}, this one has {length}");
            return null;
        }

        return visible == 0 ? null : line;
    }

    public string? OneOf(string name, IReadOnlyList<string> words)
    {
        var expected = $"one of {string.Join(", ", words)}";
        if (String(name, expected) is not { } word)
        {
            return null;
        }

        if (words.Contains(word))
        {
            return word;
        }

        Fault(name, $"must be {expected}");
        return null;
    }

    /// <summary>A whole number. 30 and 30.0 are the same JSON number; 30.5 and "30" are refused.</summary>
    /// <param name="orNull">What null means for this member, such as <c>to lift the limit</c>.</param>
    public int? Integer(string name, int min, int max, string? orNull = null)
    {
        var expected = $"a whole number from {min} to {max}{(orNull is null ? string.Empty : $", or null {orNull}")}";
        if (!TryGet(name, JsonValueKind.Number, expected, out var value))
        {
            return null;
        }

        if (value.TryGetDecimal(out var number) && number >= min && number <= max && decimal.Truncate(number) == number)
        {
            return (int)number;
        }

        Fault(name, $"must be {expected}");
        return null;
    }

    public bool? Flag(string name)
    {
        if (!members.TryGetValue(name, out var value))
        {
            return null;
        }

        if (value.ValueKind is JsonValueKind.True or JsonValueKind.False)
        {
            return value.GetBoolean();
        }

        Fault(name, $"must be true or false, not {Describe(value)}");
        return null;
    }

    /// <summary>Adds an error to a member; the member then reads as "not given".</summary>
    public void Fault(string name, string message)
    {
        faulty.Add(name);
        members.Remove(name);
        errors.Add(prefix + name, message);
    }

    /// <summary>Adds an error to the object itself.</summary>
    public void FaultSelf(string message) => errors.Add(prefix.Length == 0 ? InputErrors.Body : prefix[..^1], message);

    private static string Describe(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Object => "an object",
        JsonValueKind.Array => "an array",
        JsonValueKind.String => "a string",
        JsonValueKind.Number => "a number",
        JsonValueKind.True or JsonValueKind.False => "a truth value",
        _ => "null",
    };

    private void Take(JsonProperty member, IReadOnlyList<string>? known)
    {
        string name;
        try
        {
            name = member.Name;
        }
        catch (InvalidOperationException)
        {
            FaultSelf("has a member whose name contains half of a surrogate pair");
            return;
        }

        if (known is not null && !known.Contains(name))
        {
            errors.Add(prefix + name, "is not a known member");
        }
        else if (!seen.Add(name))
        {
            Fault(name, "is given more than once");
        }
        else if (member.Value.ValueKind != JsonValueKind.Null || known is null)
        {
            members.Add(name, member.Value);
        }
    }
}
