namespace Reelwright.PromptParser.Providers.Local.Understanding;

/// <summary>Adjectives that say something about a product and that the copy can speak about.</summary>
internal static class CopyWords
{
    private static readonly HashSet<string> Adjectives = new(Resources.Lines("Lexicon/adjectives.txt").SelectMany(line => line.Split(' ')).Select(Folding.Fold), StringComparer.Ordinal);

    public static bool IsAttribute(string word) => Adjectives.Contains(Folding.Fold(word.Trim(',', '.')));
}
