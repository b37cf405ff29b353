using Reelwright.PromptParser.Providers.Local.Understanding;

namespace Reelwright.PromptParser.Providers.Local.Copy;

/// <summary>Whether two neighbouring sentences say the same in other words.</summary>
internal static class RepetitionCheck
{
    private const int TellingLength = 4;

    public static bool Between(string first, string second)
    {
        var words = Telling(second).ToHashSet(StringComparer.Ordinal);
        return Telling(first).Any(words.Contains);
    }

    private static IEnumerable<string> Telling(string text) => Word.Split(Folding.Fold(text)).Where(word => word.Length >= TellingLength).Select(word => word.Length > 5 ? word[..5] : word);
}
