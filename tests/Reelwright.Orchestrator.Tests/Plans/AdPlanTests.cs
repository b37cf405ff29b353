using System.Text.Json;
using Reelwright.Contracts.Services;
using Reelwright.Orchestrator.Plans;

namespace Reelwright.Orchestrator.Tests.Plans;

/// <summary>How a parser's plan is put right, and what its owner is told.</summary>
public sealed class AdPlanTests
{
    private const string Scenes = """ "scenes":[{"prompt":"a","duration":8,"transition":"cut"},{"prompt":"b","duration":7}] """;

    [Fact]
    public void Role_index_times_and_transition_are_filled_in()
    {
        var scenes = Read($$"""{{{Scenes}}}""").Scenes;

        scenes.Select(scene => (scene.Index, scene.Role, scene.StartTime, scene.EndTime, scene.Transition)).ShouldBe(
            [(0, SceneRoles.Hook, 0m, 8m, Transitions.Cut), (1, SceneRoles.CallToAction, 8m, 15m, Transitions.Cut)]);
    }

    [Fact]
    public void A_scene_that_is_too_short_is_lengthened_and_its_text_with_it()
    {
        var plan = Read(
            """
            {"scenes":[{"prompt":"a","duration":7},{"prompt":"b","duration":0.02},{"prompt":"c","duration":7.98}],
             "text_overlays":[{"text":"B","start_time":7,"end_time":7.02}]}
            """);

        plan.Scenes.Sum(scene => scene.Duration).ShouldBe(15m);
        plan.Scenes[1].Duration.ShouldBe(RequestRules.ClipSeconds.Min);
        plan.Warnings.ShouldHaveSingleItem().ShouldSatisfyAllConditions(
            warning => warning.Code.ShouldBe(PlanChanges.SceneStretched), warning => warning.Scene.ShouldBe(1), warning => warning.Message.ShouldContain("0.02 s"));
        var text = plan.Content.TextOverlays!.Single();
        (text.StartTime, text.EndTime).ShouldBe((plan.Scenes[1].StartTime, plan.Scenes[1].EndTime));
    }

    [Fact]
    public void Texts_are_rescaled_with_their_scenes()
    {
        var plan = Read(
            """
            {"scenes":[{"prompt":"a","duration":7.25},{"prompt":"b","duration":7.25}],
             "text_overlays":[{"text":"A","start_time":0,"end_time":7.25},{"text":"B","start_time":7.25,"end_time":14.5}]}
            """);

        plan.Content.TextOverlays!.Select(text => (text.StartTime, text.EndTime)).ShouldBe([(0m, 7.5m), (7.5m, 15m)]);
        plan.Warnings.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("""{"text":"x","start_time":3}""", 3, 8, null)]
    [InlineData("""{"text":"x","end_time":10}""", 8, 10, null)]
    [InlineData("""{"text":"x","start_time":1,"end_time":null}""", 1, 8, null)]
    [InlineData("""{"text":"x","start_time":"00:02","end_time":"4s"}""", 2, 4, null)]
    [InlineData("""{"text":"x","start_time":9,"end_time":3}""", 9, 15, PlanChanges.OverlayTimeChanged)]
    [InlineData("""{"text":"x","start_time":-0.5,"end_time":3}""", 0, 3, PlanChanges.OverlayTimeChanged)]
    [InlineData("""{"text":"x","start_time":0,"end_time":1000}""", 0, 15, PlanChanges.OverlayTimeChanged)]
    public void A_text_gets_times_within_the_film(string overlay, double start, double end, string? code)
    {
        var plan = Read($$"""{{{Scenes}},"text_overlays":[{{overlay}}]}""");

        var text = plan.Content.TextOverlays!.Single();
        (text.StartTime, text.EndTime).ShouldBe(((decimal)start, (decimal)end));
        plan.Warnings.Select(warning => warning.Code).ShouldBe(code is null ? [] : [code]);
    }

    [Fact]
    public void A_text_after_the_end_is_left_out_with_a_warning()
    {
        var plan = Read($$"""{{{Scenes}},"text_overlays":[{"text":"Too late","start_time":20,"end_time":25}]}""");

        plan.Content.TextOverlays.ShouldBeNull();
        var warning = plan.Warnings.ShouldHaveSingleItem();
        warning.Code.ShouldBe(PlanChanges.OverlayLeftOut);
        warning.Message.ShouldContain("Too late");
    }

    [Theory]
    [InlineData("""["Fresh coffee","Order now"]""")]
    [InlineData("""{"headline":"Fresh coffee","button":"Order now"}""")]
    [InlineData("""[{"text":"Fresh coffee"},{"text":{"value":"Order now"}}]""")]
    public void Texts_without_times_are_one_a_scene(string overlays) =>
        Read($$"""{{{Scenes}},"text_overlays":{{overlays}}}""").Content.TextOverlays!.Select(text => (text.Text, text.StartTime, text.EndTime))
            .ShouldBe([("Fresh coffee", 0m, 8m), ("Order now", 8m, 15m)]);

    [Theory]
    [InlineData("null")]
    [InlineData("[]")]
    public void Texts_of_the_scenes_are_shown_when_there_are_no_others(string overlays)
    {
        var plan = Read($$"""{"scenes":[{"prompt":"a","duration":8,"on_screen_text":"Hi"},{"prompt":"b","duration":7}],"text_overlays":{{overlays}}}""");

        plan.Content.TextOverlays!.Select(text => (text.Text, text.StartTime, text.EndTime)).ShouldBe([("Hi", 0m, 8m)]);
    }

    [Theory]
    [InlineData("\"tempo_bpm\":\"120\"", 120, null)]
    [InlineData("\"tempo_bpm\":99.5", 100, null)]
    [InlineData("\"tempo_bpm\":400", 300, PlanChanges.ValueChanged)]
    [InlineData("\"tempo_bpm\":[1]", null, PlanChanges.MemberLeftOut)]
    [InlineData("\"tempo_bpm\":null", null, null)]
    public void A_tempo_is_read_as_far_as_it_makes_sense(string member, int? tempo, string? code)
    {
        var plan = Read($$"""{{{Scenes}},"audio":{"music":{ {{member}} } } }""");

        plan.Content.Audio!.Music!.TempoBpm.ShouldBe(tempo);
        plan.Warnings.Select(warning => warning.Code).ShouldBe(code is null ? [] : [code]);
    }

    [Fact]
    public void A_palette_keeps_the_colours_and_names_what_is_none()
    {
        var plan = Read($$"""{{{Scenes}},"visual_direction":{"palette":[{"hex":"#112233"},"#fff",null,"warm gold","#12",7] } }""");

        plan.Content.VisualDirection!.Palette.ShouldBe(["#112233", "#ffffff", "warm gold"]);
        plan.Warnings.Select(warning => warning.Message).ShouldBe(
        [
            "\"visual_direction.palette\" of the plan was left out: it is \"#12\", but must be a colour such as #1A2B3C.",
            "\"visual_direction.palette\" of the plan was left out: it is 7, but must be a colour such as #1A2B3C.",
        ]);
    }

    [Fact]
    public void Control_characters_are_removed_and_other_words_stay()
    {
        var plan = Read("""{"scenes":[{"prompt":"a cup\u0001 of  coffee ","duration":15,"role":7,"camera":"x9"}],"call_to_action":{"text":"Buy\u000bnow","url":"https://x.example"}}""");

        plan.Scenes[0].Prompt.ShouldBe("a cup of  coffee ");
        plan.Scenes[0].Camera.ShouldBe("x9");
        plan.Content.CallToAction.ShouldBe("Buy now");
        plan.Warnings.ShouldHaveSingleItem().Message.ShouldContain("scenes[0].role");
    }

    [Fact]
    public void A_text_that_is_too_long_is_cut_at_a_word_with_a_warning()
    {
        var script = string.Join(' ', Enumerable.Repeat("word", 3000));

        var plan = Read($$"""{{{Scenes}},"audio":{"voiceover":{"script":"{{script}}"} } }""");

        plan.Content.Audio!.Voiceover!.Script!.ShouldEndWith("word…");
        plan.Warnings.ShouldHaveSingleItem().Code.ShouldBe(PlanChanges.TextCut);
    }

    [Theory]
    [InlineData("crossfade", 8.5, 7)]
    [InlineData("cut", 8, 7)]
    public void A_clip_lasts_as_long_as_it_is_seen(string transition, double first, double last)
    {
        var plan = Read($$"""{"scenes":[{"prompt":"a","duration":8,"transition":"{{transition}}"},{"prompt":"b","duration":7,"transition":"crossfade"}]}""");

        (plan.ClipSeconds(0), plan.ClipSeconds(1)).ShouldBe(((decimal)first, (decimal)last));
    }

    private static AdPlan Read(string plan)
    {
        using var document = JsonDocument.Parse(plan);
        var read = AdPlan.TryRead(document.RootElement.Clone(), 15, out var breach);
        breach.ShouldBeNull();
        return read.ShouldNotBeNull();
    }
}
