using Reelwright.Engine.Exchange;
using Reelwright.Engine.Jobs;
using Reelwright.Engine.Ledger;
using Reelwright.Engine.Running;
using Reelwright.Engine.Store;

namespace Reelwright.Engine.Tests.Interleavings;

/// <content>What a node does with a job that it owns, or believes to own.</content>
internal sealed partial class World
{
    private Task StepAsync(Participant node, int how) =>
        node.Owned.Count == 0 ? Task.CompletedTask : StepAsync(node, node.Owned[how % node.Owned.Count], how);

    private async Task StepAsync(Participant node, OwnedJob job, int how)
    {
        if (job.CancelRequested)
        {
            await StopAsync(node, job, how);
            return;
        }

        var decision = decider.Decide(job.Snapshot, job.InFlight.Keys.ToHashSet(), new BlockedCalls(), job.Refused, _ => services.Traits, Now);
        decision.CompletedStages.ForEach(job.Snapshot.Complete);
        var idle = job.InFlight.Count == 0 && decision is { Intents: [], Resends: [], Polls: [], Ending: null };
        if (idle && how % 2 == 1 && decision.NextAt is { } next)
        {
            await WaitAsync(next - Now);
        }

        var step = new JobStep(job.Claimed.Fence)
        {
            Intents = decision.Intents,
            Resends = decision.Resends,
            Updates = [.. decision.Ending is null ? [] : Unsent(job)],
            Progress = new StageProgress(decision.CurrentStage, job.Snapshot.StagesCompleted, decision.Percentage),
            Events = [new JobEvent(JobEvents.ProgressKind, "{}")],
            Ending = decision.Ending,
            ParkUntil = idle && how % 2 == 0 ? decision.NextAt : null,
        };
        if (await CommitAsync(node, job, step) is not { } applied)
        {
            return;
        }

        foreach (var call in decision.Intents.Where(call => !applied.Refused.Contains(call.Id)).Concat(decision.Resends).Concat(decision.Polls))
        {
            job.Snapshot.Put(call);
            job.InFlight[CallSlot.Of(call)] = call;
        }

        job.Refused ??= applied.Refused.Count > 0 ? applied.Refused[0] : null;
    }

    private async Task StopAsync(Participant node, OwnedJob job, int how)
    {
        job.InFlight.Clear();
        var open = job.Snapshot.Calls.Where(call => !call.State.IsSettled() && call.Dispatched).ToList();
        var stopped = open.Select(call => Apply(call, services.Stop(call, how)));
        await CommitAsync(node, job, new JobStep(job.Claimed.Fence) { Updates = [.. stopped, .. Unsent(job)], Ending = new JobEnding(JobState.Cancelled, null) });
    }

    private Task AnswerAsync(Participant node, int how)
    {
        var waiting = node.Owned.SelectMany(job => job.InFlight.Values.Select(call => (job, call))).ToList();
        var (job, call) = waiting.Count == 0 ? default : waiting[how % waiting.Count];
        return job is null ? Task.CompletedTask : AnswerAsync(node, job, call, how);
    }

    private async Task AnswerAsync(Participant node, OwnedJob job, LedgerCall call, int how)
    {
        if ((call.State == CallState.Accepted ? services.Poll(call, how) : services.Ask(call, how)) is not { } outcome)
        {
            return;
        }

        var after = Apply(call, outcome);
        job.InFlight.Remove(CallSlot.Of(call));
        job.Snapshot.Put(after);
        var step = new JobStep(job.Claimed.Fence) { Updates = [after], Events = after.State.IsSettled() ? [JobEvents.Cost(after, 0)] : [] };
        if (await CommitAsync(node, job, step) is null && after.State.IsSettled())
        {
            await cluster.Store.StoreLateResultAsync(after, CancellationToken.None);
        }
    }

    /// <summary>Null when the lease is lost: the node forgets everything and joins anew.</summary>
    private async Task<StepOutcome.Applied?> CommitAsync(Participant node, OwnedJob job, JobStep step)
    {
        if (await cluster.Store.CommitAsync(step, CancellationToken.None) is not StepOutcome.Applied applied)
        {
            // Whatever else was on its way may still come; here only what the test lets come does.
            node.Owned.Remove(job);
            return null;
        }

        job.CancelRequested |= applied.CancelRequested;
        if (step.Ending is not null || step.ParkUntil is not null)
        {
            node.Owned.Remove(job);
        }

        return applied;
    }

    private LedgerCall Apply(LedgerCall call, CallOutcome outcome) => OutcomeRules.Apply(call, outcome, services.Traits, Now, jitter: 0.5);

    private IEnumerable<LedgerCall> Unsent(OwnedJob job) => job.Snapshot.Calls
        .Where(call => call is { State: CallState.Intent, Dispatched: false })
        .Select(call => call with { State = CallState.Failed, Cost = 0, CostSource = CostSources.NotReported, SettledAt = Now });
}
