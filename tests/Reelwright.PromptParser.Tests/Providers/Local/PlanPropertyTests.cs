using System.Globalization;
using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Reelwright.Contracts.Ads;
using Reelwright.Contracts.Services;

namespace Reelwright.PromptParser.Tests.Providers.Local;

public sealed class PlanPropertyTests
{
    private static readonly Config Quick = Config.QuickThrowOnFailure.WithMaxTest(120);

    /// <summary>Code points that break careless text handling, beside ordinary letters.</summary>
    private static readonly string[] Awkward =
    [
        "\uD800", "\uDFFF", "\0", "\u0007", "\t", "\n", "\u202E", "\u200D", "\uFEFF", "\u0301", "e\u0301", "👩‍👩‍👧‍👦", "🏴󠁧󠁢󠁥󠁮󠁧󠁿", "🇫🇷", "抹茶", "ラテ", "커피", "שלום", "مرحبا", "क्षि", "ไทย", "ß", "İ", "ﷺ", "𝒳", "\uFFFF", "’", "“", "{product}", "%", "-", "  ", ", ",
        ". ", "for ", "with ", "in Lyon ", "30 second ", "watch ", "coffee ",
    ];

    private static readonly Gen<string> Prompts =
        from length in Gen.Choose(10, 500)
        from parts in Gen.OneOf(
            Gen.Elements(Awkward).ArrayOf(length),
            Gen.Choose(1, 0xFFFF).Select(unit => ((char)unit).ToString()).ArrayOf(length),
            Gen.Choose(32, 126).Select(unit => ((char)unit).ToString()).ArrayOf(length),
            Gen.Elements(Awkward.Concat(["a", "b ", "The ", "new "])).ArrayOf(length))
        select string.Concat(parts) is { Length: > 500 } text ? text[..500] : string.Concat(parts);

    private static readonly Gen<ParseRequest> Requests =
        from prompt in Prompts
        from duration in Gen.Choose(15, 60)
        from aspectRatio in Gen.Elements<string>(AspectRatios.All)
        from language in Gen.Elements<string?>(null, "en", "fr", "ja", "nl", "xx")
        select Plans.Request(prompt, duration, aspectRatio, options: language is null ? null : new AdOptions { Language = language });

    [Fact]
    public void Durations_sum_exactly_and_scenes_follow_each_other() => Holds(plan =>
    {
        plan.Result.Scenes.Sum(scene => scene.Duration).ShouldBe(plan.Request.Duration);
        plan.Result.Scenes.Count.ShouldBeInRange(3, 8);
        var end = 0m;
        foreach (var scene in plan.Result.Scenes)
        {
            scene.StartTime.ShouldBe(end);
            scene.Duration.ShouldBeInRange(2.5m, 9m);
            end = scene.StartTime!.Value + scene.Duration;
            scene.EndTime.ShouldBe(end);
        }

        plan.Result.Scenes[^1].Duration.ShouldBeInRange(3m, 5m);
        plan.Result.Scenes[^1].Role.ShouldBe(SceneRoles.CallToAction);
    });

    [Fact]
    public void Every_text_is_whole_and_free_of_control_characters() => Holds(plan =>
    {
        foreach (var text in Plans.CopyOf(plan.Result).Concat(plan.Result.Scenes.Select(scene => scene.Prompt)).Append(plan.Result.VisualDirection!.Subject!))
        {
            text.ShouldNotBeNullOrWhiteSpace();
            text.EnumerateRunes().ShouldNotContain(Rune.ReplacementChar, $"a lone surrogate in {Escaped(text)}");
            text.ShouldNotContain(letter => char.IsControl(letter));
            text.ShouldNotContain("{a}");
        }
    });

    [Fact]
    public void Overlays_stay_inside_their_scene_and_lines_inside_their_limits() => Holds(plan =>
    {
        foreach (var overlay in plan.Result.TextOverlays!)
        {
            OverlayPositions.All.ShouldContain(overlay.Position!);
            OverlayStyles.All.ShouldContain(overlay.Style!);
            overlay.EndTime!.Value.ShouldBeGreaterThan(overlay.StartTime!.Value);
            plan.Result.Scenes.ShouldContain(scene => overlay.StartTime > scene.StartTime && overlay.EndTime <= scene.EndTime);
        }

        foreach (var scene in plan.Result.Scenes)
        {
            new StringInfo(scene.OnScreenText!).LengthInTextElements.ShouldBeLessThanOrEqualTo(40);
            scene.Prompt.Length.ShouldBeGreaterThanOrEqualTo(60);
            Cameras.All.ShouldContain(scene.Camera!);
            Transitions.All.ShouldContain(scene.Transition!);
        }

        plan.Result.TextOverlays.Count(overlay => overlay.Position == OverlayPositions.Button).ShouldBe(1);
        plan.Result.TextOverlays.Count(overlay => overlay.Position == OverlayPositions.EndCard).ShouldBe(1);
    });

    [Fact]
    public void The_look_uses_known_words_and_real_colours() => Holds(plan =>
    {
        var look = plan.Result.VisualDirection!;
        ArtDirections.All.ShouldContain(look.Style!);
        look.Palette!.Count.ShouldBe(3);
        look.Palette.ShouldAllBe(colour => colour.Length == 7 && colour[0] == '#' && colour.Skip(1).All(char.IsAsciiHexDigit));
        MusicMoods.All.ShouldContain(plan.Result.Audio!.Music!.Mood!);
        plan.Result.Audio.Music.TempoBpm!.Value.ShouldBeInRange(60, 160);
    });

    [Fact]
    public void The_same_request_gives_the_same_plan() => Holds(plan =>
        Plans.Describe(Plans.Plan(plan.Request)).ShouldBe(Plans.Describe(plan.Result)));

    [Fact]
    public void Lengths_beyond_the_usual_are_shared_out_too() => Prop.ForAll(
        Gen.Choose(10, 1800).Select(tenths => tenths / 10m).ToArbitrary(),
        duration =>
        {
            var plan = Plans.Plan("a lightweight running shoe", duration);
            plan.Scenes.Sum(scene => scene.Duration).ShouldBe(duration);
            plan.Scenes.ShouldAllBe(scene => scene.Duration > 0);
            plan.TextOverlays!.ShouldAllBe(overlay => overlay.EndTime > overlay.StartTime);
        }).Check(Quick);

    private static void Holds(Action<(ParseRequest Request, ParseResult Result)> check) =>
        Prop.ForAll(Requests.ToArbitrary(), request => check((request, Plans.Plan(request)))).Check(Quick);

    private static string Escaped(string text) => string.Concat(text.Select(unit => $"\\u{(int)unit:X4}"));
}
