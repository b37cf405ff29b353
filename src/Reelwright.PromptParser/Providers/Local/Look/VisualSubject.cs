using Reelwright.PromptParser.Providers.Local.Understanding;

namespace Reelwright.PromptParser.Providers.Local.Look;

/// <summary>The product in English, as an image model wants it, with the prompt's own words where they are needed.</summary>
internal static class VisualSubject
{
    public static string Of(AdBrief brief)
    {
        var own = brief.PromptLanguage == LanguageDetector.English && brief.Product.IsNamed && brief.SpeaksPromptLanguage ? brief.Product.Phrase : null;
        var plain = brief.Group?.NameIn(LanguageDetector.English);
        var subject = own is null ? plain : brief.Product.IsProper && plain is not null ? $"{own} {plain}" : own;
        if (subject is not null)
        {
            return WithArticle(subject, brief.Product.IsProper || subject == plain && own is null ? NumberOf(subject) : brief.Product.Number);
        }

        var words = brief.Product.IsNamed ? brief.Product.Phrase : PromptText.Shorten(brief.Subject, 60);
        return words.Length > 0 ? $"the product described as “{words}”" : "the product";
    }

    private static NounNumber NumberOf(string phrase) => EnglishNouns.NumberOf(phrase[(phrase.LastIndexOf(' ') + 1)..]);

    private static string WithArticle(string phrase, NounNumber number)
    {
        if (number == NounNumber.Mass)
        {
            return phrase;
        }

        var space = phrase.LastIndexOf(' ') + 1;
        var singular = phrase[..space] + EnglishNouns.Singular(phrase[space..]);
        return number == NounNumber.Plural && singular == phrase ? phrase : $"{EnglishNouns.Article(singular)} {singular}";
    }
}
