using Reelwright.Engine.Exchange;

namespace Reelwright.Orchestrator.Services.Answers;

/// <summary>How an exchange ended, and whether it speaks against the service's health: what the circuit breaker counts.</summary>
internal readonly record struct Verdict(CallOutcome Outcome, bool IsFault)
{
    public static Verdict Fault(CallOutcome outcome) => new(outcome, true);

    /// <summary>The service answered, whatever it said.</summary>
    public static Verdict Answer(CallOutcome outcome) => new(outcome, false);
}
