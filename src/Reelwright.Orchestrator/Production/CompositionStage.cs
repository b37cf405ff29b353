using System.Text.Json;
using Reelwright.Contracts.Json;
using Reelwright.Contracts.Problems;
using Reelwright.Contracts.Services;
using Reelwright.Engine.Ledger;
using Reelwright.Engine.Pipeline;
using Reelwright.Orchestrator.Plans;

namespace Reelwright.Orchestrator.Production;

/// <summary>
/// 4. Clips, text and sound become the film, and from the same clips its variants: one call for each aspect ratio, of which 0 is the film.
/// </summary>
internal sealed class CompositionStage(MediaReferences media) : Stage
{
    // Composition takes no part in its own credits.
    private static readonly string[] Credited = [StageNames.PromptParsing, StageNames.ImageGeneration, StageNames.VideoGeneration];

    public override string Name => StageNames.Composition;

    public override string Service => ServiceNames.Composition;

    public override int ProgressAfter => 100;

    public override string FailureCode => ErrorCodes.CompositionFailed;

    public override IReadOnlyList<CallSlot> DeliveriesOf(UnusableSource source, JobInput input) => Deliveries.OfClip(source, input, media);

    public override IReadOnlyList<PlannedCall> Plan(JobInput input)
    {
        var request = AdRequest.Read(input);
        var body = Body(input, request, ServiceAnswers.Plan(input));
        return
        [
            .. request.AspectRatios.Select((ratio, index) =>
                new PlannedCall(index, JsonSerializer.Serialize(body with { AspectRatio = ratio }, WireJson.Requests.ComposeRequest), 0)),
        ];
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

        var films = ratios.Select((ratio, index) => (ratio, ServiceAnswers.Film(answers[index]))).ToList();
        var result = new ResultDocument(media).Create(films, ServiceAnswers.Plan(input).Scenes.Count);
        return new Dictionary<string, string> { [DocumentNames.Result] = JsonSerializer.Serialize(result, WireJson.Wire.JobResult) };
    }

    private ComposeRequest Body(JobInput input, AdRequest request, AdPlan plan) => new()
    {
        Scenes =
        [
            .. plan.Scenes.Select((scene, index) => new ComposeScene
            {
                VideoUrl = media.ForService(ServiceAnswers.Clip(input, index).VideoUrl),
                StartTime = scene.StartTime!.Value,
                EndTime = scene.EndTime!.Value,
                Transition = scene.Transition,
                Voiceover = scene.Voiceover,
            }),
        ],
        Audio = plan.Content.Audio,
        TextOverlays = plan.Content.TextOverlays,
        AspectRatio = request.Content.AspectRatio,
        BrandGuidelines = request.Content.BrandGuidelines,
        CallToAction = plan.Content.CallToAction,
        Options = request.Content.Options,
        VisualDirection = plan.Content.VisualDirection,

        // The film itself says, for machines, who made what it is composed of.
        Providers =
        [
            .. Credited.SelectMany(stage => input.Providers.GetValueOrDefault(stage, []).Select(provider => new ProviderCredit { Stage = stage, Provider = provider }))
                .Take(RequestRules.Credits.Max),
        ],
    };
}
