using Reelwright.PromptParser.Providers.Local.Understanding.Grammar;
using Reelwright.PromptParser.Providers.Local.Understanding.Lexicon;

namespace Reelwright.PromptParser.Providers.Local.Understanding;

/// <summary>A name that stands behind its product: "vegan dog food Waggly", "montres Aurum", "E-Bike Glide".</summary>
internal static class TrailingName
{
    /// <summary>Takes the name from the end of a noun phrase, as the brand when none is known yet.</summary>
    public static void Take(List<string> words, PromptGrammar grammar, Reading reading)
    {
        var start = StartOf(words, grammar, reading.Brand);
        if (start < 0)
        {
            return;
        }

        var end = start;
        while (end < words.Count && (ProductPhraseReader.IsNameLike(words[end]) || IsJoint(words, end)))
        {
            end++;
        }

        var name = string.Join(' ', words.Skip(start).Take(end - start)).TrimEnd(',');
        if (reading.Brand is not null && reading.Brand.TrimEnd('.') != name.TrimEnd('.'))
        {
            return;
        }

        reading.Brand ??= name;
        words.RemoveRange(start, words.Skip(end).Any(ProductLexicon.Knows) ? end - start : words.Count - start);
    }

    private static int StartOf(List<string> words, PromptGrammar grammar, string? brand)
    {
        var known = brand is null ? -1 : words.IndexOf(brand.Split(' ')[0]);
        return known > 0 ? known : Enumerable.Range(1, Math.Max(0, words.Count - 1)).FirstOrDefault(index => IsStart(words, index, grammar), -1);
    }

    private static bool IsStart(List<string> words, int index, PromptGrammar grammar)
    {
        var (before, word) = (words[index - 1], words[index]);
        if (!ProductPhraseReader.IsNameLike(word) || char.IsDigit(word[0]) || (Places.Knows(word) && !OpensName(words, index)) || grammar.Participle.IsMatch(word))
        {
            return false;
        }

        return grammar.CapitalNouns
            ? ProductLexicon.Knows(before) && ProductLexicon.Find(word) is null
            : char.IsLower(before[0]) || ProductLexicon.Knows(before);
    }

    /// <summary>"pizzeria Napoli Nord" is called so, a "coffee shop New York" is there.</summary>
    private static bool OpensName(List<string> words, int index) =>
        words[index] is not ("New" or "San" or "Los" or "Las" or "Rio") && index + 1 < words.Count && ProductPhraseReader.IsNameLike(words[index + 1]) && !Places.Knows(words[index + 1]);

    private static bool IsJoint(List<string> words, int index) =>
        words[index] is "of" or "de" or "del" or "di" or "&" or "and" or "the" or "for" && index + 1 < words.Count && ProductPhraseReader.IsNameLike(words[index + 1]);
}
