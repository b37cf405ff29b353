using Reelwright.PromptParser.Providers.Local.Understanding;

namespace Reelwright.PromptParser.Providers.Local.Copy;

/// <summary>
/// Chooses lines by weighted rendezvous hashing: each line draws a number from the seed and its own words, a line of weight n draws n times, the lowest number wins.
/// So a new line in a bank changes few films, and two prompts rarely agree. A line is used once, and so are its telling words.
/// </summary>
internal sealed class LinePicker(ulong seed, IEnumerable<string> freeWords)
{
    private const int TellingLength = 5;
    private readonly HashSet<string> free = [.. freeWords.SelectMany(text => Word.Split(Folding.Fold(text))).Select(Stem)];
    private readonly HashSet<string> usedLines = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> usedWords = new(StringComparer.Ordinal);

    /// <param name="slot">What the line is for; the same bank yields different lines for different slots.</param>
    /// <param name="fits">Whether a filled line is short enough.</param>
    /// <param name="weave">Whether lines that take no words from the prompt are wanted.</param>
    /// <param name="pools">Where lines come from.</param>
    public string? Pick(string slot, Func<string, bool> fits, LineOrigin weave, params IReadOnlyList<LinePool> pools)
    {
        var candidates = new List<(string Text, ulong Draw)>();
        foreach (var pool in pools)
        {
            foreach (var line in pool.Lines)
            {
                if (Suits(line, weave) && pool.Slots.TryFill(line, out var text) && fits(text) && !usedLines.Contains(Plain(text)))
                {
                    candidates.Add((text, Draw(slot, text, pool.Weight)));
                }
            }
        }

        candidates.Sort((a, b) => a.Draw.CompareTo(b.Draw));
        var chosen = candidates.FirstOrDefault(candidate => !Repeats(candidate.Text)).Text ?? candidates.FirstOrDefault().Text;
        if (chosen is not null)
        {
            Use(chosen);
        }

        return chosen;
    }

    /// <summary>Keeps a line and its words from being chosen again.</summary>
    public void Use(string text)
    {
        usedLines.Add(Plain(text));
        usedWords.UnionWith(TellingWords(text));
    }

    private static bool Suits(string line, LineOrigin weave) => weave switch
    {
        LineOrigin.Woven => line.Contains('{', StringComparison.Ordinal),
        LineOrigin.Plain => !line.Contains('{', StringComparison.Ordinal),
        _ => true,
    };

    private static string Plain(string text) => text.TrimEnd('.', '!', '?', '。', '！', '？');

    private ulong Draw(string slot, string line, int weight)
    {
        var lowest = ulong.MaxValue;
        for (var draw = 0; draw < weight; draw++)
        {
            lowest = Math.Min(lowest, StableHash.Mix(seed, $"{slot}/{line}/{draw}"));
        }

        return lowest;
    }

    private bool Repeats(string text) => TellingWords(text).Any(usedWords.Contains);

    private IEnumerable<string> TellingWords(string text) =>
        Word.Split(Folding.Fold(text)).Where(word => word.Length >= TellingLength).Select(Stem).Where(word => !free.Contains(word));

    private static string Stem(string word) => word.Length > TellingLength ? word[..TellingLength] : word;
}
