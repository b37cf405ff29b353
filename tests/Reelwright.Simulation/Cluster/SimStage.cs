using System.Globalization;
using Reelwright.Contracts.Services;
using Reelwright.Engine.Ledger;
using Reelwright.Engine.Pipeline;
using Reelwright.Simulation.Plans;

namespace Reelwright.Simulation.Cluster;

/// <summary>A stage in small: one call, or one for each scene; later stages name what earlier ones delivered.</summary>
internal sealed class SimStage(ServiceProfile profile, int progressAfter) : Stage
{
    private const string VideoStage = "video_generation";

    public override string Name => profile.Stage;

    public override string Service => profile.Service;

    public override int ProgressAfter => progressAfter;

    public override string FailureCode => $"{profile.Stage.ToUpperInvariant()}_FAILED";

    public override string? CallEvent => profile.Service == ServiceNames.VideoGeneration ? "clip" : null;

    /// <summary>A job's request in a world: how many scenes its ad has.</summary>
    public static string RequestOf(int scenes) => string.Create(CultureInfo.InvariantCulture, $$"""{"scenes":{{scenes}}}""");

    public override IReadOnlyList<PlannedCall> Plan(JobInput input)
    {
        if (profile.Service == ServiceNames.VideoGeneration)
        {
            var scenes = input.Request[^2] - '0';
            return [.. Enumerable.Range(0, scenes).Select(index => new PlannedCall(index, $$"""{"scene":{{index}}}""", 0))];
        }

        var clips = string.Join(',', input.Of(VideoStage).OrderBy(clip => clip.Key).Select(clip => clip.Value));
        return [new PlannedCall(0, profile.Service == ServiceNames.Composition ? $$"""{"scenes":[{{clips}}]}""" : "{}", 0)];
    }

    public override IReadOnlyDictionary<string, string> Publish(JobInput input)
    {
        var document = profile.Service switch
        {
            ServiceNames.PromptParser => "plan",
            ServiceNames.VideoGeneration => "clips",
            ServiceNames.Composition => "result",
            _ => null,
        };
        var answers = input.Of(Name);
        return document is null || answers.Count == 0
            ? new Dictionary<string, string>()
            : new Dictionary<string, string> { [document] = $"[{string.Join(',', answers.OrderBy(answer => answer.Key).Select(answer => answer.Value))}]" };
    }

    public override IReadOnlyList<CallSlot> DeliveriesOf(UnusableSource source, JobInput input) =>
        source.Scene is { } scene && input.Of(VideoStage).ContainsKey(scene) ? [new CallSlot(VideoStage, scene)] : [];
}
