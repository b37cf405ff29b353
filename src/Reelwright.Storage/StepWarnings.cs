using System.Text.Json.Nodes;
using Reelwright.Engine.Jobs;
using Reelwright.Engine.Ledger;
using Reelwright.Engine.Store;

namespace Reelwright.Storage;

/// <summary>
/// What a step does to the job's warnings: it removes those of calls that were done again, and adds the data of its warning events.
/// </summary>
internal static class StepWarnings
{
    /// <summary>The step's warnings as a JSON array; null when it has none.</summary>
    public static string? Added(JobStep step)
    {
        var added = step.Events.Where(item => item.Kind == JobEvents.WarningKind).Select(item => item.Data).ToList();
        return added.Count == 0 ? null : $"[{string.Join(',', added)}]";
    }

    /// <summary>The calls, as <c>stage/index</c>, of which a later generation has settled; null when there is none.</summary>
    public static IReadOnlyList<string>? Redone(JobStep step)
    {
        var redone = step.Updates.Where(call => call.Id.Generation > 0 && call.State.IsSettled()).Select(call => $"{call.Id.Stage}/{call.Id.Index}").ToList();
        return redone.Count == 0 ? null : redone;
    }

    /// <summary>As <c>merge_warnings</c> in PostgreSQL does.</summary>
    /// <param name="known">The job's warnings before the step, as a JSON array.</param>
    public static string? Merge(string? known, IReadOnlyList<string>? redone, string? added)
    {
        var kept = Items(known).Where(item => redone?.Contains($"{item["stage"]}/{item["index"]}") != true);
        var all = kept.Concat(Items(added)).Select(item => item.ToJsonString()).Distinct().ToList();
        return all.Count == 0 ? null : $"[{string.Join(',', all)}]";
    }

    private static IEnumerable<JsonNode> Items(string? array) => array is null ? [] : JsonNode.Parse(array)!.AsArray().Select(item => item!);
}
