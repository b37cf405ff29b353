using System.Globalization;
using System.Text;

namespace Reelwright.Media.Writing;

/// <summary>
/// Cuts a word that no line holds, as the last resort: between grapheme clusters, and never inside a syllable of a script whose letters
/// stack.
/// </summary>
internal static class TextClusters
{
    // Signs that join the consonant after them to the one before: virama and its kin.
    private const string Joining =
        "\u094D\u09CD\u0A4D\u0ACD\u0B4D\u0BCD\u0C4D\u0CCD\u0D4D\u0DCA\u0F84\u1039\u103A\u17D2\u1A60\u1B44\u1BAB\uA8C4\uA953\uA9C0";

    public static IReadOnlyList<string> Of(string word)
    {
        var clusters = new List<string>();
        var elements = StringInfo.GetTextElementEnumerator(word);
        while (elements.MoveNext())
        {
            var element = elements.GetTextElement();
            if (clusters.Count > 0 && IsJoined(clusters[^1], element))
            {
                clusters[^1] += element;
            }
            else
            {
                clusters.Add(element);
            }
        }

        return clusters;
    }

    private static bool IsJoined(string before, string after)
    {
        Rune.DecodeLastFromUtf16(before, out var last, out _);
        var first = Rune.GetRuneAt(after, 0);
        return Scripts.BeginsSyllable(last)
            || Scripts.ContinuesSyllable(first)
            || (last.IsBmp && Joining.Contains((char)last.Value, StringComparison.Ordinal))
            || LineRules.NeverBegins(first);
    }
}
