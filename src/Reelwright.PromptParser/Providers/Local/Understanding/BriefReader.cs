using System.Text;
using System.Text.RegularExpressions;
using Reelwright.Contracts.Services;
using Reelwright.PromptParser.Providers.Local.Understanding.Grammar;
using Reelwright.PromptParser.Providers.Local.Understanding.Lexicon;

namespace Reelwright.PromptParser.Providers.Local.Understanding;

/// <summary>Understands a request: the prompt by its language's reader, then the brand's and the options' own words, which win.</summary>
internal static partial class BriefReader
{
    public const string General = "general";
    private const int BrandLimit = 28;
    private const int AudienceLimit = 34;

    public static AdBrief Read(ParseRequest request)
    {
        var prompt = PromptText.Clean(request.Prompt);
        var (text, address) = WebAddressFinder.Take(PromptTidier.Tidy(prompt));
        var promptLanguage = text.Any(char.IsLetter) ? LanguageDetector.Detect(text) : LanguageDetector.English;
        var quotes = QuoteFinder.Find(text);
        var reading = ReadBy(promptLanguage, quotes);
        if (reading.ProductPhrase.Length == 0 && reading.Subject.Length == 0)
        {
            reading.Subject = prompt;
        }

        var language = CopyLanguage(request, promptLanguage, prompt);
        var brand = BrandOf(request, quotes, reading) ?? (quotes.Text.Any(char.IsLetterOrDigit) ? null : address);
        var match = MatchProduct(reading, promptLanguage == "nl" ? DutchOf().Replace(quotes.Text, " ") : quotes.Text, promptLanguage);
        var style = PromptText.Clean(request.BrandGuidelines?.Style);
        var product = ProductNameMaker.Make(reading, match, brand, promptLanguage, language);
        return new AdBrief
        {
            Prompt = prompt,
            Subject = reading.Subject,
            Language = language,
            PromptLanguage = promptLanguage,
            Product = product,
            Brand = brand,
            Category = match?.Group.Category ?? General,
            Motif = match?.Group.Motif ?? Motifs.Abstract,
            Group = match?.Group,
            Attributes = reading.Attributes,
            Features = [.. reading.Features.Where(feature => !Repeats(feature.Text, brand) && !Repeats(feature.Text, product.Phrase))],
            Audience = Somebody(PromptText.Shorten(Who().Replace(WithoutName(PromptText.Clean(reading.Audience), brand), ""), AudienceLimit)),
            Place = reading.Place,
            IsFromPlace = reading.IsFromPlace,
            Offer = reading.Offer,
            Web = address,
            Platform = PlatformFinder.Find(prompt),
            ToneWords = [.. Word.Split(Folding.Fold($"{style} {string.Join(' ', reading.ToneTexts)} {string.Join(' ', reading.Attributes)} {reading.ProductPhrase}"))],
            CallToAction = NullIfEmpty(PromptText.Shorten(PromptText.Clean(request.Options?.CallToAction ?? quotes.CallToAction), 40)),
            Seed = StableHash.Of(prompt, brand ?? "", language, style),
        };
    }

    private static Reading ReadBy(string language, QuotedWords quotes) => language switch
    {
        "ja" or "zh" or "ko" => EastAsianReader.Read(quotes.Text, language, quotes.Name),
        _ when Grammars.Of(language) is { } grammar => SpacedReader.Read(quotes.Text, grammar, quotes.Name),
        _ => PlainReader.Read(quotes.Text, quotes.Name),
    };

    private static string CopyLanguage(ParseRequest request, string promptLanguage, string prompt)
    {
        var wished = PromptText.Clean(request.Options?.Language);
        if (wished.Length >= 2)
        {
            return wished.Split('-', '_')[0].ToLowerInvariant();
        }

        var stated = promptLanguage == LanguageDetector.English ? StatedLanguage().Match(prompt) : Match.Empty;
        return stated.Success ? LanguageNames[stated.Groups["name"].Value.ToLowerInvariant()] : promptLanguage;
    }

    private static string? BrandOf(ParseRequest request, QuotedWords quotes, Reading reading)
    {
        // A name that was given as one is never cut; one of emoji alone can't be written.
        var name = PromptText.Clean(request.BrandGuidelines?.Name);
        if (name.EnumerateRunes().Any(Rune.IsLetterOrDigit))
        {
            return name;
        }

        var brand = quotes.Name ?? reading.Brand;
        return brand is null ? null : NullIfEmpty(PromptText.Shorten(brand.Trim(' ', '.', ',', '!', ':', '"'), BrandLimit));
    }

    private static ProductMatch? MatchProduct(Reading reading, string text, string language) =>
        ProductLexicon.Find(reading.ProductPhrase) ?? (Grammars.Of(language) is null ? ProductLexicon.Find(BeforeFor().Match(text).Value) : null) ?? (language == "nl" ? null : ProductLexicon.Find(reading.Subject)) ?? ProductLexicon.Find(text);

    /// <summary>"наушники для путешествий" are headphones.</summary>
    [GeneratedRegex(@"^.+?(?=\s(?:для|dla|pro|för|til|pentru|за)\s)", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex BeforeFor();

    /// <summary>In Dutch "van" is no vehicle.</summary>
    [GeneratedRegex(@"\bvan\b", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex DutchOf();

    /// <summary>"pour homme « Minuit »" is for men, not for Minuit.</summary>
    private static string WithoutName(string text, string? brand) =>
        brand is not null && text.EndsWith(" " + brand, StringComparison.OrdinalIgnoreCase) ? text[..^(brand.Length + 1)] : text;

    /// <summary>"high school students in math and physics" are high school students.</summary>
    [GeneratedRegex(@"(?<=\p{L}{3}) (?:in|with|at|who|that|near|looking|wanting|bei|aus|mit|und|die) .*$", RegexOptions.CultureInvariant)]
    private static partial Regex Who();

    private static bool Repeats(string feature, string? name) =>
        !string.IsNullOrEmpty(name) && PromptText.Length(feature) - PromptText.Length(name) < 8 && feature.Contains(name, StringComparison.OrdinalIgnoreCase);

    /// <summary>Who speaks to everyone speaks to nobody in particular.</summary>
    private static string? Somebody(string audience) =>
        Folding.Fold(audience) is "everyone" or "everybody" or "anyone" or "all" or "people" or "tout le monde" or "alle" or "todos" or "tutti" ? null : NullIfEmpty(audience);

    private static string? NullIfEmpty(string text) => text.Length == 0 ? null : text;

    private static readonly Dictionary<string, string> LanguageNames = new(StringComparer.Ordinal)
    {
        ["english"] = "en", ["french"] = "fr", ["german"] = "de", ["spanish"] = "es", ["italian"] = "it", ["portuguese"] = "pt", ["japanese"] = "ja", ["chinese"] = "zh", ["mandarin"] = "zh", ["korean"] = "ko",
    };

    [GeneratedRegex(@"\b(?:(?:copy|text|voice ?over|captions?|ad|written|spoken|video|narration|script)\W+(?:\w+\W+){0,3}in|in) (?<name>English|French|German|Spanish|Italian|Portuguese|Japanese|Chinese|Mandarin|Korean)(?=$|[.,;!]| (?:for|about|with|language)\b)", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex StatedLanguage();
}
