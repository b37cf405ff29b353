using Reelwright.Engine.Ledger;
using Reelwright.Engine.Pipeline;

namespace Reelwright.Engine.Exchange;

/// <summary>How one exchange with a service ended: the values that the engine must choose on.</summary>
public abstract record CallOutcome
{
    private CallOutcome()
    {
    }

    /// <summary>Done and valid.</summary>
    /// <param name="Cost">US dollars; null when the service named none that can be read: the engine then books the estimate.</param>
    /// <param name="CostFault">Why the named cost could not be read, as the end of a sentence; null when nothing is wrong with it.</param>
    public sealed record Succeeded(string Response, decimal? Cost, string? Provider, string? CostFault = null) : CallOutcome;

    /// <summary>The service took it (202), or already has it under our key: from now on it is polled.</summary>
    public sealed record Accepted(string Operation, TimeSpan PollAfter) : CallOutcome;

    /// <summary>The polled operation still runs.</summary>
    public sealed record Running(TimeSpan PollAfter) : CallOutcome;

    /// <summary>A definite failure, charged or not.</summary>
    /// <param name="Code">A code that replaces the stage's own, such as for refused content; else null.</param>
    public sealed record Failed(string? Code, string Error, decimal Cost, bool Retryable, TimeSpan? RetryAfter) : CallOutcome
    {
        /// <summary>The delivery of an earlier call that made this one fail; null for every other failure.</summary>
        public UnusableSource? Unusable { get; init; }

        /// <summary>
        /// False when something in between may have answered, such as a proxy with a bare 302 or 404. Such a refusal is about this request
        /// only: it does not end the doubt about an earlier one under the same key.
        /// </summary>
        public bool IsOfService { get; init; } = true;
    }

    /// <summary>A fault that certainly came before the service took the call: connect refused, 429.</summary>
    public sealed record NotTaken(string Error, TimeSpan? RetryAfter) : CallOutcome;

    /// <summary>The service may have taken the call: timeout, reset, a gateway's 5xx, an answer cut short.</summary>
    public sealed record Unknown(string Error, TimeSpan? RetryAfter) : CallOutcome;

    /// <summary>
    /// A look-up by idempotency key found nothing. The service may still register the call until its
    /// <see cref="ServiceTraits.RegistrationDelay"/> after the last send has passed; after that the call was certainly never begun.
    /// </summary>
    public sealed record NotFound(string Error) : CallOutcome;

    /// <summary>Our first question still runs (409); asking again later counts as no attempt.</summary>
    public sealed record Busy(TimeSpan RetryAfter) : CallOutcome;

    /// <summary>Another job's call had the answer, and its media are this job's own by now.</summary>
    public sealed record Reused(LedgerCall From, string Response) : CallOutcome;

    /// <summary>Another job's call had the answer, but what it names is gone: the call has to be made.</summary>
    public sealed record NotReusable(string Error) : CallOutcome;

    /// <summary>Nothing was sent because the service is known to be down (open circuit); counts as no attempt.</summary>
    public sealed record Withheld(string Error, TimeSpan RetryAfter) : CallOutcome;
}
