using Reelwright.Engine.Exchange;
using Reelwright.Engine.Jobs;
using Reelwright.Engine.Ledger;
using Reelwright.Engine.Pipeline;

namespace Reelwright.Engine.Running;

/// <summary>A stage in work: what its calls are decided from.</summary>
/// <param name="InDoubt">US dollars of the job in doubt, with what this decision adds to it.</param>
internal sealed record StageContext(
    Stage Stage,
    IReadOnlyList<PlannedCall> Planned,
    JobSnapshot Snapshot,
    IReadOnlySet<CallSlot> InFlight,
    BlockedCalls Blocked,
    CallId? Refused,
    ServiceTraits Traits,
    DateTimeOffset Now,
    decimal InDoubt)
{
    public Job Job => Snapshot.Job;
}

/// <summary>What is to be done about one call.</summary>
internal enum CallAction
{
    /// <summary>Write the next row of the ledger and send.</summary>
    Intend,

    /// <summary>The same although the row before stays in doubt: it may be paid a second time.</summary>
    BuyAgain,

    /// <summary>Send the same row again, under its key.</summary>
    SendAgain,

    /// <summary>Look it up by its key.</summary>
    LookUp,

    Poll,

    Wait,

    /// <summary>The call has failed for good.</summary>
    GiveUp,
}

/// <summary>The table of what follows from a row of the ledger.</summary>
internal readonly record struct CallDecision(CallAction Next, DateTimeOffset? At = null, JobFailure? Failure = null)
{
    public bool IsDoubt => Failure?.Code == EngineFailureCodes.PaymentInDoubt;

    public static CallDecision Of(LedgerCall? call, StageContext context) => call switch
    {
        null => new(CallAction.Intend),
        { Voided: true } => call.Round == context.Job.Round ? GiveUp(call, context) : new(CallAction.Intend),
        { State: CallState.Accepted } => new(CallAction.Poll),
        _ when IsDueLater(call, context) && !Exhausted(call, context) => new(CallAction.Wait, call.RunAt),
        { State: CallState.Failed } => AfterFailure(call, context),
        _ when MayRepeat(call, context.Traits, context.Now) => Exhausted(call, context) ? GiveUp(call, context) : new(CallAction.SendAgain),
        _ => InDoubt(call, context),
    };

    /// <summary>
    /// The one rule for sending the same row again. It was never sent, or the service is idempotent, the call was made at its present
    /// origin, and the service still has the key. Rows of a version before this one have no origin: there was one only.
    /// </summary>
    public static bool MayRepeat(LedgerCall call, ServiceTraits traits, DateTimeOffset now) =>
        !call.Dispatched || (traits.Idempotent && (call.Origin is null || call.Origin == traits.Origin) && now - call.CreatedAt < traits.KeyRetention);

    private static CallDecision AfterFailure(LedgerCall call, StageContext context)
    {
        var ofEarlierRound = call.Round != context.Job.Round;
        return ofEarlierRound || (call.Retryable && !Exhausted(call, context)) ? new(CallAction.Intend) : GiveUp(call, context);
    }

    /// <summary>
    /// The service may have done it: a crash, a timeout or a broken answer left no trace of it. 1. It is looked up. 2. An answer that may
    /// still come is awaited. 3. With consent it is bought again: the operator's by the policy, the owner's for this call, or the owner's
    /// in advance up to a sum.
    /// </summary>
    private static CallDecision InDoubt(LedgerCall call, StageContext context)
    {
        var traits = context.Traits;
        if (!traits.Known && !Exhausted(call, context))
        {
            // While the service is down it is not known whether it is idempotent. The job waits.
            return new(CallAction.Wait, context.Now + traits.Backoff);
        }

        // 1.
        var hasLookUp = traits.HasOperations || (call.Origin is not null && call.Origin != traits.Origin);
        if (hasLookUp && call.Operation is null && !context.Blocked.CannotBeFound(call.Id))
        {
            return IsDueLater(call, context) ? new(CallAction.Wait, call.RunAt) : new(CallAction.LookUp);
        }

        // 2. The owner that sent an intent is gone; where the policy allows it, the next one does not wait for its return.
        if (call.AnswerUntil > context.Now && (call.State == CallState.Unknown || traits.InDoubt == InDoubtPolicy.Fail))
        {
            return new(CallAction.Wait, call.AnswerUntil);
        }

        // 3.
        var hasConsent = traits.InDoubt == InDoubtPolicy.Retry || call.RepurchaseAllowed || context.InDoubt + call.Estimate <= context.Job.MaxInDoubt;
        return !hasConsent ? DoubtfulPayment(call, context) : Exhausted(call, context) ? GiveUp(call, context) : new(CallAction.BuyAgain);
    }

    private static bool IsDueLater(LedgerCall call, StageContext context) => call.RunAt > context.Now && call.Round == context.Job.Round;

    private static bool Exhausted(LedgerCall call, StageContext context) =>
        call.Round == context.Job.Round && call.Failures >= context.Traits.MaxAttempts;

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
