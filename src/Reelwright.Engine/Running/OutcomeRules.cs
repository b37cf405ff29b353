using Reelwright.Engine.Exchange;
using Reelwright.Engine.Ledger;

namespace Reelwright.Engine.Running;

/// <summary>What an outcome makes of its row in the ledger. Pure; the random part of a wait is given.</summary>
internal static class OutcomeRules
{
    /// <param name="jitter">0 to 1; spreads waits over -20 % to +20 %.</param>
    public static LedgerCall Apply(LedgerCall call, CallOutcome outcome, ServiceTraits traits, DateTimeOffset now, double jitter) => outcome switch
    {
        // Of a look-up: the request itself may still be on its way.
        CallOutcome.Running running when call.State != CallState.Accepted => call with { State = CallState.Unknown, RunAt = now + running.PollAfter },
        CallOutcome.NotFound notFound => NotFound(call, notFound, traits, now),

        // Something in between refused the repetition. The service may have done the work of an earlier request.
        CallOutcome.Failed { IsOfService: false } refused when call.State == CallState.Unknown =>
            OfExchange(call with { AnswerUntil = null }, new CallOutcome.Unknown(refused.Error, refused.RetryAfter), traits, now, jitter),
        _ => OfExchange(call with { AnswerUntil = null }, outcome, traits, now, jitter),
    };

    private static LedgerCall OfExchange(LedgerCall call, CallOutcome outcome, ServiceTraits traits, DateTimeOffset now, double jitter) => outcome switch
    {
        CallOutcome.Succeeded succeeded => call with
        {
            State = CallState.Succeeded,
            Response = succeeded.Response,
            Cost = succeeded.Cost ?? call.Estimate,
            CostSource = succeeded.Cost is null ? CostSources.Estimated : CostSources.Reported,
            Provider = succeeded.Provider,
            RunAt = null,
            SettledAt = now,
        },

        CallOutcome.Reused reused => call with
        {
            State = CallState.Succeeded,
            Dispatched = false,
            Cached = true,
            Attempts = 0,
            Response = reused.Response,
            Cost = 0,
            CostSource = CostSources.Cache,
            Provider = reused.From.Provider,
            FreshUntil = reused.From.FreshUntil,
            SettledAt = now,
        },

        CallOutcome.Accepted accepted => call with
        {
            State = CallState.Accepted,
            Operation = accepted.Operation,
            AcceptedAt = now,
            RunAt = null,
        },

        CallOutcome.Failed failed => call with
        {
            State = CallState.Failed,
            Cost = failed.Cost,
            CostSource = CostSources.Reported,
            ErrorCode = failed.Code,
            LastError = failed.Error,
            Retryable = failed.Retryable,
            Failures = call.Failures + 1,
            RunAt = failed.Retryable ? now + Wait(call.Failures + 1, failed.RetryAfter, traits, jitter) : null,
            SettledAt = now,
        },

        CallOutcome.NotTaken notTaken => NotTaken(call, notTaken, traits, now, jitter),

        CallOutcome.Unknown unknown => call with
        {
            State = CallState.Unknown,
            LastError = unknown.Error,
            Failures = call.Failures + 1,
            RunAt = now + Wait(call.Failures + 1, unknown.RetryAfter, traits, jitter),
        },

        CallOutcome.Busy busy => call with { State = CallState.Unknown, RunAt = now + busy.RetryAfter },

        // Nothing left this machine, so it was no attempt.
        CallOutcome.Withheld withheld => call with
        {
            Attempts = call.Attempts - 1,
            Dispatched = call.State == CallState.Unknown,
            LastError = withheld.Error,
            RunAt = now + withheld.RetryAfter,
        },

        _ => throw new ArgumentOutOfRangeException(nameof(outcome), outcome, "An exchange does not end like this."),
    };

    /// <summary>2 s, 4 s, 8 s ..., or what the service asked for, never more than the limit.</summary>
    public static TimeSpan Wait(int failures, TimeSpan? retryAfter, ServiceTraits traits, double jitter)
    {
        var backoff = traits.Backoff * Math.Pow(2, Math.Min(failures, 16) - 1) * (0.8 + (0.4 * jitter));
        var wait = retryAfter > backoff ? retryAfter.Value : backoff;
        return wait > traits.MaxBackoff ? traits.MaxBackoff : wait;
    }

    // The service may register a request late. After that delay the call was certainly never begun.
    private static LedgerCall NotFound(LedgerCall call, CallOutcome.NotFound notFound, ServiceTraits traits, DateTimeOffset now)
    {
        var certainFrom = (call.SentAt ?? call.CreatedAt) + traits.RegistrationDelay;
        return now >= certainFrom
            ? call with
            {
                State = CallState.Failed,
                Cost = 0,
                CostSource = CostSources.NotReported,
                LastError = notFound.Error,
                Retryable = true,
                RunAt = null,
                AnswerUntil = null,
                SettledAt = now,
            }
            : call with { State = CallState.Unknown, LastError = notFound.Error, RunAt = now + traits.Backoff < certainFrom ? now + traits.Backoff : certainFrom };
    }

    // The service did not take this request; an earlier one under the same key may still be in doubt.
    private static LedgerCall NotTaken(LedgerCall call, CallOutcome.NotTaken notTaken, ServiceTraits traits, DateTimeOffset now, double jitter)
    {
        var failures = call.Failures + 1;
        if (call.State != CallState.Unknown && failures >= traits.MaxAttempts)
        {
            return call with
            {
                State = CallState.Failed,
                Cost = 0,
                CostSource = CostSources.NotReported,
                LastError = notTaken.Error,
                Failures = failures,
                SettledAt = now,
            };
        }

        return call with
        {
            Dispatched = call.State == CallState.Unknown,
            LastError = notTaken.Error,
            Failures = failures,
            RunAt = now + Wait(failures, notTaken.RetryAfter, traits, jitter),
        };
    }
}
