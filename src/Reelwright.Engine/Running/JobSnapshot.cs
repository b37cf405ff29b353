using Reelwright.Engine.Jobs;
using Reelwright.Engine.Ledger;
using Reelwright.Engine.Pipeline;
using Reelwright.Engine.Store;

namespace Reelwright.Engine.Running;

/// <summary>The owner's view of its job: the last committed step, and what goes into the next one.</summary>
internal sealed class JobSnapshot
{
    private readonly Dictionary<CallSlot, LedgerCall> calls = [];
    private readonly HashSet<string> completed;
    private readonly List<string> completedInOrder;

    public JobSnapshot(ClaimedJob claimed)
    {
        Job = claimed.Job;
        Settled = claimed.Job.Settled;
        completed = [.. claimed.Job.StagesCompleted];
        completedInOrder = [.. claimed.Job.StagesCompleted];
        foreach (var call in claimed.Calls)
        {
            Put(call);
        }
    }

    public Job Job { get; }

    public decimal Settled { get; set; }

    public IReadOnlyList<string> StagesCompleted => completedInOrder;

    public IEnumerable<LedgerCall> Calls => calls.Values;

    /// <summary>The latest generation of a call, or null when it was never made.</summary>
    public LedgerCall? Find(string stage, int index) => calls.GetValueOrDefault(new CallSlot(stage, index));

    public void Put(LedgerCall call) => calls[CallSlot.Of(call)] = call;

    public void Complete(string stage)
    {
        if (completed.Add(stage))
        {
            completedInOrder.Add(stage);
        }
    }

    public JobInput ToInput()
    {
        var answered = calls.Values.Where(call => call.State == CallState.Succeeded).GroupBy(call => call.Id.Stage).ToList();
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
