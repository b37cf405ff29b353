using System.Text.Json;
using Microsoft.Extensions.Options;
using Reelwright.Engine.Jobs;
using Reelwright.Engine.Pipeline;
using Reelwright.MediaFiles;
using Reelwright.MediaFiles.Links;
using Reelwright.Orchestrator.Production;

namespace Reelwright.Orchestrator.Tests.Production;

/// <summary>A film in several aspect ratios, composed from the same clips.</summary>
public sealed class VariantTests
{
    private const string Request = """{"prompt":"A film about tea","duration":20,"aspect_ratio":"9:16","brand_guidelines":{},"options":{},"variants":["1:1","16:9"]}""";
    private const string Plan = """{"scenes":[{"prompt":"a","duration":10},{"prompt":"b","duration":10}],"text_overlays":[{"text":"hi"}]}""";

    private readonly MediaReferences media = new(new MediaLinks(
        Options.Create(new MediaFilesOptions { SigningKey = new string('k', 40) }), TimeProvider.System));

    private CompositionStage Stage => new(media);

    [Fact]
    public void Each_aspect_ratio_is_a_call_of_its_own_and_the_film_is_the_first()
    {
        var calls = Stage.Plan(Input());

        calls.Select(call => call.Index).ShouldBe([0, 1, 2]);
        calls.Select(call => Json(call.Request).GetProperty("aspect_ratio").GetString()).ShouldBe(["9:16", "1:1", "16:9"]);
    }

    [Fact]
    public void All_are_made_of_the_same_clips_texts_and_times()
    {
        var bodies = Stage.Plan(Input()).Select(call => call.Request).ToList();

        bodies.Select(body => body.Replace("\"1:1\"", "\"9:16\"", StringComparison.Ordinal).Replace("\"16:9\"", "\"9:16\"", StringComparison.Ordinal))
            .ShouldAllBe(body => body == bodies[0]);
        bodies.Distinct().Count().ShouldBe(3);
    }

    [Fact]
    public void An_ad_without_variants_is_composed_once()
    {
        var input = Input() with { Request = Request.Replace("[\"1:1\",\"16:9\"]", "[]", StringComparison.Ordinal) };
        Stage.Plan(input).ShouldHaveSingleItem().Index.ShouldBe(0);

        // A job that was written before there were any.
        var old = Input() with { Request = Request.Replace(",\"variants\":[\"1:1\",\"16:9\"]", "", StringComparison.Ordinal) };
        Stage.Plan(old).ShouldHaveSingleItem().Index.ShouldBe(0);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(0, 2)]
    [InlineData(1, 2)]
    public void There_is_no_result_before_all_are_done(params int[] done) =>
        Stage.Publish(Input([.. done.Select(index => (index, Film(index)))])).ShouldBeEmpty();

    [Fact]
    public void The_result_holds_each_with_its_own_files()
    {
        var ours = media.ForUser("media:jobs/1/films/b/film.mp4");

        var documents = Stage.Publish(Input((0, Film(0)), (1, $$"""{"video_url":"{{ours}}","duration":20,"resolution":"1080x1080","file_size":900000}"""), (2, Film(2).Replace("}", ",\"preview_url\":\"https://a.example/2.webp\",\"quality\":{\"passed\":true}}", StringComparison.Ordinal))));

        documents["result"].ShouldBe(
            """{"video_url":"https://a.example/0.mp4","thumbnail_url":"https://a.example/0.jpg","captions_url":null,"duration":null,"resolution":null,"file_size_mb":null,"scenes_generated":2,"variants":["""
            + """{"aspect_ratio":"1:1","video_url":"media:jobs/1/films/b/film.mp4","thumbnail_url":null,"captions_url":null,"duration":20,"resolution":"1080x1080","file_size_mb":0.9,"quality":{},"preview_url":null},"""
            + """{"aspect_ratio":"16:9","video_url":"https://a.example/2.mp4","thumbnail_url":"https://a.example/2.jpg","captions_url":null,"duration":null,"resolution":null,"file_size_mb":null,"quality":{"passed":true},"preview_url":"https://a.example/2.webp"}],"""
            + """ "quality":{},"preview_url":null}""".TrimStart());
    }

    [Fact]
    public void Progress_grows_with_each_and_is_whole_with_the_last()
    {
        var pipeline = AdPipeline.Create(media);

        Enumerable.Range(0, 4).Select(done => pipeline.Percentage(pipeline.Stages[3], done, 3)).ShouldBe([85, 90, 95, 100]);
    }

    private static string Film(int index) => $$"""{"video_url":"https://a.example/{{index}}.mp4","thumbnail_url":"https://a.example/{{index}}.jpg"}""";

    private static JsonElement Json(string text) => JsonDocument.Parse(text).RootElement;

    private static JobInput Input(params (int Index, string Response)[] films) => new(
        new JobId(Guid.Empty),
        Request,
        new Dictionary<string, IReadOnlyDictionary<int, string>>
        {
            [StageNames.PromptParsing] = new Dictionary<int, string> { [0] = Plan },
            [StageNames.VideoGeneration] = Enumerable.Range(0, 2).ToDictionary(scene => scene, scene => $$"""{"video_url":"https://a.example/clip-{{scene}}.mp4"}"""),
            [StageNames.Composition] = films.ToDictionary(film => film.Index, film => film.Response),
        });
}
