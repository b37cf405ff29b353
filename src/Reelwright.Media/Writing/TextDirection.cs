using System.Text;

namespace Reelwright.Media.Writing;

/// <summary>The base direction of a text (UAX #9, rules P2 and P3): that of its first letter. It holds for all lines of the text.</summary>
internal static class TextDirection
{
    /// <summary>U+200E and U+200F: as the first character of a line they give it a direction, and nothing is drawn for them.</summary>
    private const string LeftToRightMark = "\u200E";
    private const string RightToLeftMark = "\u200F";

    public static bool IsRightToLeft(string text) => First(text) == true;

    /// <summary>The mark that gives a line the base direction of its text; empty when the line has that direction by itself.</summary>
    public static string MarkFor(string line, bool isRightToLeft) =>
        (First(line) ?? false) == isRightToLeft ? string.Empty : isRightToLeft ? RightToLeftMark : LeftToRightMark;

    /// <summary>Whether a text has a letter that is read from right to left.</summary>
    public static bool IsMixed(string text) => text.EnumerateRunes().Any(Scripts.IsRightToLeft);

    private static bool? First(string text)
    {
        foreach (var rune in text.EnumerateRunes())
        {
            if (Rune.IsLetter(rune))
            {
                return Scripts.IsRightToLeft(rune);
            }
        }

        return null;
    }
}
