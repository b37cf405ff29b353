using Microsoft.Extensions.Options;
using Reelwright.Engine.Jobs;
using Reelwright.Engine.Ledger;
using Reelwright.Engine.Pipeline;
using Reelwright.MediaFiles;
using Reelwright.MediaFiles.Links;
using Reelwright.Orchestrator.Production;
using Reelwright.Testing.Time;

namespace Reelwright.Orchestrator.Tests.Production;

/// <summary>Which earlier call delivered a file that a later service could not use.</summary>
public sealed class DeliveriesTests
{
    private const string Video = "video_generation";
    private readonly FakeTimeProvider time = new();
    private readonly MediaLinks links;
    private readonly JobPipeline pipeline;

    public DeliveriesTests()
    {
        links = new MediaLinks(Options.Create(new MediaFilesOptions { SigningKey = new string('k', 40) }), time);
        pipeline = AdPipeline.Create(new MediaReferences(links));
    }

    [Fact]
    public void A_clip_is_found_by_its_url() =>
        Composition(new("https://cdn.example/1.mp4?sig=b", null)).ShouldBe([new CallSlot(Video, 1)]);

    [Fact]
    public void A_clip_of_our_own_is_found_although_its_url_was_signed_anew()
    {
        var key = MediaKey.Parse("jobs/a/clips/x.mp4");
        var input = Input((Video, 0, Clip("https://cdn.example/0.mp4")), (Video, 2, Clip(links.ForService(key))));
        time.Advance(TimeSpan.FromHours(30));

        Composition(new(links.ForService(key), 0), input).ShouldBe([new CallSlot(Video, 2)]);
    }

    [Fact]
    public void A_clip_without_a_known_url_is_found_by_its_scene()
    {
        Composition(new(null, 2)).ShouldBe([new CallSlot(Video, 2)]);
        Composition(new("https://elsewhere.example/copy.mp4", 1)).ShouldBe([new CallSlot(Video, 1)]);
    }

    [Fact]
    public void Every_scene_with_the_same_url_is_found()
    {
        var input = Input((Video, 0, Clip("https://cdn.example/a.mp4")), (Video, 1, Clip("https://cdn.example/a.mp4")));

        Composition(new("https://cdn.example/a.mp4", 1), input).ShouldBe([new CallSlot(Video, 0), new CallSlot(Video, 1)]);
    }

    [Theory]
    [InlineData("https://elsewhere.example/logo.png", null)]
    [InlineData(null, 7)]
    [InlineData(null, null)]
    public void A_file_that_no_call_delivered_is_of_none(string? url, int? scene) => Composition(new(url, scene)).ShouldBeEmpty();

    [Theory]
    [InlineData("https://cdn.example/image.png", null, true)]
    [InlineData(null, 3, true)]
    [InlineData("https://elsewhere.example/other.png", 3, false)]
    public void The_reference_image_is_the_only_file_that_the_video_service_gets(string? url, int? scene, bool isImage)
    {
        var input = Input(("image_generation", 0, """{"image_url":"https://cdn.example/image.png"}"""));

        pipeline.Stages[2].DeliveriesOf(new UnusableSource(url, scene), input)
            .ShouldBe(isImage ? [new CallSlot("image_generation", 0)] : []);
    }

    private IReadOnlyList<CallSlot> Composition(UnusableSource source, JobInput? input = null) => pipeline.Stages[3].DeliveriesOf(
        source,
        input ?? Input(
            (Video, 0, Clip("https://cdn.example/0.mp4")),
            (Video, 1, Clip("https://cdn.example/1.mp4?sig=b")),
            (Video, 2, Clip("https://cdn.example/2.mp4"))));

    private static string Clip(string url) => $$"""{"video_url":"{{url}}"}""";

    private static JobInput Input(params (string Stage, int Index, string Response)[] responses) => new(
        new JobId(Guid.Empty),
        "{}",
        responses.GroupBy(response => response.Stage).ToDictionary(
            stage => stage.Key,
            IReadOnlyDictionary<int, string> (stage) => stage.ToDictionary(response => response.Index, response => response.Response)));
}
