using System.Text;

namespace Reelwright.Media.Text;

/// <summary>Leaves of a text what can be written: no controls, no emoji, single spaces.</summary>
internal static class TextCleaner
{
    private const int LongestText = 600;

    public static string Clean(string text)
    {
        var kept = new StringBuilder();
        var space = false;
        foreach (var rune in text.EnumerateRunes())
        {
            if (Rune.IsWhiteSpace(rune))
            {
                space = true;
                continue;
            }

            if (Scripts.IsUnwritable(rune) || Scripts.IsEmoji(rune))
            {
                continue;
            }

            if (space && kept.Length > 0)
            {
                kept.Append(' ');
            }

            space = false;
            kept.Append(rune.ToString());
            if (kept.Length >= LongestText)
            {
                break;
            }
        }

        return kept.ToString();
    }

    /// <summary>Whether a text says anything: punctuation that an emoji left behind does not.</summary>
    public static bool SaysSomething(string text) => text.EnumerateRunes().Any(rune => Rune.IsLetterOrDigit(rune) || Rune.IsSymbol(rune));
}
