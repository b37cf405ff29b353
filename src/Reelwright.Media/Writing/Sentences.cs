using System.Text;

namespace Reelwright.Media.Writing;

/// <summary>Cuts a text into sentences.</summary>
internal static class Sentences
{
    private const string Ends = ".!?…。！？｡．؟۔।॥։።၊။";
    private const string Closers = ")]}\"'’”»」』）】〉》〕";
    private const int LongestAbbreviation = 3;

    /// <summary>Each with the space after it, so that they join to the whole text again.</summary>
    public static IEnumerable<string> Of(string text)
    {
        var begin = 0;
        for (var at = 0; at < text.Length - 1; at++)
        {
            if (!IsOneOf(Ends, text[at]) || IsOneOf(Ends, text[at + 1]))
            {
                continue;
            }

            var after = at + 1;
            while (after < text.Length && IsOneOf(Closers, text[after]))
            {
                after++;
            }

            if (after < text.Length && IsEnd(text, begin, at, after))
            {
                var end = text[after] == ' ' ? after + 1 : after;
                yield return text[begin..end];
                begin = end;
                at = end - 1;
            }
        }

        if (begin < text.Length)
        {
            yield return text[begin..];
        }
    }

    // East Asian writing has no space after a sentence. A quotation that goes on with a particle is part of a longer sentence.
    private static bool IsEnd(string text, int begin, int at, int after)
    {
        if (text[after] != ' ')
        {
            return text[at] > 0x3000 && !(after > at + 1 && Scripts.IsKana(Rune.GetRuneAt(text, after))) && !LineRules.NeverBegins(Rune.GetRuneAt(text, after));
        }

        return text[at] != '.' || !IsAbbreviation(text[begin..at]);
    }

    private static bool IsAbbreviation(string before)
    {
        var word = before[(before.LastIndexOf(' ') + 1)..];
        return word.Length is > 0 and <= LongestAbbreviation && char.IsUpper(word[0]) && word.All(letter => char.IsLetter(letter) || letter == '.');
    }

    private static bool IsOneOf(string characters, char character) => characters.Contains(character, StringComparison.Ordinal);
}
