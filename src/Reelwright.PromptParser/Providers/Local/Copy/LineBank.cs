using System.Collections.Concurrent;

namespace Reelwright.PromptParser.Providers.Local.Copy;

/// <summary>
/// The lines of one language, by key and part: <c>[coffee,tea hook]</c> heads lines for the opening of films about coffee and tea,
/// <c>[+waterproof product]</c> lines about that adjective, <c>[general ...]</c> lines about anything.
/// </summary>
internal sealed class LineBank
{
    public const string General = "general";

    private static readonly ConcurrentDictionary<string, LineBank?> Banks = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Key, string Part), List<string>> lines = [];

    /// <summary>The bank of a language, or null when there is none.</summary>
    public static LineBank? Of(string language) => Banks.GetOrAdd(language, Load);

    /// <summary>True when there are enough lines with the prompt's words in them to make do with few others.</summary>
    public bool IsWoven => lines.ContainsKey(("@goods", "hook"));

    public IReadOnlyList<string> Lines(string key, string part) => lines.TryGetValue((key, part), out var found) ? found : [];

    private static LineBank? Load(string language)
    {
        var names = Resources.Names($"Banks/{language}/");
        if (names.Count == 0)
        {
            return null;
        }

        var bank = new LineBank();
        foreach (var name in names)
        {
            bank.Read(Resources.Lines(name));
        }

        return bank;
    }

    private void Read(IEnumerable<string> text)
    {
        List<List<string>> open = [];
        foreach (var line in text)
        {
            if (line[0] != '[')
            {
                open.ForEach(list => list.Add(line));
                continue;
            }

            var head = line.Trim('[', ']').Split(' ', 2);
            var prefix = head[0][0] == '+' ? "+" : "";
            open = [.. head[0].TrimStart('+').Split(',').Select(key => ListOf(prefix + key, head[1]))];
        }
    }

    private List<string> ListOf(string key, string part)
    {
        if (!lines.TryGetValue((key, part), out var list))
        {
            lines[(key, part)] = list = [];
        }

        return list;
    }
}
