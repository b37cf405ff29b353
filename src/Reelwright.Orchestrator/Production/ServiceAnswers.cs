using Reelwright.Contracts.Services;
using Reelwright.Engine.Pipeline;
using Reelwright.Orchestrator.Plans;

namespace Reelwright.Orchestrator.Production;

/// <summary>
/// What earlier stages answered, as records. A service may be foreign: only what the contract demands is relied on, an optional member of
/// the wrong kind counts as left out, and unknown members are kept.
/// </summary>
internal static class ServiceAnswers
{
    public static AdPlan Plan(JobInput input) =>
        AdPlan.TryRead(JsonText.Parse(input.Of(StageNames.PromptParsing)[0]), AdRequest.Read(input).Content.Duration, out var breach)
        ?? throw new StageException($"The prompt parser's plan can't be used: {breach}.");

    public static ImageResult Image(JobInput input)
    {
        var image = Members(input.Of(StageNames.ImageGeneration)[0]);
        return new ImageResult
        {
            ImageUrl = image.Url("image_url") ?? throw new StageException("The image service's answer has no image_url."),
            More = image.Rest(),
        };
    }

    public static VideoResult Clip(JobInput input, int scene)
    {
        var clip = Members(input.Of(StageNames.VideoGeneration)[scene]);
        return new VideoResult
        {
            VideoUrl = clip.Url("video_url") ?? throw new StageException($"The video service's answer for scene {scene} has no video_url."),
            Duration = clip.Seconds("duration"),
            Resolution = clip.Words("resolution"),
            More = clip.Rest(),
        };
    }

    public static ComposeResult Film(string response)
    {
        var film = Members(response);
        return new ComposeResult
        {
            VideoUrl = film.Url("video_url") ?? throw new StageException("The composition service's answer has no video_url."),
            ThumbnailUrl = film.Url("thumbnail_url"),
            CaptionsUrl = film.Url("captions_url"),
            CaptionsVttUrl = film.Url("captions_vtt_url"),
            PreviewUrl = film.Url("preview_url"),
            Duration = film.Seconds("duration"),
            Resolution = film.Words("resolution"),
            FileSize = film.Number("file_size", new NumberRule(0, long.MaxValue)) is { } bytes ? (long)bytes : null,
            More = film.Rest(),
        };
    }

    private static ForeignObject Members(string response) => new(JsonText.Parse(response), string.Empty, new PlanChanges());
}
