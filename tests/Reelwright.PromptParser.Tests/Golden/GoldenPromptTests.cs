using System.Globalization;
using System.Text.RegularExpressions;
using Reelwright.Contracts.Ads;
using Reelwright.PromptParser.Tests.Providers.Local;

namespace Reelwright.PromptParser.Tests.Golden;

/// <summary>Prompts of the kind that newcomers type: what is understood, and that nobody need be ashamed of the copy.</summary>
public sealed partial class GoldenPromptTests
{
    private const int Shortest = 15;

    public static TheoryData<string, string, string> Prompts()
    {
        var rows = new TheoryData<string, string, string>();
        foreach (var row in GoldenPrompt.All)
        {
            rows.Add(row[0], string.Join(" | ", row[1..6]), string.Join(" | ", row[6..8]));
        }

        return rows;
    }

    [Theory]
    [MemberData(nameof(Prompts))]
    public void Product_brand_audience_language_and_motif_are_understood(string prompt, string expected, string shape)
    {
        var brief = Plans.Brief(prompt);
        var product = brief.Product.Phrase == brief.Brand ? null : brief.Product.Phrase;

        string.Join(" | ", new[] { product, brief.Brand, brief.Audience, brief.Language, brief.Motif }.Select(part => part ?? "-")).ShouldBe(expected);
        string.Join(" | ", PromptHints.InferDuration(prompt)?.ToString(CultureInfo.InvariantCulture) ?? "-", PromptHints.InferAspectRatio(prompt) ?? "-").ShouldBe(shape);
    }

    [Theory]
    [InlineData(Shortest)]
    [InlineData(30)]
    [InlineData(60)]
    public void No_line_is_empty_or_stammers_or_repeats_the_request(int seconds)
    {
        foreach (var prompt in GoldenPrompt.All.Select(row => row[0]))
        {
            foreach (var line in Plans.CopyOf(Plans.Plan(prompt, seconds)))
            {
                line.ShouldNotBeNullOrWhiteSpace(prompt);
                Stammer().IsMatch(line).ShouldBeFalse($"{prompt}: {line}");
                Request().IsMatch(line).ShouldBeFalse($"{prompt}: {line}");
                Slot().IsMatch(line).ShouldBeFalse($"{prompt}: {line}");
            }
        }
    }

    [Fact]
    public void No_line_says_the_brand_twice()
    {
        foreach (var prompt in GoldenPrompt.All.Select(row => row[0]))
        {
            var brand = Plans.Brief(prompt).Brand;
            foreach (var overlay in Plans.Plan(prompt).TextOverlays!.Where(_ => brand is not null))
            {
                overlay.Text.Split(brand!).Length.ShouldBeLessThanOrEqualTo(2, $"{prompt}: {overlay.Text}");
            }
        }
    }

    [Fact]
    public void English_articles_fit_their_words()
    {
        foreach (var prompt in GoldenPrompt.All.Where(row => row[4] == "en").Select(row => row[0]))
        {
            foreach (var line in Plans.CopyOf(Plans.Plan(prompt)))
            {
                Article().IsMatch(line).ShouldBeFalse($"{prompt}: {line}");
            }
        }
    }

    /// <summary>The same word twice in a row; "knock knock" is meant.</summary>
    [GeneratedRegex(@"\b(?!knock\b)(\p{L}{2,}) \1\b", RegexOptions.IgnoreCase)]
    private static partial Regex Stammer();

    /// <summary>Words with which people ask for an ad, in the languages of the list.</summary>
    [GeneratedRegex(
        @"\b(?:create|generate|advertise|promote|ads?|adverts?|adds|commercials?|promos?|videos?|instagram|tiktok|youtube|pls|needs a spot|is called|brand name|target audience"
        + @"|werbung|werbespot|werbevideo|erstelle|spendenaufruf|publicité|annonce|vidéo|crée|fais|s'appelle|anuncio|vídeo|crea|necesito|anúncio|crie|quero um|spot per|pubblicità|advertentie|reclame|maak|reklam\p{L}*|oluştur|stwórz"
        + @"|реклам\p{L}*|ролик\p{L}*|создай|сделай)\b|広告|動画|作って|作成|广告|制作|광고|만들어|إعلان|أنشئ|פרסומת|צור|विज्ञापन",
        RegexOptions.IgnoreCase)]
    private static partial Regex Request();

    [GeneratedRegex(@"[{}“”]{2}|\{\w+\}| [,.](?!\d)|,\s*$|(?<!\.)\.\.(?!\.)")]
    private static partial Regex Slot();

    [GeneratedRegex(@"\b(?:an [bcdfgjklmnpqrstvwxyz]\p{Ll}|a [aeio][a-z]+|(?:a|an|the|our|your) (?:a|an|the|our|your))\b", RegexOptions.IgnoreCase)]
    private static partial Regex Article();
}
