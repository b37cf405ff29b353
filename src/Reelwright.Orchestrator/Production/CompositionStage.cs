using System.Text.Json;
using Reelwright.Contracts.Problems;
using Reelwright.Contracts.Services;
using Reelwright.Engine.Ledger;
using Reelwright.Engine.Pipeline;

namespace Reelwright.Orchestrator.Production;

/// <summary>4. Clips, text and sound become the film, and from the same clips its variants: one call for each aspect ratio, of which 0 is the film.</summary>
internal sealed class CompositionStage(MediaReferences media) : Stage
{
    public override string Name => StageNames.Composition;

    public override string Service => ServiceNames.Composition;

    public override int ProgressAfter => 100;

    public override string FailureCode => ErrorCodes.CompositionFailed;

    public override IReadOnlyList<CallSlot> DeliveriesOf(UnusableSource source, JobInput input) => Deliveries.OfClip(source, input, media);

    public override IReadOnlyList<PlannedCall> Plan(JobInput input)
    {
        var request = AdRequest.Read(input);
        var plan = AdPlan.Read(input);
        return [.. request.AspectRatios.Select((ratio, index) => new PlannedCall(index, Body(input, request, plan, ratio), 0))];
    }

    /// <summary>Such as a logo that could not be used.</summary>
    public override IReadOnlyList<StageWarning> Warnings(string response) => ServiceWarnings.Read(response);

    /// <summary>The result is whole or it is not there: a film whose variants are still made is no result yet.</summary>
    public override IReadOnlyDictionary<string, string> Publish(JobInput input)
    {
        var answers = input.Of(Name);
        var ratios = AdRequest.Read(input).AspectRatios;
        if (!Enumerable.Range(0, ratios.Count).All(answers.ContainsKey))
        {
            return new Dictionary<string, string>();
        }

        var films = ratios.Select((ratio, index) => new ComposedFilm(ratio, JsonText.Parse(answers[index]))).ToList();
        var scenes = AdPlan.Read(input).Scenes.Count;
        var result = new ResultDocument(media);
        return new Dictionary<string, string> { [DocumentNames.Result] = JsonText.Write(json => result.Write(json, films, scenes)) };
    }

    private string Body(JobInput input, AdRequest request, AdPlan plan, string aspectRatio) => JsonText.Write(json =>
    {
        json.WriteStartObject();
        json.WriteStartArray("scenes");
        foreach (var scene in plan.Scenes)
        {
            json.WriteStartObject();
            json.WriteString("video_url", media.ForService(VideoGenerationStage.ClipUrl(input, scene.Index)));
            json.WriteSeconds("start_time", scene.Start);
            json.WriteSeconds("end_time", scene.End);
            json.WriteMember("transition", scene.Raw);
            json.WriteMember("voiceover", scene.Raw);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteMember("audio", plan.Raw);
        json.WriteMember("text_overlays", plan.Raw);
        json.WriteString("aspect_ratio", aspectRatio);
        json.WriteMember("brand_guidelines", request.Raw);
        json.WriteMember("call_to_action", plan.Raw);
        json.WriteMember("options", request.Raw);
        json.WriteMember("visual_direction", plan.Raw);
        WriteProviders(json, input);
        json.WriteEndObject();
    });

    /// <summary>Who made what the film is composed of: the film says so itself, for machines.</summary>
    private static void WriteProviders(Utf8JsonWriter json, JobInput input)
    {
        json.WriteStartArray("providers");
        foreach (var stage in new[] { StageNames.PromptParsing, StageNames.ImageGeneration, StageNames.VideoGeneration })
        {
            foreach (var provider in input.Providers.GetValueOrDefault(stage, []))
            {
                json.WriteStartObject();
                json.WriteString("stage", stage);
                json.WriteString("provider", provider);
                json.WriteEndObject();
            }
        }

        json.WriteEndArray();
    }
}
