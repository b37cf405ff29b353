namespace Reelwright.Orchestrator.Input;

/// <summary>The errors of a request by field. A request is read to its end, so that the answer lists all errors at once.</summary>
internal sealed class InputErrors
{
    /// <summary>Field name for errors of the body as a whole.</summary>
    public const string Body = "body";

    // A body of 64 KiB can hold thousands of unknown members; these bounds keep the answer small.
    private const int MaxFields = 100;
    private const int MaxFieldName = 128;

    private readonly Dictionary<string, List<string>> byField = [];
    private int unnamed;

    public bool Any => byField.Count > 0;

    public void Add(string field, string message)
    {
        var name = field.Length <= MaxFieldName ? field : string.Concat(field.AsSpan(0, MaxFieldName), "...");
        if (byField.TryGetValue(name, out var messages))
        {
            if (!messages.Contains(message))
            {
                messages.Add(message);
            }
        }
        else if (byField.Count < MaxFields)
        {
            byField.Add(name, [message]);
        }
        else
        {
            unnamed++;
        }
    }

    public Dictionary<string, string[]> ToDictionary() => byField.ToDictionary(entry => entry.Key, entry => entry.Value.ToArray());

    /// <summary>One sentence for people: <c>duration must be ...; prompt is required.</c></summary>
    public string Summary()
    {
        const int Shown = 3;
        var first = byField.Take(Shown).Select(entry => $"{entry.Key} {entry.Value[0]}");
        var more = byField.Count + unnamed - Shown;
        return string.Join("; ", first) + (more > 0 ? $"; and {more} more." : ".");
    }
}
