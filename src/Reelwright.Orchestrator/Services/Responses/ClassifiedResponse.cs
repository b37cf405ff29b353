using Reelwright.Engine.Exchange;

namespace Reelwright.Orchestrator.Services.Responses;

/// <summary>How an exchange ended, and whether it speaks against the service's health: what the circuit breaker counts.</summary>
internal readonly record struct ClassifiedResponse(CallOutcome Outcome, bool IsFault)
{
    public static ClassifiedResponse Fault(CallOutcome outcome) => new(outcome, true);

    /// <summary>The service answered, whatever it said.</summary>
    public static ClassifiedResponse Answer(CallOutcome outcome) => new(outcome, false);
}
