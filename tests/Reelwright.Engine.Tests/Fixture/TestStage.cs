using Reelwright.Engine.Ledger;
using Reelwright.Engine.Pipeline;

namespace Reelwright.Engine.Tests.Fixture;

/// <summary>A stage that plans a fixed number of calls, each with a body of its own, and publishes what was answered.</summary>
internal sealed class TestStage(string name, string service, int progressAfter, int calls) : Stage
{
    public override string Name => name;

    public override string Service => service;

    public override int ProgressAfter => progressAfter;

    public override string FailureCode => $"{name.ToUpperInvariant()}_FAILED";

    public override string? CallEvent => calls > 1 ? "clip" : null;

    public decimal Seconds { get; init; }

    /// <summary>The length of each clip, where they differ.</summary>
    public IReadOnlyList<decimal>? SecondsOfEach { get; init; }

    /// <summary>Whether equal jobs share the answers.</summary>
    public bool Shared { get; init; }

    /// <summary>What planning throws, for a stage whose input can't be used.</summary>
    public Exception? PlanningFails { get; init; }

    /// <summary>The job's document that this stage publishes.</summary>
    public string? Document { get; init; }

    public override IReadOnlyList<PlannedCall> Plan(JobInput input) => PlanningFails is null
        ? [.. Enumerable.Range(0, calls).Select(index => new PlannedCall(index, RequestOf(index), SecondsOfEach?[index] ?? Seconds) { Cacheable = Shared })]
        : throw PlanningFails;

    public override IReadOnlyDictionary<string, string> Publish(JobInput input) => Document is { } document && input.Of(Name).Count > 0
        ? new Dictionary<string, string> { [document] = $"[{string.Join(',', input.Of(Name).OrderBy(answer => answer.Key).Select(answer => answer.Value))}]" }
        : new Dictionary<string, string>();

    /// <summary>The clip of the scene.</summary>
    public override IReadOnlyList<CallSlot> DeliveriesOf(UnusableSource source, JobInput input) =>
        source.Scene is { } scene ? [new CallSlot(Stages.Video, scene)] : [];

    public string RequestOf(int index) => $$"""{"stage":"{{name}}","index":{{index}}}""";
}
