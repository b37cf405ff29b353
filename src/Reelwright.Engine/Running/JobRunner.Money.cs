using Reelwright.Engine.Exchange;
using Reelwright.Engine.Jobs;
using Reelwright.Engine.Ledger;
using Reelwright.Engine.Pipeline;

namespace Reelwright.Engine.Running;

/// <summary>Late results that this node adopts, deliveries that are voided, and the warnings about money.</summary>
internal sealed partial class JobRunner
{
    private JobFailure? unusable;

    /// <summary>A request was sent, by this node or another one, and its answer may come as a late result.</summary>
    private bool AwaitsAnswer() => snapshot.Calls.Any(call =>
        call is { State: CallState.Intent or CallState.Unknown, Dispatched: true, AnswerUntil: not null } && !exchanges.ContainsKey(CallSlot.Of(call)));

    /// <summary>False when the lease is lost.</summary>
    private async Task<bool> AdoptLateResultsAsync()
    {
        if (await engine.Store.AdoptLateResultsAsync(claimed.Fence, CancellationToken.None) is not { } adopted)
        {
            return false;
        }

        foreach (var call in adopted)
        {
            var known = snapshot.Find(call.Id.Stage, call.Id.Index);
            if (known?.Id.Generation > call.Id.Generation)
            {
                // A superseded purchase is settled: its money is not in doubt any more.
                snapshot.InDoubt -= call.Estimate;
                AddEvents(call);
            }
            else if (known?.Id == call.Id && !known.State.IsSettled() && known.State != call.State)
            {
                snapshot.Put(call);
                AddEvents(call);
            }
        }

        return true;
    }

    /// <summary>A later service could not use what earlier calls delivered. These are voided, and the job fails in this round.</summary>
    private LedgerCall VoidDeliveries(LedgerCall failed, UnusableSource source)
    {
        var stage = engine.Pipeline.Stages.First(stage => stage.Name == failed.Id.Stage);
        var deliveries = stage.DeliveriesOf(source, snapshot.ToInput())
            .Select(slot => snapshot.Find(slot.Stage, slot.Index))
            .Where(call => call is { State: CallState.Succeeded, Voided: false })
            .Select(call => call!.Id)
            .ToList();
        if (deliveries.Count == 0)
        {
            return failed;
        }

        voids.AddRange(deliveries);
        var names = string.Join(", ", deliveries.Select(NameOf));
        var error = $"{failed.LastError} It was delivered by {names}. Retry the job to buy that again, and nothing else of what was paid for.";
        unusable = new JobFailure
        {
            Code = failed.ErrorCode ?? stage.FailureCode,
            Message = error,
            Stage = stage.Name,
            Service = stage.Service,
            Attempts = failed.Failures,
            LastError = failed.LastError,
            Index = deliveries[0].Index,
        };
        return failed with { LastError = error, Retryable = false, RunAt = null };
    }

    private string NameOf(CallId call) =>
        engine.Pipeline.Stages.First(stage => stage.Name == call.Stage).CallEvent is null ? call.Stage : $"{call.Stage}, scene {call.Index}";

    /// <summary>The reason of a failure over an unusable delivery is the delivery.</summary>
    private JobFailure? Explain(JobFailure? failure) => failure is not null && failure.Stage == unusable?.Stage ? unusable : failure;

    private void WarnOfEstimate(LedgerCall settled, CallOutcome outcome)
    {
        if (outcome is CallOutcome.Succeeded { Cost: null } succeeded && settled.Cost > 0)
        {
            var fault = succeeded.CostFault ?? "it named none";
            var message = FormattableString.Invariant($"{settled.Service} did not name the cost of {NameOf(settled.Id)}: {fault}. The estimate of ${settled.Cost:0.00####} is counted.");
            Warn("COST_ESTIMATED", message, settled.Id);
        }
    }

    /// <summary>What was bought again although the purchase before is in doubt.</summary>
    private void WarnOfSecondPurchases(Decision decision)
    {
        foreach (var call in Written(decision).Where(call => decision.BoughtAgain.Contains(call.Id)))
        {
            var message = FormattableString.Invariant(
                $"{NameOf(call.Id)} is bought again, because the answer to an earlier request was lost. Up to ${snapshot.InDoubt:0.00####} of this job may have been billed without an answer.");
            Warn(EngineFailureCodes.PaymentInDoubt, message, call.Id);
        }
    }

    private void Warn(string code, string message, CallId call)
    {
        var stage = engine.Pipeline.Stages.First(stage => stage.Name == call.Stage);
        events.Add(JobEvents.Warning(code, message, call.Stage, stage.CallEvent is null ? null : call.Index));
        Log.MoneyWarning(engine.Log, Job.Id, call.Stage, code, message);
    }
}
