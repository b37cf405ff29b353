using System.Text.RegularExpressions;
using FsCheck;
using FsCheck.Fluent;
using Reelwright.Contracts.Services;

namespace Reelwright.PromptParser.Tests.Providers.Local;

/// <summary>
/// What holds for the copy of any sensible English prompt, put together from products, names, people, offers and ways to ask.
/// </summary>
public sealed partial class CopyPropertyTests
{
    private static readonly Config Fixed = Config.QuickThrowOnFailure.WithMaxTest(250).WithReplay(20260601UL, 4097UL);

    private static readonly string[] Frames =
    [
        "{0}", "Create a 30 second Instagram ad for {0}", "Please make me a vertical TikTok video about {0}", "Advertise {0}", "I need a YouTube commercial for {0}", "{0} ad", "Can you generate a promo video for our new {0}?",
    ];

    private static readonly string[] Products =
    [
        "luxury watch", "smartphone", "budgeting app", "project management software", "wireless headphones", "running shoes", "linen dress", "leather bag", "cold brew coffee", "green tea", "lemonade", "natural wine", "burger restaurant",
        "sourdough bakery", "olive oil", "floral perfume", "vegan lipstick", "silver earrings", "electric car", "folding bicycle", "real estate agency", "houseplants", "boutique hotel", "yoga studio", "fantasy novel", "coding bootcamp",
        "savings account", "dog food", "wooden toys", "gift boxes", "action camera", "board game", "invoicing software", "animal shelter", "music festival", "dental clinic", "power drill", "umbrella", "garden gnome", "telescope",
    ];

    private static readonly string[] Tails =
    [
        "", ", made from recycled ocean plastic", " for busy parents", ", free shipping", " in Lisbon", ", 20% off", " with a lifetime of stories", " that makes mornings easier", ", only $49", " without hidden fees", ". Use warm colours and upbeat music", ", delivered in 24 hours",
        ", out on October 3rd", ". We open on Sundays", ", order at shop.example.com",
    ];

    private static readonly string[] Names = ["", "", "Waggly", "Nordhavn", "Optix M2", "Lucia Rossi", "Belvedere"];

    private static readonly Gen<(string Prompt, decimal Duration, string Product, string Name)> Requests =
        from frame in Gen.Elements(Frames)
        from product in Gen.Elements(Products)
        from name in Gen.Elements(Names)
        from first in Gen.Elements(Tails)
        from second in Gen.Elements(Tails)
        from duration in Gen.Choose(15, 60)
        select (string.Format(System.Globalization.CultureInfo.InvariantCulture, frame, $"{product} {name}".TrimEnd() + first + (second == first ? "" : second)), (decimal)duration, product, name);

    [Fact]
    public void Lines_are_short_enough_to_read() => Holds(request =>
        Shown(request.Plan).ShouldAllBe(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length <= 7));

    [Fact]
    public void No_line_is_shown_twice() => Holds(request =>
    {
        var lines = Shown(request.Plan);
        lines.Distinct(StringComparer.OrdinalIgnoreCase).Count().ShouldBe(lines.Count, string.Join(" | ", lines));
    });

    [Fact]
    public void Spoken_lines_can_be_said_in_their_scene() => Holds(request =>
    {
        const decimal WordsPerSecond = 2.5m;
        request.Plan.Scenes.ShouldAllBe(scene => scene.Voiceover!.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length <= Math.Max(8, (int)Math.Ceiling(scene.Duration * WordsPerSecond)));
    });

    [Fact]
    public void Nothing_is_left_over_or_said_doubly() => Holds(request =>
        Plans.CopyOf(request.Plan).ShouldAllBe(line => !Broken().IsMatch(line) && !Request().IsMatch(line)));

    [Fact]
    public void A_name_stands_alone_and_is_said() => Holds(request =>
    {
        if (request.Name.Length == 0)
        {
            return;
        }

        request.Plan.TextOverlays!.ShouldContain(overlay => overlay.Position == OverlayPositions.EndCard && overlay.Text == request.Name);
        Plans.CopyOf(request.Plan).ShouldAllBe(line => !line.Contains($"{request.Product} {request.Name}", StringComparison.OrdinalIgnoreCase));
    });

    [Fact]
    public void The_same_prompt_gives_the_same_words() => Holds(request =>
        Plans.Describe(Plans.Plan(request.Prompt, request.Duration)).ShouldBe(Plans.Describe(request.Plan)));

    private static List<string> Shown(ParseResult plan) =>
        [.. plan.TextOverlays!.Where(overlay => overlay.Position is OverlayPositions.Headline or OverlayPositions.Subline).Select(overlay => overlay.Text)];

    private static void Holds(Action<(string Prompt, decimal Duration, string Product, string Name, ParseResult Plan)> check) => Prop.ForAll(Requests.ToArbitrary(), request =>
    {
        try
        {
            check((request.Prompt, request.Duration, request.Product, request.Name, Plans.Plan(request.Prompt, request.Duration)));
        }
        catch (ShouldAssertException failure)
        {
            throw new ShouldAssertException($"{request.Prompt}: {failure.Message}", failure);
        }
    }).Check(Fixed);

    /// <summary>
    /// Doubled words ("knock knock" is meant), articles that do not fit, small words at the end, slots that stayed open, space before a
    /// mark.
    /// </summary>
    [GeneratedRegex(@"\b(?!knock\b)(\w{2,}) \1\b|\b(?:an [bcdfgjklmnpqrstvwxyz]|a [aeio][a-z]+|(?:a|an|the|our) (?:a|an|the|our))\b|\b(?:(?<!looking |waiting |getting up |is |are )for|with|and|or|the|a|an|of)[.!?]?$|[{}]| [,.!?]|,\s*$|(?<!\.)\.\.(?!\.)", RegexOptions.IgnoreCase)]
    private static partial Regex Broken();

    [GeneratedRegex(@"\b(?:create|generate|advertise|\d+[ -]seconds?|instagram|tiktok|youtube|vertical|commercial|promo|ad|video|warm colours|upbeat|please make)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Request();
}
