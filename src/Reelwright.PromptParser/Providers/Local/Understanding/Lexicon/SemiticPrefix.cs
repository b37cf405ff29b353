namespace Reelwright.PromptParser.Providers.Local.Understanding.Lexicon;

/// <summary>Arabic and Hebrew write "the", "for", "in" and "and" as the first letters of the next word.</summary>
internal static class SemiticPrefix
{
    private const int ShortestRest = 3;
    private static readonly string[] Prefixes = ["وال", "لل", "ال", "بال", "ل", "ب", "و", "ל", "ה", "ב", "מ", "ו", "של"];

    /// <summary>How many letters of a word may be such a prefix.</summary>
    public static IEnumerable<int> Lengths(string word) =>
        Prefixes.Where(prefix => word.Length - prefix.Length >= ShortestRest && word.StartsWith(prefix, StringComparison.Ordinal)).Select(prefix => prefix.Length);
}
