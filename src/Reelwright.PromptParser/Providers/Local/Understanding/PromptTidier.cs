using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Reelwright.PromptParser.Providers.Local.Understanding.Lexicon;

namespace Reelwright.PromptParser.Providers.Local.Understanding;

/// <summary>Mends what people type in a hurry, so that it does not end up in the copy: shouting, common misspellings, chat shorthand, emoji between words.</summary>
internal static partial class PromptTidier
{
    /// <summary>What a film is about whose prompt holds no word, and no sign that stands for one.</summary>
    private const string Nothing = "a surprise";

    private const int ShortestShout = 12;
    private static readonly Dictionary<string, string> Misspellings = Table("Lexicon/misspellings.txt");
    private static readonly Dictionary<string, string> EmojiWords = Table("Lexicon/emoji.txt");

    public static string Tidy(string prompt)
    {
        var text = prompt.Any(char.IsLetter) ? WithoutEmoji(prompt) : Named(prompt);
        text = Shouts(text) ? Calm(text) : text;
        text = Shorthand().Replace(text, match => match.Groups["four"].Success ? "for" : "");
        return PromptText.Clean(LatinWord().Replace(text, match => Misspellings.GetValueOrDefault(match.Value.ToLowerInvariant(), match.Value)));
    }

    private static string WithoutEmoji(string text)
    {
        var kept = new StringBuilder(text.Length);
        var elements = StringInfo.GetTextElementEnumerator(text);
        while (elements.MoveNext())
        {
            var element = elements.GetTextElement();
            kept.Append(IsEmoji(element) ? " " : element);
        }

        return kept.ToString();
    }

    /// <summary>A prompt without a letter may still name its product in emoji.</summary>
    private static string Named(string text)
    {
        var elements = StringInfo.GetTextElementEnumerator(text);
        while (elements.MoveNext())
        {
            Rune.DecodeFromUtf16(elements.GetTextElement(), out var rune, out _);
            if (EmojiWords.TryGetValue(rune.ToString(), out var word))
            {
                return word;
            }
        }

        return text.Any(char.IsLetterOrDigit) ? text : Nothing;
    }

    private static bool IsEmoji(string element)
    {
        Rune.DecodeFromUtf16(element, out var rune, out _);
        return rune.Value is >= 0x1F000 and <= 0x1FAFF or >= 0x2600 and <= 0x27BF or >= 0x2B00 and <= 0x2BFF;
    }

    private static bool Shouts(string text) =>
        text.Count(char.IsUpper) >= ShortestShout && !text.Any(char.IsLower) && text.Contains(' ', StringComparison.Ordinal);

    private static string Calm(string text) => LatinWord().Replace(text, match =>
        ProductPhraseReader.IsAcronym(match.Value) && ProductLexicon.Find(match.Value)?.Group.Category is not ("general" or "home") ? match.Value
        : Places.Knows(match.Value) || StandsByAmpersand(text, match) ? PromptText.Capitalise(match.Value.ToLowerInvariant())
        : match.Value.ToLowerInvariant());

    /// <summary>"SMITH &amp; SONS" are called so.</summary>
    private static bool StandsByAmpersand(string text, Match word) =>
        (word.Index >= 2 && text[word.Index - 2] == '&') || (word.Index + word.Length + 1 < text.Length && text[word.Index + word.Length + 1] == '&');

    private static Dictionary<string, string> Table(string name) => Resources.Lines(name)
        .Select(line => line.Split(' ', 2))
        .ToDictionary(pair => pair[0], pair => pair[1], StringComparer.Ordinal);

    [GeneratedRegex(@"[\p{L}\p{M}][\p{L}\p{M}'’-]*", RegexOptions.CultureInvariant)]
    private static partial Regex LatinWord();

    [GeneratedRegex(@"(?<=\p{L} )(?<four>4)(?= (?:kids|children|men|women|moms|mums|dads|teens|students|everyone|dogs|cats|teams|families|you|my|our|the|an?)\b)|\b(?:pls|plz|thx|asap)\b[.!]*", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Shorthand();
}
