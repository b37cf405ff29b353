using System.Text.RegularExpressions;
using Reelwright.Contracts.Ads;
using Reelwright.Contracts.Services;

namespace Reelwright.PromptParser.Tests.Providers.Local;

public sealed partial class CopyTests
{
    private static readonly string[] Prompts =
    [
        .. "luxury watches;sports watches;smartwatch for runners;a cosy coffee roastery, single origin beans, delivered in 24 hours;coffee subscription for offices;a lightweight running shoe;a waterproof hiking boot;sneakers for teenagers".Split(';'),
        .. "a banking app with no fees for students;a budgeting app for couples;car insurance for young drivers;a sourdough bakery;an Italian restaurant;a ramen restaurant in Austin;a yoga studio in Berlin;a CrossFit gym;perfume for men;a floral perfume".Split(';'),
        .. "organic skincare for sensitive skin;vegan lipstick;a coding bootcamp;piano lessons for adults;CRM software for startups;noise-cancelling headphones;wireless earbuds for runners;a boutique hotel in Lisbon;a beach resort in Bali;an electric SUV".Split(';'),
        .. "an e-bike for commuters;a mountain bike;engagement rings;silver earrings;a summer dress;men's suits;craft beer;natural wine;energy drink;kombucha;apartments in Brooklyn;cleaning service;moving company;wooden toys;a gift box".Split(';'),
        .. "a music festival;an animal shelter;a fantasy novel;a bookshop;scented candles;a mattress;dog food;cat food;a dog walking app;an umbrella;a garden gnome;a stapler;a skateboard;a rocking horse;a telescope;a chess set;a kite".Split(';'),
        .. "a hammock;a wheelbarrow;a snow globe;a jigsaw;a compass;a doorbell;a fountain pen;a notebook;a typewriter;a trampoline;a canoe;a surfboard;a flashlight;a ladder;a sewing machine;a harmonica;a cactus;a fish tank;a treehouse".Split(';'),
        "Crée une pub Instagram pour une boulangerie artisanale à Lyon, croissants au beurre tous les matins", "新しい抹茶ラテの広告を作って", "Erstelle einen Werbespot für ein E-Bike für Pendler",
        "Crea un anuncio para una cafetería en Madrid", "Crea uno spot per una pizzeria a Napoli", "为一家北京的咖啡馆制作一个30秒的广告", "새로운 말차 라떼 광고 만들어줘", "Создай рекламу для кофейни в Москве, свежая выпечка каждое утро",
    ];

    [Fact]
    public void Two_different_prompts_share_no_more_than_one_line()
    {
        var copies = Prompts.Select(prompt => (Prompt: prompt, Lines: Plans.CopyOf(Plans.Plan(prompt)).ToHashSet(StringComparer.OrdinalIgnoreCase))).ToList();
        var shared = from first in copies
                     from second in copies
                     where string.CompareOrdinal(first.Prompt, second.Prompt) < 0
                     let lines = first.Lines.Intersect(second.Lines, StringComparer.OrdinalIgnoreCase).ToList()
                     where lines.Count > 1
                     select $"{first.Prompt} / {second.Prompt}: {string.Join(" | ", lines)}";

        shared.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("Create a 30 second Instagram ad for luxury watches")]
    [InlineData("Please make me a short 15-second vertical TikTok video about a lightweight running shoe, in 9:16")]
    [InlineData("I want you to generate a promotional commercial for YouTube promoting an Italian restaurant")]
    [InlineData("Can you produce a video ad for my cosy coffee roastery? Use warm colours and upbeat music. The tone should be friendly.")]
    [InlineData("We need a Facebook campaign for eco-friendly candles. Show slow macro shots. End with a call to action.")]
    public void The_request_itself_never_shows_up_in_english_copy(string prompt) =>
        Plans.CopyOf(Plans.Plan(prompt, 60)).ShouldAllBe(line => !EnglishNoise().IsMatch(line));

    [Theory]
    [InlineData("Crée une pub de 30 secondes pour une boulangerie à Lyon, vidéo verticale", "pub|secondes|vidéo|crée")]
    [InlineData("Erstelle einen 30-sekündigen Werbespot für ein E-Bike für Pendler", "Werbespot|sekündig|erstelle")]
    [InlineData("Crea un anuncio de 30 segundos para una cafetería en Madrid", "anuncio|segundos|\\bcrea\\b")]
    [InlineData("Crea uno spot di 30 secondi per una pizzeria a Napoli", "\\bspot\\b|secondi|\\bcrea\\b")]
    [InlineData("Crie um anúncio de 30 segundos para uma padaria em Lisboa", "anúncio|segundos|\\bcrie\\b")]
    [InlineData("新しい抹茶ラテの30秒の広告を作って", "広告|作って|30秒|新しい")]
    [InlineData("为一家北京的咖啡馆制作一个30秒的广告", "广告|制作|30秒|一家")]
    [InlineData("서울에 있는 작은 베이커리의 30초 인스타그램 광고를 만들어줘", "광고|만들어|30초|인스타그램")]
    [InlineData("Создай рекламу для кофейни в Москве", "создай|реклам")]
    public void Nor_in_other_languages(string prompt, string noise) =>
        Plans.CopyOf(Plans.Plan(prompt)).ShouldAllBe(line => !Regex.IsMatch(line, noise, RegexOptions.IgnoreCase | RegexOptions.CultureInvariant));

    [Fact]
    public void Figures_come_from_the_prompt_alone()
    {
        foreach (var prompt in Prompts)
        {
            var figures = Figures().Matches(prompt).Select(match => match.Value).ToHashSet(StringComparer.Ordinal);

            // "3 pm" and "11 pm" are times of anybody's day, not facts about a product.
            var lines = Plans.CopyOf(Plans.Plan(prompt, 60)).Where(line => !TimesOfDay().IsMatch(line));
            lines.SelectMany(line => Figures().Matches(line).Select(match => match.Value)).ShouldAllBe(figure => figures.Contains(figure), $"for {prompt}");
        }
    }

    [Fact]
    public void No_line_promises_what_the_prompt_does_not_say() =>
        Prompts.SelectMany(prompt => Plans.CopyOf(Plans.Plan(prompt, 60))).ShouldAllBe(line => !Claims().IsMatch(line));

    [Fact]
    public void No_line_of_one_film_is_shown_twice()
    {
        foreach (var prompt in Prompts)
        {
            var plan = Plans.Plan(prompt, 60);
            var shown = plan.TextOverlays!.Where(overlay => overlay.Position is OverlayPositions.Headline or OverlayPositions.Subline).Select(overlay => overlay.Text).ToList();
            if (plan.Audio!.Voiceover!.Voice is not "ru")
            {
                shown.Distinct(StringComparer.OrdinalIgnoreCase).Count().ShouldBe(shown.Count, $"for {prompt}: {string.Join(" | ", shown)}");
            }
        }
    }

    [Fact]
    public void Articles_and_numbers_agree() =>
        Prompts.SelectMany(prompt => Plans.CopyOf(Plans.Plan(prompt, 60))).ShouldAllBe(line => !BadGrammar().IsMatch(line));

    [Fact]
    public void Spoken_lines_fit_their_scene()
    {
        const double WordsPerSecond = 2.7;
        foreach (var scene in Prompts.Take(60).SelectMany(prompt => Plans.Plan(prompt).Scenes))
        {
            scene.Voiceover!.Split(' ').Length.ShouldBeLessThanOrEqualTo((int)Math.Ceiling((double)scene.Duration * WordsPerSecond), scene.Voiceover);
        }
    }

    [Fact]
    public void What_the_prompt_says_is_said_in_the_film()
    {
        var lines = string.Join('\n', Plans.CopyOf(Plans.Plan("a banking app with no fees for students in Berlin, instant transfers, 10% off")));

        lines.ShouldContain("students");
        lines.ShouldContain("fees", Case.Insensitive);
        lines.ShouldContain("Berlin");
        lines.ShouldContain("instant transfers", Case.Insensitive);
        lines.ShouldContain("10% off");
    }

    [Fact]
    public void The_copy_is_in_the_language_that_the_options_ask_for()
    {
        var plan = Plans.Plan("Create an ad for luxury watches", options: new AdOptions { Language = "ja" });

        plan.Scenes.ShouldAllBe(scene => scene.OnScreenText!.Any(letter => letter > 0x3000));
    }

    [Fact]
    public void The_options_call_to_action_wins() =>
        Plans.Plan("shoes. CTA: Buy", options: new AdOptions { CallToAction = "Run with us" }).CallToAction.ShouldBe("Run with us");

    [GeneratedRegex(@"\b(?:create|generate|seconds?|instagram|tiktok|youtube|facebook|video|commercial|promotional|vertical|9:16|campaign|upbeat|macro|call to action|tone|warm colours|please make|want you)\b", RegexOptions.IgnoreCase)]
    private static partial Regex EnglishNoise();

    [GeneratedRegex(@"\d+")]
    private static partial Regex Figures();

    [GeneratedRegex(@"\b(?:2 am|3 pm|6 am|11 pm|99)\b")]
    private static partial Regex TimesOfDay();

    [GeneratedRegex(@"guarantee|award|#1|number one|money back|rated|best-selling|bestsell|clinically|certified|\b(?:is|are|for) free\b|free (?:shipping|delivery|trial|returns)|cheapest|doctors recommend", RegexOptions.IgnoreCase)]
    private static partial Regex Claims();

    [GeneratedRegex(@"\b(?:an [bcdfgjklmnpqrstvwxyz]|a [aeio][a-z]|a an|an a|the the|our our|a our|the our|a pair of a)\b|\ba \w+(?:watches|shoes|apps|rings)\b|\{|\}|\b(?:watches|shoes|earrings) is\b", RegexOptions.IgnoreCase)]
    private static partial Regex BadGrammar();
}
