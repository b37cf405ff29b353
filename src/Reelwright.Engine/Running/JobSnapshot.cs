using Reelwright.Engine.Jobs;
using Reelwright.Engine.Ledger;
using Reelwright.Engine.Pipeline;
using Reelwright.Engine.Store;

namespace Reelwright.Engine.Running;

/// <summary>The owner's view of its job: the last committed step, and what goes into the next one.</summary>
internal sealed class JobSnapshot
{
    private readonly Dictionary<CallSlot, LedgerCall> calls = [];
    private readonly Dictionary<CallSlot, decimal> billed = [];
    private readonly HashSet<string> completed;
    private readonly List<string> completedInOrder;

    public JobSnapshot(ClaimedJob claimed)
    {
        Job = claimed.Job;
        Settled = claimed.Job.Settled;
        InDoubt = claimed.Job.InDoubt;

        // A stage with a voided delivery is not complete any more, nor are those after it.
        completedInOrder = [.. claimed.Job.StagesCompleted.TakeWhile(stage => !claimed.Calls.Any(call => call.Voided && call.Id.Stage == stage))];
        completed = [.. completedInOrder];
        foreach (var call in claimed.Calls)
        {
            Put(call);
        }
    }

    public Job Job { get; }

    public decimal Settled { get; set; }

    /// <summary>See <see cref="Job.InDoubt"/>.</summary>
    public decimal InDoubt { get; set; }

    public IReadOnlyList<string> StagesCompleted => completedInOrder;

    public IEnumerable<LedgerCall> Calls => calls.Values;

    /// <summary>The latest generation of a call, or null when it was never made.</summary>
    public LedgerCall? Find(string stage, int index) => calls.GetValueOrDefault(new CallSlot(stage, index));

    public void Put(LedgerCall call)
    {
        var slot = CallSlot.Of(call);
        calls[slot] = call;
        if (call is { Cached: false, CostSource: CostSources.Reported, Cost: > 0 and var cost })
        {
            billed[slot] = Math.Max(cost, billed.GetValueOrDefault(slot));
        }
    }

    /// <summary>Index and highest bill of the calls of a stage.</summary>
    public IEnumerable<(int Index, decimal Cost)> BilledIn(string stage) =>
        billed.Where(bill => bill.Key.Stage == stage).Select(bill => (bill.Key.Index, bill.Value));

    public void Complete(string stage)
    {
        if (completed.Add(stage))
        {
            completedInOrder.Add(stage);
        }
    }

    public JobInput ToInput()
    {
        var answered = calls.Values.Where(call => call is { State: CallState.Succeeded, Voided: false }).GroupBy(call => call.Id.Stage).ToList();
        return new JobInput(
            Job.Id,
            Job.Request,
            answered.ToDictionary(
                stage => stage.Key,
                IReadOnlyDictionary<int, string> (stage) => stage.ToDictionary(call => call.Id.Index, call => call.Response!)))
        {
            // In the order of their calls, so that the same answers always make the same input.
            Providers = answered.ToDictionary(
                stage => stage.Key,
                IReadOnlyList<string> (stage) => [.. stage.OrderBy(call => call.Id.Index).Select(call => call.Provider).OfType<string>().Distinct()]),
        };
    }
}
