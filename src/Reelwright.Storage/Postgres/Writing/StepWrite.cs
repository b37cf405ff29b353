using Reelwright.Engine.Jobs;
using Reelwright.Engine.Ledger;
using Reelwright.Engine.Store;

namespace Reelwright.Storage.Postgres.Writing;

/// <summary>A step to be committed. When the answer is lost, its token in the job's row shows whether it was.</summary>
internal sealed class StepWrite(JobStep step) : Write<StepOutcome>
{
    public JobStep Step => step;

    public JobId Job => step.Fence.Job;

    /// <summary>Calls that are not begun now.</summary>
    public List<Unbegun> Unbegun { get; } = [];

    /// <summary>A call was settled, or the job was cleared: it does not kill its node.</summary>
    public bool ShowsProgress => step.Cleared || step.Updates.Any(call => call.State is not CallState.Unknown and not CallState.Intent);

    public string? EndState { get; } = step.Ending is { } ending
        ? ending.State.IsTerminal()
            ? ending.State.ToWord()
            : throw new ArgumentOutOfRangeException(nameof(step), ending.State, "The work on a job ends in a terminal state.")
        : null;

    public override void Join(WriteBatch batch) => batch.Steps.Add(this);

    public StepOutcome.Applied Applied(bool cancelRequested, decimal settled, decimal reserved, decimal inDoubt) => Unbegun.Count == 0
        ? new([], cancelRequested, settled, reserved) { InDoubt = inDoubt }
        : new([.. Unbegun.Where(call => call.Blocked is null).Select(call => call.Call.Id)], cancelRequested, settled, reserved)
        {
            InDoubt = inDoubt,
            Blocked = [.. Unbegun.Select(call => call.Blocked).OfType<BlockedCall>()],
        };

    /// <summary>
    /// The updates as if they had been made one after the other, with one for each call: the first that settles it counts, or else the
    /// last.
    /// </summary>
    public IEnumerable<LedgerCall> EffectiveUpdates()
    {
        if (step.Updates.Count < 2)
        {
            return step.Updates;
        }

        var effective = new Dictionary<CallId, LedgerCall>(step.Updates.Count);
        foreach (var call in step.Updates)
        {
            if (!effective.TryGetValue(call.Id, out var earlier) || !earlier.State.IsSettled())
            {
                effective[call.Id] = call;
            }
        }

        return effective.Values;
    }
}

/// <summary>A call that is not begun now.</summary>
/// <param name="Blocked">What it waits for, or the answer that there is already; null when the budget refused it.</param>
internal readonly record struct Unbegun(LedgerCall Call, BlockedCall? Blocked);
