using Reelwright.Engine.Exchange;
using Reelwright.Engine.Jobs;
using Reelwright.Engine.Ledger;
using Reelwright.Engine.Pipeline;

namespace Reelwright.Engine.Running;

/// <summary>A stage in work: what its calls are decided from.</summary>
internal sealed record StageContext(
    Stage Stage,
    IReadOnlyList<PlannedCall> Planned,
    JobSnapshot Mirror,
    IReadOnlySet<CallSlot> InFlight,
    BlockedCalls Blocked,
    CallId? Refused,
    ServiceTraits Traits,
    DateTimeOffset Now);

/// <summary>What is to be done about one call.</summary>
internal enum CallAction
{
    /// <summary>Write the next row of the ledger and send.</summary>
    Intend,

    /// <summary>Send the same row again, under its key.</summary>
    SendAgain,

    Poll,

    Wait,

    /// <summary>The call has failed for good.</summary>
    GiveUp,
}

/// <summary>The table of what follows from a row of the ledger.</summary>
internal readonly record struct CallDecision(CallAction Next, DateTimeOffset? At = null, JobFailure? Failure = null)
{
    public static CallDecision Of(LedgerCall? call, StageContext work) => call switch
    {
        null => new(CallAction.Intend),
        { State: CallState.Accepted } => new(CallAction.Poll),
        _ when call.RunAt is { } at && at > work.Now && call.Round == work.Mirror.Job.Round && !Exhausted(call, work) => new(CallAction.Wait, at),
        { State: CallState.Failed } => AfterFailure(call, work),
        { Dispatched: false } => Exhausted(call, work) ? GiveUp(call, work) : new(CallAction.SendAgain),
        _ => InDoubt(call, work),
    };

    private static CallDecision AfterFailure(LedgerCall call, StageContext work)
    {
        var ofEarlierRound = call.Round != work.Mirror.Job.Round;
        return ofEarlierRound || (call.Retryable && !Exhausted(call, work)) ? new(CallAction.Intend) : GiveUp(call, work);
    }

    /// <summary>The service may have done it: a crash, a timeout or a broken answer left no trace of it.</summary>
    private static CallDecision InDoubt(LedgerCall call, StageContext work)
    {
        var keyStillHolds = work.Traits.Idempotent && work.Now - call.CreatedAt < work.Traits.KeyRetention;
        if (keyStillHolds || work.Traits.InDoubt == InDoubtPolicy.Retry || work.Mirror.Job.AcceptsDoublePayment)
        {
            return Exhausted(call, work) ? GiveUp(call, work) : new(CallAction.SendAgain);
        }

        // Whether it may be asked twice is not known while the service is down; that is no reason to fail the job.
        return !work.Traits.Known && !Exhausted(call, work) ? new(CallAction.Wait, work.Now + work.Traits.Backoff) : DoubtfulPayment(call, work);
    }

    private static bool Exhausted(LedgerCall call, StageContext work) =>
        call.Round == work.Mirror.Job.Round && call.Failures >= work.Traits.MaxAttempts;

    private static CallDecision GiveUp(LedgerCall call, StageContext work) => new(CallAction.GiveUp, null, new JobFailure
    {
        Code = call.ErrorCode ?? work.Stage.FailureCode,
        Message = call.Failures > 1 || call.Retryable
            ? $"{ServiceTitle(work.Stage)} failed after {call.Failures} attempts"
            : $"{ServiceTitle(work.Stage)} failed: {call.LastError}",
        Stage = work.Stage.Name,
        Service = work.Stage.Service,
        Attempts = call.Failures,
        LastError = call.LastError,
        Index = work.Stage.CallEvent is null ? null : call.Id.Index,
    });

    private static CallDecision DoubtfulPayment(LedgerCall call, StageContext work) => new(CallAction.GiveUp, null, new JobFailure
    {
        Code = EngineFailureCodes.PaymentInDoubt,
        Message = $"{ServiceTitle(work.Stage)} may have done, and billed, a call whose answer was lost, and it can't be asked twice. " +
            "Retry the job with {\"accept_double_payment\": true} to pay for it again.",
        Stage = work.Stage.Name,
        Service = work.Stage.Service,
        Attempts = call.Attempts,
        LastError = call.LastError ?? "The node that made the call stopped before the answer was written down.",
        Index = work.Stage.CallEvent is null ? null : call.Id.Index,
    });

    /// <summary><c>video_generation</c> is the "Video generation service".</summary>
    private static string ServiceTitle(Stage stage)
    {
        var words = stage.Name.Replace('_', ' ');
        return $"{char.ToUpperInvariant(words[0])}{words[1..]} service";
    }
}
