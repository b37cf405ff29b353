using System.Text.Json;
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

    /// <summary>The image's URL as the service gave it.</summary>
    public static string ImageUrl(JobInput input) =>
        JsonText.TextOf(JsonText.Parse(input.Of(StageNames.ImageGeneration)[0]), "image_url")
        ?? throw new StageException("The image service's answer has no image_url.");

    public override IReadOnlyList<StageWarning> Warnings(string response) => ServiceWarnings.Read(response);

    public override IReadOnlyList<PlannedCall> Plan(JobInput input)
    {
        var request = AdRequest.Read(input);
        var plan = AdPlan.Read(input);
        var body = JsonText.Write(json =>
        {
            json.WriteStartObject();
            json.WriteString("prompt", plan.Scenes[0].Prompt);
            json.WriteMember("style", DirectionOf(plan));
            json.WriteMember("visual_direction", plan.Raw);
            json.WriteMember("aspect_ratio", request.Raw);
            json.WriteMember("brand_guidelines", request.Raw);
            json.WriteEndObject();
        });
        return [new PlannedCall(0, body, 0) { Cacheable = request.UsesCache }];
    }

    public override IReadOnlyDictionary<string, string> Publish(JobInput input) =>
        input.Of(Name).ContainsKey(0)
            ? new Dictionary<string, string>
            {
                [DocumentNames.ReferenceImageUrl] = JsonText.Write(json => json.WriteStringValue(media.ToStored(ImageUrl(input)))),
            }
            : new Dictionary<string, string>();

    private static JsonElement DirectionOf(AdPlan plan) => plan.Raw.TryGetProperty("visual_direction", out var direction) ? direction : default;
}
