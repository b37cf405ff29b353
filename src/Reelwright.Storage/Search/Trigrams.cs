namespace Reelwright.Storage.Search;

/// <summary>All groups of three characters in a row of a folded text. A text that contains another has all groups of the other.</summary>
internal static class Trigrams
{
    private const int Length = 3;

    /// <summary>Empty for texts that are shorter.</summary>
    public static IReadOnlyList<string> Of(string folded)
    {
        var runes = folded.EnumerateRunes().Select(rune => rune.ToString()).ToArray();
        var grams = new HashSet<string>();
        for (var i = 0; i + Length <= runes.Length; i++)
        {
            grams.Add(string.Concat(runes.AsSpan(i, Length)));
        }

        return [.. grams];
    }

    /// <summary>The groups as numbers (FNV-1a). Two groups may share a number, so a match is checked against the text.</summary>
    public static int[] NumbersOf(string folded) => [.. Of(folded).Select(Number).Distinct()];

    private static int Number(string gram)
    {
        var hash = 2166136261;
        foreach (var unit in gram)
        {
            hash = unchecked((hash ^ unit) * 16777619);
        }

        return unchecked((int)hash);
    }
}
