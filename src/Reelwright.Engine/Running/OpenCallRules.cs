using Reelwright.Engine.Exchange;
using Reelwright.Engine.Jobs;
using Reelwright.Engine.Ledger;
using Reelwright.Engine.Store;

namespace Reelwright.Engine.Running;

/// <summary>How an open call of an ended job is asked, and what the answer makes of it. Pure; the random part of a wait is given.</summary>
internal static class OpenCallRules
{
    /// <summary>The calls of a cancelled job are stopped so often, before they are only asked.</summary>
    private const int MostStops = 3;

    public static bool IsToBeStopped(OpenCall open) => open.Job == JobState.Cancelled && open.Call.Asks < MostStops;

    public static LedgerCall Apply(OpenCall open, CallOutcome outcome, ServiceTraits traits, EngineOptions options, DateTimeOffset now, double jitter)
    {
        var call = open.Call with { Asks = open.Call.Asks + 1 };
        switch (outcome)
        {
            case CallOutcome.Succeeded or CallOutcome.Failed:
                return OutcomeRules.Apply(call, outcome, traits, now, jitter);

            case CallOutcome.Accepted:
                return Later(OutcomeRules.Apply(call, outcome, traits, now, jitter) with { Asks = call.Asks }, options, now, jitter);

            // While the answer to the request is awaited the request may still be on its way.
            case CallOutcome.NotFound when call.Operation is null && !(call.AnswerUntil > now):
                var found = OutcomeRules.Apply(call, outcome, traits, now, jitter);
                return found.State.IsSettled() ? found : Later(found, options, now, jitter);

            case CallOutcome.Unknown when call.Operation is null && !IsToBeStopped(open):
                return call with { AskAt = null, DoubtfulFrom = call.DoubtfulFrom ?? DoubtfulFrom(call, traits, now) };

            default:
                return Later(call, options, now, jitter);
        }
    }

    /// <summary>No look-up can end the doubt. A repetition can, or the policy; else only a further purchase.</summary>
    private static DateTimeOffset? DoubtfulFrom(LedgerCall call, ServiceTraits traits, DateTimeOffset now) =>
        traits.InDoubt == InDoubtPolicy.Retry || CallDecision.MayRepeat(call, traits, now) ? null : now;

    private static LedgerCall Later(LedgerCall call, EngineOptions options, DateTimeOffset now, double jitter)
    {
        var since = call.AcceptedAt ?? call.SentAt ?? call.CreatedAt;
        var wait = options.OpenCallInterval * Math.Pow(2, Math.Min(call.Asks, 16) - 1) * (0.8 + (0.4 * jitter));
        return call with
        {
            RunAt = null,
            AskAt = now - since >= options.OpenCallRetention ? null : now + (wait < options.MaxOpenCallInterval ? wait : options.MaxOpenCallInterval),
        };
    }
}
