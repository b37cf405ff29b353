using Reelwright.Contracts.Problems;
using Reelwright.Contracts.Services;
using Reelwright.Engine.Pipeline;

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
        var body = JsonText.Write(json =>
        {
            json.WriteStartObject();
            json.WriteMember("prompt", request.Raw);
            json.WriteSeconds("duration", request.Duration);
            json.WriteMember("aspect_ratio", request.Raw);
            json.WriteMember("brand_guidelines", request.Raw);
            json.WriteMember("options", request.Raw);
            json.WriteEndObject();
        });
        return [new PlannedCall(0, body, 0) { Cacheable = request.UsesCache }];
    }

    public override IReadOnlyDictionary<string, string> Publish(JobInput input) =>
        input.Of(Name).TryGetValue(0, out var plan)
            ? new Dictionary<string, string> { [DocumentNames.Plan] = plan }
            : new Dictionary<string, string>();
}
