using Reelwright.Engine.Exchange;

namespace Reelwright.Orchestrator.Services.Responses;

/// <summary>The outcome of an exchange, and whether the circuit breaker counts it as a fault of the service.</summary>
internal readonly record struct ClassifiedResponse(CallOutcome Outcome, bool IsFault)
{
    public static ClassifiedResponse Fault(CallOutcome outcome) => new(outcome, true);

    /// <summary>The service responded in a readable way, whatever the response says.</summary>
    public static ClassifiedResponse Healthy(CallOutcome outcome) => new(outcome, false);
}
