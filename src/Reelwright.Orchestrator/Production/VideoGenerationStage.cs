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

    /// <summary>A clip's URL as the service gave it.</summary>
    public static string ClipUrl(JobInput input, int scene) =>
        JsonText.TextOf(JsonText.Parse(input.Of(StageNames.VideoGeneration)[scene]), "video_url")
        ?? throw new StageException($"The video service's answer for scene {scene} has no video_url.");

    public override IReadOnlyList<CallSlot> DeliveriesOf(UnusableSource source, JobInput input) => Deliveries.OfReferenceImage(source, input, media);

    public override IReadOnlyList<StageWarning> Warnings(string response) => ServiceWarnings.Read(response);

    public override IReadOnlyList<PlannedCall> Plan(JobInput input)
    {
        var request = AdRequest.Read(input);
        var plan = AdPlan.Read(input);
        var image = media.ForService(ImageGenerationStage.ImageUrl(input));
        return [.. plan.Scenes.Select(scene => new PlannedCall(scene.Index, Body(request, plan, scene, image), scene.Duration))];
    }

    public override IReadOnlyDictionary<string, string> Publish(JobInput input)
    {
        var clips = input.Of(Name);
        if (!input.Of(StageNames.PromptParsing).ContainsKey(0))
        {
            return new Dictionary<string, string>();
        }

        var document = JsonText.Write(json =>
        {
            json.WriteStartArray();
            foreach (var scene in AdPlan.Read(input).Scenes)
            {
                var made = clips.ContainsKey(scene.Index);
                json.WriteStartObject();
                json.WriteNumber("index", scene.Index);
                json.WriteString("video_url", made ? media.ToStored(ClipUrl(input, scene.Index)) : null);
                json.WriteString("status", made ? "succeeded" : "pending");
                json.WriteEndObject();
            }

            json.WriteEndArray();
        });
        return new Dictionary<string, string> { [DocumentNames.Clips] = document };
    }

    private static string Body(AdRequest request, AdPlan plan, PlannedScene scene, string image) => JsonText.Write(json =>
    {
        json.WriteStartObject();
        json.WriteString("scene_prompt", scene.Prompt);
        json.WriteString("reference_image_url", image);
        json.WriteSeconds("duration", scene.Duration);
        json.WriteMember("aspect_ratio", request.Raw);
        json.WritePropertyName("scene");
        scene.Raw.WriteTo(json);
        json.WriteMember("visual_direction", plan.Raw);
        json.WriteEndObject();
    });
}
