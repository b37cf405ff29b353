using Reelwright.Engine.Jobs;
using Reelwright.Engine.Ledger;
using Reelwright.Engine.Store;

namespace Reelwright.Simulation.Cluster;

/// <summary>A step in words.</summary>
internal static class StepWords
{
    public static string Describe(JobStep step)
    {
        var parts = new List<string>();
        parts.AddRange(step.Updates.Select(call => $"{NameOf(call)} is {call.State.ToWord()}{MoneyOf(call)}{(call.LastError is { } error ? $" ({error})" : "")}"));
        parts.AddRange(step.Intents.Select(call => $"{NameOf(call)} is intended for ${call.Estimate}"));
        parts.AddRange(step.Resends.Select(call => $"{NameOf(call)} is sent again"));
        if (step.Ending is { } ending)
        {
            parts.Add($"the job ends as {ending.State.ToWord()}{(ending.Failure is { } failure ? $" with {failure.Code}" : "")}");
        }

        if (step.ParkUntil is not null)
        {
            parts.Add("the job is given up until later");
        }

        return parts.Count == 0 ? "progress" : string.Join("; ", parts);
    }

    private static string NameOf(LedgerCall call) =>
        $"{call.Id.Stage}[{call.Id.Index}] generation {call.Id.Generation} (key {call.IdempotencyKey[..8]})";

    private static string MoneyOf(LedgerCall call) => call.Cost is { } cost ? $" for ${cost}" : "";
}
