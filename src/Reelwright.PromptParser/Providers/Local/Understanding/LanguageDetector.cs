using System.Text;
using Reelwright.PromptParser.Providers.Local.Understanding.Lexicon;

namespace Reelwright.PromptParser.Providers.Local.Understanding;

/// <summary>Finds the language a prompt is written in, by script and by its small words.</summary>
internal static class LanguageDetector
{
    public const string English = "en";

    /// <summary>A Latin script whose language is not known: the copy then uses the prompt's own words.</summary>
    public const string Unknown = "und";

    private static readonly (string Language, HashSet<string> Written, HashSet<string> Folded)[] SmallWords =
        [.. Resources.Lines("Lexicon/languages.txt").Select(line => (line[..2], line[3..].Split(' '))).Select(pair =>
            (pair.Item1, new HashSet<string>(pair.Item2, StringComparer.Ordinal), new HashSet<string>(pair.Item2.Select(Folding.Fold), StringComparer.Ordinal)))];

    private static readonly (string Language, string Letters)[] TellingLetters =
    [
        ("fr", "çœêèùîôâ"), ("de", "ßäöü"), ("es", "ñ¿¡áíóú"), ("pt", "ãõçáêô"), ("it", "òàèìù"), ("pl", "łąęśżźćń"), ("tr", "ışğı"), ("sv", "åäö"), ("da", "øæå"), ("nb", "øæå"),
        ("cs", "ěřůčšž"), ("ro", "țșăâ"), ("hu", "őűáé"), ("fi", "äö"), ("vi", "ạảấầậắằặẹẽếềệỉịọỏốồộớờợụủứừựđơư"), ("hr", "čćđšž"), ("sk", "ľĺŕôčšž"),
    ];

    /// <summary>A two-letter code, or <see cref="Unknown"/>.</summary>
    public static string Detect(string text) => ByScript(text) ?? ByWords(text);

    private static string? ByScript(string text)
    {
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var rune in text.EnumerateRunes())
        {
            if (ScriptOf(rune.Value) is { } script)
            {
                counts[script] = counts.GetValueOrDefault(script) + (script is "en" ? 1 : 2);
            }
        }

        if (counts.TryGetValue("ja", out var kana) && counts.GetValueOrDefault("zh") + kana >= counts.GetValueOrDefault("en"))
        {
            return "ja";
        }

        var best = counts.OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key, StringComparer.Ordinal).FirstOrDefault();
        return best.Key switch
        {
            null => Unknown,
            "en" => null,
            "ru" when text.Contains('ї', StringComparison.Ordinal) || text.Contains('і', StringComparison.Ordinal) || text.Contains('є', StringComparison.Ordinal) => "uk",
            _ => best.Key,
        };
    }

    private static string? ScriptOf(int rune) => rune switch
    {
        < 0x41 => null,
        < 0x250 => char.IsLetter((char)rune) ? "en" : null,
        >= 0x1E00 and < 0x1F00 => "en",
        >= 0x370 and < 0x400 or >= 0x1F00 and < 0x2000 => "el",
        >= 0x400 and < 0x530 => "ru",
        >= 0x590 and < 0x600 => "he",
        >= 0x600 and < 0x700 => "ar",
        >= 0x900 and < 0x980 => "hi",
        >= 0xE00 and < 0xE80 => "th",
        >= 0x1100 and < 0x1200 or >= 0xAC00 and < 0xD7B0 => "ko",
        >= 0x3040 and < 0x3100 or >= 0x31F0 and < 0x3200 or >= 0xFF66 and < 0xFF9E => "ja",
        >= 0x3400 and < 0xA000 or >= 0xF900 and < 0xFB00 or >= 0x20000 and < 0x32000 => "zh",
        _ when rune > 0x2FF && Rune.IsLetter(new Rune(rune)) => Unknown,
        _ => null,
    };

    private static string ByWords(string text)
    {
        var lower = text.ToLowerInvariant();
        var words = Word.Split(lower.Replace('\'', ' ').Replace('’', ' '));
        var nouns = ProductLexicon.LanguageVotes(text);
        var best = (Language: Unknown, Score: 0.0);
        var english = 0.0;
        foreach (var (language, written, folded) in SmallWords)
        {
            // Written without its accents a word still counts, but less: "for" is hardly Swedish.
            const double WithoutAccents = 0.5;
            var score = words.Sum(word => written.Contains(word) ? 1 : folded.Contains(Folding.Fold(word)) ? WithoutAccents : 0) + LetterScore(language, lower) + nouns.GetValueOrDefault(language);
            english = language == English ? score : english;
            if (score > best.Score + 0.01)
            {
                best = (language, score);
            }
        }

        // "Hundefutter Bello": few small words or none, and yet nobody would take it for English.
        const double Clearly = 0.4;
        if (nouns.ContainsKey(best.Language) && best.Score > english + Clearly)
        {
            return best.Language;
        }

        var isAscii = text.All(char.IsAscii);
        var needed = Math.Min(2, words.Count / 4.0);
        return best.Language == English || (isAscii && best.Score < Math.Max(1, needed)) ? English
            : best.Score < 1.3 && words.Count > 0 && ProductLexicon.Find(text) is not null ? English
            : best.Score < 0.5 ? English
            : best.Language;
    }

    private static double LetterScore(string language, string lower)
    {
        foreach (var (candidate, letters) in TellingLetters)
        {
            if (candidate == language)
            {
                return 0.6 * Math.Min(3, lower.Count(letter => letters.Contains(letter, StringComparison.Ordinal)));
            }
        }

        return 0;
    }
}
