using System.Text.Json;
using Reelwright.Contracts.Json;
using Reelwright.Contracts.Problems;
using Reelwright.Contracts.Services;
using Reelwright.Engine.Pipeline;
using Reelwright.Orchestrator.Plans;

namespace Reelwright.Orchestrator.Production;

/// <summary>1. The prompt becomes a plan of scenes.</summary>
internal sealed class PromptParsingStage : Stage
{
    public override string Name => StageNames.PromptParsing;

    public override string Service => ServiceNames.PromptParser;

    public override int ProgressAfter => 20;

    public override string FailureCode => ErrorCodes.PromptParsingFailed;

    public override IReadOnlyList<StageWarning> Warnings(string response) => ServiceWarnings.Read(response);

    public override IReadOnlyList<PlannedCall> Plan(JobInput input)
    {
        var request = AdRequest.Read(input);
        var body = new ParseRequest
        {
            Prompt = request.Content.Prompt,
            Duration = request.Content.Duration,
            AspectRatio = request.Content.AspectRatio,
            BrandGuidelines = request.Content.BrandGuidelines,
            Options = request.Content.Options,
        };
        return [new PlannedCall(0, JsonSerializer.Serialize(body, WireJson.Requests.ParseRequest), 0) { Cacheable = request.UsesCache }];
    }

    /// <summary>Also what had to be changed in the plan so that the later services accept it.</summary>
    public override IReadOnlyList<StageWarning> Warnings(string request, string response)
    {
        var parse = JsonSerializer.Deserialize(request, WireJson.Wire.ParseRequest)!;
        var plan = AdPlan.TryRead(JsonText.Parse(response), parse.Duration, out _);
        return [.. Warnings(response), .. plan?.Warnings ?? []];
    }

    public override IReadOnlyDictionary<string, string> Publish(JobInput input) =>
        input.Of(Name).TryGetValue(0, out var plan)
            ? new Dictionary<string, string> { [DocumentNames.Plan] = plan }
            : new Dictionary<string, string>();
}
