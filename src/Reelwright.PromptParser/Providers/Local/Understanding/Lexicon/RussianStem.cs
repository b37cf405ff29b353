namespace Reelwright.PromptParser.Providers.Local.Understanding.Lexicon;

/// <summary>What the cases of a Russian word have in common: "пиццерия", "пиццерии", "пиццерию" are one word.</summary>
internal static class RussianStem
{
    public const int Shortest = 4;

    private static readonly string[] Endings =
        [.. "иями ями ами ией иям иях ием ого его ому ему ыми ими ов ев ей ам ям ах ях ой ый ий ая яя ое ее ые ие ую юю ым им ом ем ою ею ья ью ию ия ии а я о е ы и у ю ь й".Split(' ')];

    /// <summary>Null where the word is not Russian, or too short to be told from another.</summary>
    public static string? Of(string word)
    {
        if (word.Length < Shortest || !word.All(letter => letter is >= 'а' and <= 'я' or 'ё'))
        {
            return null;
        }

        var ending = Array.Find(Endings, word.EndsWith) ?? "";
        var stem = word[..^ending.Length];
        return stem.Length >= Shortest ? stem.Replace('ё', 'е') : null;
    }
}
