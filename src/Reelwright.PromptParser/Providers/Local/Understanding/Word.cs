using System.Text.RegularExpressions;

namespace Reelwright.PromptParser.Providers.Local.Understanding;

/// <summary>Cuts a text into words: letters and digits, with the hyphens and apostrophes between them.</summary>
internal static partial class Word
{
    public static IReadOnlyList<string> Split(string text) => [.. Pattern().Matches(text).Select(match => match.Value)];

    [GeneratedRegex(@"[\p{L}\p{N}][\p{L}\p{M}\p{N}]*(?:['’&.\-][\p{L}\p{N}][\p{L}\p{M}\p{N}]*)*", RegexOptions.CultureInvariant)]
    private static partial Regex Pattern();
}
