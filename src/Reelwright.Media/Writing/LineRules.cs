using System.Text;

namespace Reelwright.Media.Writing;

/// <summary>How well a line break reads, and where custom forbids one.</summary>
internal static class LineRules
{
    private const double Never = double.PositiveInfinity;
    private const double LeaderPenalty = 0.5;
    private const double InAddress = 0.3;

    // Kinsoku: characters that never begin a line, and characters that never end one.
    private const string NeverFirst = "、。，．・：；？！゛゜ヽヾゝゞ々ー）］｝〕〉》」』】〙〗〟’”»›,.:;?!)]}…‥%％ぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮヵヶ";
    private const string NeverLast = "（［｛〔〈《「『【〘〖〝‘“«‹([{$€£¥#@＃＠";
    private const string SentenceEnds = ".!?。！？…";
    private const string Pauses = ",:;、，：；";
    private const string Particles = "はがをにでともへのや";

    /// <summary>Words that belong to the one after them.</summary>
    private static readonly HashSet<string> _leaders = new(StringComparer.OrdinalIgnoreCase)
    {
        "a", "an", "the", "to", "of", "in", "on", "at", "by", "for", "and", "or", "with", "from", "your", "our", "my", "its", "is", "you", "we",
        "le", "la", "les", "un", "une", "de", "du", "des", "et", "à", "en", "au", "aux", "ou", "pour", "avec", "sur", "dans", "votre", "vos",
        "der", "die", "das", "den", "dem", "ein", "eine", "einen", "einem", "und", "oder", "mit", "für", "von", "vom", "im", "am", "zu", "zum", "zur", "bei", "auf",
        "el", "los", "las", "una", "y", "del", "al", "con", "para", "por", "tu", "su", "il", "lo", "gli", "i", "di", "da", "del", "della", "per", "e", "o", "che",
        "os", "as", "um", "uma", "do", "no", "na", "em", "com", "seu", "sua", "het", "een", "van", "voor", "met", "op", "je",
        "и", "в", "на", "с", "к", "у", "о", "за", "из", "для", "от", "по", "не", "i", "w", "z", "na", "do", "och", "og", "med", "för", "på", "ve", "bir",
        "&", "+",
    };

    /// <summary>How bad a break between two neighbours is: below 0 welcome, 1 ugly, infinity never.</summary>
    public static double Penalty(string before, string after, bool space)
    {
        var (last, first) = (LastRune(before), Rune.GetRuneAt(after, 0));
        if (NeverBegins(first) || NeverEnds(last) || !HasLetterOrDigit(after))
        {
            return Never;
        }

        if (Contains(SentenceEnds, last))
        {
            return -0.3;
        }

        if (Contains(Pauses, last))
        {
            return -0.25;
        }

        return space ? BetweenWords(before, after) : BetweenCharacters(last, first);
    }

    /// <summary>Whether a line never begins with a character.</summary>
    public static bool NeverBegins(Rune rune) => Contains(NeverFirst, rune);

    /// <summary>Whether a line never ends with a character.</summary>
    public static bool NeverEnds(Rune rune) => Contains(NeverLast, rune);

    private static double BetweenWords(string before, string after)
    {
        if (_leaders.Contains(before) || IsNumber(before))
        {
            return LeaderPenalty;
        }

        if (after is "&" or "+")
        {
            return 0.4;
        }

        return after.Length <= 2 && IsNumber(after) ? 0.4 : 0.2;
    }

    private static double BetweenCharacters(Rune last, Rune first)
    {
        if (Scripts.IsWidePunctuation(last) || Scripts.IsWidePunctuation(first))
        {
            return 0.05;
        }

        if (Scripts.IsHan(last) && Scripts.IsHan(first))
        {
            return 0.5;
        }

        if (Scripts.IsKatakana(last) && Scripts.IsKatakana(first))
        {
            return 0.9;
        }

        if (last.Value is '/' or '?' or '&')
        {
            return InAddress;
        }

        var (wasHiragana, isHiragana) = (IsHiragana(last), IsHiragana(first));
        return (wasHiragana, isHiragana) switch
        {
            (true, false) => Contains(Particles, last) ? 0.05 : 0.25,
            (true, true) => Contains(Particles, last) ? 0.5 : 0.8,
            (false, true) => 0.8,
            _ when Scripts.IsIdeographic(last) || Scripts.IsIdeographic(first) => 0.3,
            _ => 0.6,
        };
    }

    private static bool IsHiragana(Rune rune) => Scripts.IsKana(rune) && !Scripts.IsKatakana(rune);

    private static bool IsNumber(string text) => text.All(character => char.IsAsciiDigit(character) || character is '.' or ',');

    private static bool HasLetterOrDigit(string text) =>
        text.EnumerateRunes().Any(rune => Rune.IsLetterOrDigit(rune) || (Rune.IsSymbol(rune) && text.Length > 1) || rune.Value is '+' or '&' or '$' or '#' or '@');

    private static bool Contains(string characters, Rune rune) => rune.IsBmp && characters.Contains((char)rune.Value, StringComparison.Ordinal);

    private static Rune LastRune(string text) =>
        Rune.DecodeLastFromUtf16(text, out var rune, out _) == System.Buffers.OperationStatus.Done ? rune : Rune.ReplacementChar;
}
