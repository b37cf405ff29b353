using System.Text.Json;
using Reelwright.Contracts.Json;
using Reelwright.Contracts.Problems;
using Reelwright.Contracts.Services;
using Reelwright.Engine.Pipeline;

namespace Reelwright.Orchestrator.Production;

/// <summary>2. The first scene's prompt becomes the image that all clips refer to.</summary>
internal sealed class ImageGenerationStage(MediaReferences media) : Stage
{
    public override string Name => StageNames.ImageGeneration;

    public override string Service => ServiceNames.ImageGeneration;

    public override int ProgressAfter => 35;

    public override string FailureCode => ErrorCodes.ImageGenerationFailed;

    public override IReadOnlyList<StageWarning> Warnings(string response) => ServiceWarnings.Read(response);

    public override IReadOnlyList<PlannedCall> Plan(JobInput input)
    {
        var request = AdRequest.Read(input);
        var plan = ServiceAnswers.Plan(input);
        var body = new ImageRequest
        {
            Prompt = plan.Scenes[0].Prompt,
            Style = plan.Content.VisualDirection?.Style,
            VisualDirection = plan.Content.VisualDirection,
            AspectRatio = request.Content.AspectRatio,
            BrandGuidelines = request.Content.BrandGuidelines,
        };
        return [new PlannedCall(0, JsonSerializer.Serialize(body, WireJson.Requests.ImageRequest), 0) { Cacheable = request.UsesCache }];
    }

    public override IReadOnlyDictionary<string, string> Publish(JobInput input) =>
        input.Of(Name).ContainsKey(0)
            ? new Dictionary<string, string>
            {
                [DocumentNames.ReferenceImageUrl] = JsonSerializer.Serialize(media.ToStored(ServiceAnswers.Image(input).ImageUrl), WireJson.Wire.String),
            }
            : new Dictionary<string, string>();
}
