using System.Text;
using ICU4N.Globalization;
using ICU4N.Text;

namespace Reelwright.Media.Writing;

/// <summary>
/// Finds where a line of text may break: UAX #14 (https://www.unicode.org/reports/tr14/), with ICU's dictionaries for scripts without
/// spaces between words (Thai, Lao, Khmer, Burmese). Korean breaks at spaces, as its readers expect, and closing punctuation never begins
/// a line.
/// </summary>
internal static class LineOpportunities
{
    /// <returns>Indexes of the characters before which a line may break.</returns>
    public static IReadOnlySet<int> Of(string text)
    {
        var found = new HashSet<int>();
        var breaks = BreakIterator.GetLineInstance(UCultureInfo.InvariantCulture);
        breaks.SetText(text);
        breaks.First();
        for (var at = breaks.Next(); at != BreakIterator.Done && at < text.Length; at = breaks.Next())
        {
            if (IsWanted(text, at))
            {
                found.Add(at);
            }
        }

        found.UnionWith(Enumerable.Range(1, Math.Max(0, text.Length - 1)).Where(at => IsChineseQuote(text, at) && IsWanted(text, at)));
        return found;
    }

    // Curly quotes open and close in Chinese as brackets do. The general rule of UAX #14 takes no side and holds both neighbours.
    private static bool IsChineseQuote(string text, int at) =>
        (text[at] is '\u201C' or '\u2018' && IsWide(text, at - 1)) || (text[at - 1] is '\u201D' or '\u2019' && IsWide(text, at));

    private static bool IsWide(string text, int at) =>
        Rune.TryCreate(text[at], out var rune) && Scripts.IsIdeographic(rune);

    private static bool IsWanted(string text, int at)
    {
        Rune.DecodeLastFromUtf16(text.AsSpan(0, at), out var before, out _);
        var after = Rune.GetRuneAt(text, at);
        return Rune.IsWhiteSpace(before)
            || !(IsKoreanWord(before, after) || LineRules.NeverBegins(after) || LineRules.NeverEnds(before));
    }

    // A particle belongs to the word before it, also to a Latin one.
    private static bool IsKoreanWord(Rune before, Rune after) =>
        (Scripts.IsHangul(before) || Scripts.IsHangul(after)) && IsPartOfWord(before) && IsPartOfWord(after);

    private static bool IsPartOfWord(Rune rune) => Rune.IsLetterOrDigit(rune) && !Scripts.IsIdeographic(rune);
}
