using Reelwright.Engine.Exchange;
using Reelwright.Engine.Jobs;
using Reelwright.Engine.Ledger;
using Reelwright.Engine.Pipeline;

namespace Reelwright.Engine.Running;

/// <summary>A stage in work: what its calls are decided from.</summary>
internal sealed record StageContext(
    Stage Stage,
    IReadOnlyList<PlannedCall> Planned,
    JobSnapshot Snapshot,
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
    public static CallDecision Of(LedgerCall? call, StageContext context) => call switch
    {
        null => new(CallAction.Intend),
        { State: CallState.Accepted } => new(CallAction.Poll),
        _ when call.RunAt is { } at && at > context.Now && call.Round == context.Snapshot.Job.Round && !Exhausted(call, context) => new(CallAction.Wait, at),
        { State: CallState.Failed } => AfterFailure(call, context),
        { Dispatched: false } => Exhausted(call, context) ? GiveUp(call, context) : new(CallAction.SendAgain),
        _ => InDoubt(call, context),
    };

    private static CallDecision AfterFailure(LedgerCall call, StageContext context)
    {
        var ofEarlierRound = call.Round != context.Snapshot.Job.Round;
        return ofEarlierRound || (call.Retryable && !Exhausted(call, context)) ? new(CallAction.Intend) : GiveUp(call, context);
    }

    /// <summary>The service may have done it: a crash, a timeout or a broken answer left no trace of it.</summary>
    private static CallDecision InDoubt(LedgerCall call, StageContext context)
    {
        var keyStillHolds = context.Traits.Idempotent && context.Now - call.CreatedAt < context.Traits.KeyRetention;
        if (keyStillHolds || context.Traits.InDoubt == InDoubtPolicy.Retry || context.Snapshot.Job.AcceptsDoublePayment)
        {
            return Exhausted(call, context) ? GiveUp(call, context) : new(CallAction.SendAgain);
        }

        // While the service is down it is not known whether it is idempotent. The job waits.
        return !context.Traits.Known && !Exhausted(call, context) ? new(CallAction.Wait, context.Now + context.Traits.Backoff) : DoubtfulPayment(call, context);
    }

    private static bool Exhausted(LedgerCall call, StageContext context) =>
        call.Round == context.Snapshot.Job.Round && call.Failures >= context.Traits.MaxAttempts;

    private static CallDecision GiveUp(LedgerCall call, StageContext context) => new(CallAction.GiveUp, null, new JobFailure
    {
        Code = call.ErrorCode ?? context.Stage.FailureCode,
        Message = call.Failures > 1 || call.Retryable
            ? $"{ServiceTitle(context.Stage)} failed after {call.Failures} attempts"
            : $"{ServiceTitle(context.Stage)} failed: {call.LastError}",
        Stage = context.Stage.Name,
        Service = context.Stage.Service,
        Attempts = call.Failures,
        LastError = call.LastError,
        Index = context.Stage.CallEvent is null ? null : call.Id.Index,
    });

    private static CallDecision DoubtfulPayment(LedgerCall call, StageContext context) => new(CallAction.GiveUp, null, new JobFailure
    {
        Code = EngineFailureCodes.PaymentInDoubt,
        Message = $"{ServiceTitle(context.Stage)} may have done, and billed, a call whose answer was lost, and it can't be asked twice. " +
            "Retry the job with {\"accept_double_payment\": true} to pay for it again.",
        Stage = context.Stage.Name,
        Service = context.Stage.Service,
        Attempts = call.Attempts,
        LastError = call.LastError ?? "The node that made the call stopped before the answer was written down.",
        Index = context.Stage.CallEvent is null ? null : call.Id.Index,
    });

    /// <summary><c>video_generation</c> is the "Video generation service".</summary>
    private static string ServiceTitle(Stage stage)
    {
        var words = stage.Name.Replace('_', ' ');
        return $"{char.ToUpperInvariant(words[0])}{words[1..]} service";
    }
}
