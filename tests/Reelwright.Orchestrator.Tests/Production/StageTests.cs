using System.Text.Json;
using Microsoft.Extensions.Options;
using Reelwright.Engine.Jobs;
using Reelwright.Engine.Pipeline;
using Reelwright.MediaFiles;
using Reelwright.MediaFiles.Links;
using Reelwright.Orchestrator.Production;

namespace Reelwright.Orchestrator.Tests.Production;

/// <summary>The stages as pure functions: what they ask of the services, from what the ones before answered.</summary>
public sealed class StageTests
{
    private const string Request = """{"prompt":"Ein Film über Tee","duration":20,"aspect_ratio":"1:1","brand_guidelines":{"name":"Kanne"},"options":null}""";

    private const string Plan =
        """
        {"scenes":[{"prompt":"Dampf  \"heiß\" 🫖 ~S0","duration":9.8,"camera":"x9","x_extra":{"deep":[1,2.50,null]}},{"prompt":"second","duration":10,"transition":"whip"}],
         "visual_direction":{"style":"odd","color_palette":["#112233"]},"audio":{"music_style":"upbeat"},"text_overlays":[{"text":"hi","z":1}],"unknown":true}
        """;

    private readonly MediaReferences media = new(new MediaLinks(
        Options.Create(new MediaFilesOptions { SigningKey = new string('k', 40) }), TimeProvider.System));

    private JobPipeline Pipeline => AdPipeline.Create(media);

    [Fact]
    public void The_four_stages_stand_in_their_order_with_their_progress()
    {
        var pipeline = Pipeline;
        pipeline.Stages.Select(stage => (stage.Name, stage.ProgressAfter)).ShouldBe(
            [("prompt_parsing", 20), ("image_generation", 35), ("video_generation", 85), ("composition", 100)]);
        pipeline.Percentage(pipeline.Stages[2], 2, 4).ShouldBe(60);
        pipeline.Percentage(pipeline.Stages[2], 1, 4).ShouldBe(47);
    }

    [Fact]
    public void The_parser_gets_the_clients_words_as_they_are()
    {
        var body = Only(Pipeline.Stages[0].Plan(Input()));

        body.GetProperty("prompt").GetString().ShouldBe("Ein Film über Tee");
        body.GetProperty("duration").GetDecimal().ShouldBe(20m);
        body.GetProperty("brand_guidelines").GetProperty("name").GetString().ShouldBe("Kanne");
        body.TryGetProperty("options", out _).ShouldBeFalse();
    }

    [Fact]
    public void What_nobody_here_knows_reaches_the_next_service_unchanged()
    {
        using var plan = JsonDocument.Parse(Plan);
        var clips = Pipeline.Stages[2].Plan(Input(("prompt_parsing", 0, Plan), ("image_generation", 0, """{"image_url":"https://images.example/a%20b.png?x=1&y=%2F"}""")));

        clips.Count.ShouldBe(2);
        var first = JsonDocument.Parse(clips[0].Request).RootElement;
        foreach (var member in plan.RootElement.GetProperty("scenes")[0].EnumerateObject().Where(member => !member.NameEquals("duration")))
        {
            JsonElement.DeepEquals(first.GetProperty("scene").GetProperty(member.Name), member.Value).ShouldBeTrue();
        }

        JsonElement.DeepEquals(first.GetProperty("visual_direction"), plan.RootElement.GetProperty("visual_direction")).ShouldBeTrue();
        first.GetProperty("scene_prompt").GetString().ShouldBe("Dampf  \"heiß\" 🫖 ~S0");
        first.GetProperty("reference_image_url").GetString().ShouldBe("https://images.example/a%20b.png?x=1&y=%2F");
    }

    [Fact]
    public void Durations_that_are_a_little_off_are_rescaled_to_the_requested_sum_exactly()
    {
        var film = Only(Pipeline.Stages[3].Plan(Input(
            ("prompt_parsing", 0, Plan), ("image_generation", 0, "{}"),
            ("video_generation", 0, """{"video_url":"https://a.example/0.mp4"}"""), ("video_generation", 1, """{"video_url":"https://a.example/1.mp4"}"""))));

        var scenes = film.GetProperty("scenes").EnumerateArray().ToList();
        scenes[0].GetProperty("start_time").GetDecimal().ShouldBe(0m);
        scenes[0].GetProperty("end_time").GetDecimal().ShouldBe(scenes[1].GetProperty("start_time").GetDecimal());
        scenes[1].GetProperty("end_time").GetDecimal().ShouldBe(20m);
        scenes[1].GetProperty("transition").GetString().ShouldBe("whip");
        film.GetProperty("text_overlays")[0].GetProperty("z").GetInt32().ShouldBe(1);
    }

    [Theory]
    [InlineData("""{"scenes":[]}""")]
    [InlineData("""{"scenes":[{"prompt":"a","duration":25}]}""")]
    [InlineData("""{"scenes":[{"prompt":"a","duration":0},{"prompt":"b","duration":20}]}""")]
    public void A_plan_that_can_not_be_used_says_what_is_wrong(string plan) =>
        Should.Throw<StageException>(() => Pipeline.Stages[1].Plan(Input(("prompt_parsing", 0, plan)))).Message.ShouldContain("prompt parser");

    [Fact]
    public void Our_own_media_are_kept_by_key_and_signed_anew_for_whoever_gets_them()
    {
        var url = media.ForUser("media:jobs/1/reference.png");
        url.ShouldStartWith("http://127.0.0.1:8000/media/jobs/1/reference.png?expires=");

        media.ToStored(url).ShouldBe("media:jobs/1/reference.png");
        media.ToStored("http://127.0.0.1:8000/media/jobs/2/film.mp4").ShouldBe("http://127.0.0.1:8000/media/jobs/2/film.mp4");
        media.ToStored(url.Replace("reference", "else", StringComparison.Ordinal)).ShouldStartWith("http://");
        media.ToStored("https://other.example/x.png").ShouldBe("https://other.example/x.png");
        media.ForService("https://other.example/x.png").ShouldBe("https://other.example/x.png");
    }

    [Fact]
    public void The_result_has_the_members_of_the_contract_whatever_the_service_left_out()
    {
        var documents = Pipeline.Stages[3].Publish(Input(
            ("prompt_parsing", 0, Plan), ("composition", 0, """{"video_url":"https://a.example/film.mp4","file_size":12543210}""")));

        documents["result"].ShouldBe(
            """{"video_url":"https://a.example/film.mp4","thumbnail_url":null,"captions_url":null,"duration":null,"resolution":null,"file_size_mb":12.5,"scenes_generated":2,"variants":[],"quality":{},"preview_url":null}""");
    }

    [Fact]
    public void What_a_service_has_measured_of_its_film_reaches_the_result_as_it_is()
    {
        var documents = Pipeline.Stages[3].Publish(Input(
            ("prompt_parsing", 0, Plan), ("composition", 0, """{"video_url":"https://a.example/film.mp4","quality":{"vmaf":93.20,"passed":true}}""")));

        documents["result"].ShouldContain("\"quality\":{\"vmaf\":93.20,\"passed\":true},");
    }

    [Fact]
    public void A_service_can_not_name_a_file_of_ours_in_our_own_shorthand()
    {
        var documents = Pipeline.Stages[3].Publish(Input(
            ("prompt_parsing", 0, Plan), ("composition", 0, """{"video_url":"https://a.example/film.mp4","thumbnail_url":"media:jobs/other/film.mp4"}""")));

        documents["result"].ShouldContain("\"thumbnail_url\":null");
    }

    [Fact]
    public void What_a_service_warns_of_is_told() => Pipeline.Stages[3].Warnings(
        """
        {"video_url": "https://a.example/f.mp4", "warnings": ["The logo was left out.", 7, null, "", {"code": "TEXT_CUT", "message": "A text was cut.", "scene": 2},
         {"message": "No code.", "scene": "x"}, {"code": "NO_MESSAGE"}, "The logo was left out."]}
        """).ShouldBe(
    [
        new StageWarning("SERVICE_WARNING", "The logo was left out."), new StageWarning("TEXT_CUT", "A text was cut.", 2), new StageWarning("SERVICE_WARNING", "No code."),
    ]);

    [Theory]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("""{"warnings": null}""")]
    [InlineData("""{"warnings": "text"}""")]
    public void An_answer_without_a_list_of_warnings_has_none(string response) => Pipeline.Stages.SelectMany(stage => stage.Warnings(response)).ShouldBeEmpty();

    private static JsonElement Only(IReadOnlyList<PlannedCall> calls) => JsonDocument.Parse(calls.ShouldHaveSingleItem().Request).RootElement;

    private static JobInput Input(params (string Stage, int Index, string Response)[] responses) => new(
        new JobId(Guid.Empty),
        Request,
        responses.GroupBy(response => response.Stage).ToDictionary(
            stage => stage.Key, IReadOnlyDictionary<int, string> (stage) => stage.ToDictionary(response => response.Index, response => response.Response)));
}
