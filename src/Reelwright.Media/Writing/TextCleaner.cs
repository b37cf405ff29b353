using System.Globalization;
using System.Text;

namespace Reelwright.Media.Writing;

/// <summary>A text without what cannot be drawn.</summary>
/// <param name="Text">Single spaces, no controls, no emoji. A no-break space stays one.</param>
/// <param name="Emoji">The emoji that were left out, in their order; empty when there were none.</param>
internal sealed record CleanText(string Text, string Emoji);

/// <summary>Removes what cannot be drawn from a text.</summary>
internal static class TextCleaner
{
    private const char NoBreakSpace = '\u00A0';
    private const char Joiner = '\u200D';

    public static string Clean(string text) => Read(text).Text;

    /// <summary>
    /// Removes whole grapheme clusters, so that no part of an emoji stays behind, and keeps one space for each run of white space.
    /// </summary>
    public static CleanText Read(string text)
    {
        var kept = new StringBuilder();
        var emoji = new StringBuilder();
        var space = string.Empty;
        var clusters = StringInfo.GetTextElementEnumerator(text);
        while (clusters.MoveNext())
        {
            var cluster = clusters.GetTextElement();
            if (string.IsNullOrWhiteSpace(cluster))
            {
                var isNoBreak = cluster is "\u00A0" or "\u202F" && space is not " ";
                space = isNoBreak ? NoBreakSpace.ToString() : " ";
                continue;
            }

            var first = Rune.GetRuneAt(cluster, 0);
            if (Scripts.IsEmoji(first))
            {
                emoji.Append(cluster);
                continue;
            }

            var drawn = Drawn(cluster);
            if (drawn.Length > 0)
            {
                kept.Append(kept.Length > 0 ? space : string.Empty).Append(drawn);
                space = string.Empty;
            }
        }

        return new CleanText(kept.ToString(), emoji.ToString());
    }

    /// <summary>Whether a text has a letter, a digit or a symbol: punctuation that an emoji left behind is no text.</summary>
    public static bool SaysSomething(string text) => text.EnumerateRunes().Any(rune => Rune.IsLetterOrDigit(rune) || Rune.IsSymbol(rune));

    // A joiner at the end of a cluster has joined it to an emoji, when one was there.
    private static string Drawn(string cluster)
    {
        var drawn = string.Concat(cluster.EnumerateRunes()
            .Where(rune => !Scripts.IsUnwritable(rune) && !Scripts.IsEmoji(rune))
            .Select(rune => rune.ToString()));
        drawn = cluster.EnumerateRunes().Any(Scripts.IsEmoji) ? drawn.TrimEnd(Joiner) : drawn;
        return drawn.EnumerateRunes().All(Scripts.IsJoiner) ? string.Empty : drawn;
    }
}
