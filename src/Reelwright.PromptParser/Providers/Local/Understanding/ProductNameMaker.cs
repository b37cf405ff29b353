using System.Text.RegularExpressions;
using Reelwright.PromptParser.Providers.Local.Understanding.Grammar;
using Reelwright.PromptParser.Providers.Local.Understanding.Lexicon;

namespace Reelwright.PromptParser.Providers.Local.Understanding;

/// <summary>Settles on the words by which the copy calls the product.</summary>
internal static partial class ProductNameMaker
{
    private const int NameLimit = 28;

    public static ProductName Make(Reading reading, ProductMatch? match, string? brand, string promptLanguage, string language)
    {
        if (language != promptLanguage)
        {
            return InAnotherLanguage(match, brand, language);
        }

        var phrase = reading.ProductPhrase;
        if (match is not null && phrase.Length > 0 && ProductLexicon.Find(phrase) is null && SaysLittle(phrase))
        {
            phrase = match.Words;
        }

        if (phrase.Length == 0)
        {
            // The subject of a prompt in a language without a grammar may stand in any case; the lexicon's own word stands by itself.
            return brand is null && Grammars.Of(language) is null && Inflects(language) && match?.Group.NameIn(language) is { } plain ? Plain(plain, language)
                : match is not null && Grammars.Of(language) is { } grammar ? Plain(WithModifiers(match.Words, reading.Subject, grammar), language)
                : brand is not null ? Proper(brand)
                : new ProductName { Phrase = FirstWords(reading.Subject), Noun = FirstWords(reading.Subject), IsNamed = false };
        }

        if (language == LanguageDetector.English && NoNoun().IsMatch(phrase))
        {
            return new ProductName { Phrase = FirstWords(reading.Subject), Noun = FirstWords(reading.Subject), IsNamed = false };
        }

        if (brand is not null && (phrase == brand || SaysLittle(phrase)))
        {
            return Proper(brand);
        }

        var noun = reading.ProductNoun.Length > 0 && phrase == reading.ProductPhrase ? reading.ProductNoun : phrase;
        return Plain(phrase, language) with { Noun = noun };
    }

    private static ProductName InAnotherLanguage(ProductMatch? match, string? brand, string language) =>
        match?.Group.NameIn(language) is { } name ? Plain(name, language)
        : brand is not null ? Proper(brand)
        : new ProductName { Phrase = "", Noun = "", IsNamed = false };

    /// <summary>"sourdough bread" where the lexicon found "bread".</summary>
    private static string WithModifiers(string found, string subject, PromptGrammar grammar)
    {
        if (!grammar.AdjectivesFirst || grammar.CapitalNouns)
        {
            return found;
        }

        var words = Word.Split(subject.ToLowerInvariant()).ToList();
        var at = words.FindIndex(word => word == found.Split(' ')[0]);
        while (at > 0 && (CopyWords.IsAttribute(words[at - 1]) || ProductLexicon.Knows(words[at - 1])))
        {
            found = $"{words[--at]} {found}";
        }

        return PromptText.Length(found) <= ProductPhraseReader.PhraseLimit ? found : found[(found.IndexOf(' ', StringComparison.Ordinal) + 1)..];
    }

    private static string FirstWords(string subject) => PromptText.Shorten(ClauseSplitter.Clauses(subject) is [var clause, ..] ? clause : subject, NameLimit);

    /// <summary>An occasion, not a product.</summary>
    public static bool SaysLittle(string phrase) => Folding.Fold(phrase) is "sale" or "hiring" or "big sale" or "black friday sale" or "launch" or "grand opening" or "opening" or "summer sale" or "winter sale" or "service" or "discount" or "special offer" or "black friday" or "spring sale" or "donation" or "donations" or "fundraiser" or "fundraising" or "new in town" or "crowdfunding" or "spende" or "spenden" or "spendenaufruf" or "don" or "dons" or "donaciones" or "donacion" or "doacoes" or "doacao" or "donazioni" or "donazione" or "donaties";

    private static bool Inflects(string language) => language is "ru" or "uk" or "pl" or "ar" or "he" or "hi";

    private static ProductName Plain(string phrase, string language) => new()
    {
        Phrase = phrase,
        Noun = phrase,
        Number = language == LanguageDetector.English ? EnglishNouns.NumberOf(EnglishNouns.Head(phrase)) : NounNumber.Singular,
    };

    private static ProductName Proper(string name) => new() { Phrase = name, Noun = name, IsProper = true };

    /// <summary>Words that no name of a product contains: the phrase is a sentence, or nothing at all.</summary>
    [GeneratedRegex(@"^(?:hello|hi|hey|make|create|do|go|please|something|anything|nothing|everything|test|testing|let|lets|let's|be|come)\b|\b(?:this|that|these|those|is|are|was|were|am|it|me|us|them|something|anything|cool|there|here|not|jumps|goes|does)\b|^\P{L}+$|(.)\1{4,}", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex NoNoun();
}
