using System.Text.Json;
using Reelwright.Contracts.Jobs;
using Reelwright.Contracts.Json;
using Reelwright.Contracts.Problems;
using Reelwright.Contracts.Services;
using Reelwright.Engine.Ledger;
using Reelwright.Engine.Pipeline;

namespace Reelwright.Orchestrator.Production;

/// <summary>3. Each scene becomes a clip; the clips are made in parallel.</summary>
internal sealed class VideoGenerationStage(MediaReferences media) : Stage
{
    public override string Name => StageNames.VideoGeneration;

    public override string Service => ServiceNames.VideoGeneration;

    public override int ProgressAfter => 85;

    public override string FailureCode => ErrorCodes.VideoGenerationFailed;

    public override string CallEvent => "clip";

    public override IReadOnlyList<CallSlot> DeliveriesOf(UnusableSource source, JobInput input) => Deliveries.OfReferenceImage(source, input, media);

    public override IReadOnlyList<StageWarning> Warnings(string response) => ServiceWarnings.Read(response);

    public override IReadOnlyList<PlannedCall> Plan(JobInput input)
    {
        var request = AdRequest.Read(input);
        var plan = ServiceAnswers.Plan(input);
        var image = media.ForService(ServiceAnswers.Image(input).ImageUrl);
        return
        [
            .. plan.Scenes.Select((scene, index) =>
            {
                var body = new VideoRequest
                {
                    ScenePrompt = scene.Prompt,
                    ReferenceImageUrl = image,
                    Duration = plan.ClipSeconds(index),
                    AspectRatio = request.Content.AspectRatio,
                    Scene = scene,
                    VisualDirection = plan.Content.VisualDirection,
                };
                return new PlannedCall(index, JsonSerializer.Serialize(body, WireJson.Requests.VideoRequest), body.Duration);
            }),
        ];
    }

    public override IReadOnlyDictionary<string, string> Publish(JobInput input)
    {
        if (!input.Of(StageNames.PromptParsing).ContainsKey(0))
        {
            return new Dictionary<string, string>();
        }

        var made = input.Of(Name);
        IReadOnlyList<ClipView> clips =
        [
            .. ServiceAnswers.Plan(input).Scenes.Select((_, index) => new ClipView
            {
                Index = index,
                VideoUrl = made.ContainsKey(index) ? media.ToStored(ServiceAnswers.Clip(input, index).VideoUrl) : null,
                Status = made.ContainsKey(index) ? "succeeded" : "pending",
            }),
        ];
        return new Dictionary<string, string> { [DocumentNames.Clips] = JsonSerializer.Serialize(clips, WireJson.Wire.IReadOnlyListClipView) };
    }
}
