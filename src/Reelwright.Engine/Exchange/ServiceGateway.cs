using Reelwright.Engine.Ledger;

namespace Reelwright.Engine.Exchange;

/// <summary>
/// The engine's view of the services: single exchanges without any retry of their own. Retries are the engine's alone.
/// A class and not an interface: there is one implementation, and the engine must not know HTTP.
/// </summary>
public abstract class ServiceGateway
{
    /// <summary>Never throws for a service that is down: the traits then say that they are not known.</summary>
    public abstract ValueTask<ServiceTraits> DescribeAsync(string service, CancellationToken cancellationToken);

    /// <summary>Whether the service answers, as of the last exchange with it; null before anybody spoke with it.</summary>
    public virtual bool? IsAvailable(string service) => null;

    /// <summary>
    /// Makes the call under its key. At most one request leaves. Cancelling abandons the exchange; the outcome is then in doubt.
    /// </summary>
    public abstract Task<CallOutcome> SendAsync(LedgerCall call, CancellationToken cancellationToken);

    /// <summary>As <see cref="SendAsync(LedgerCall, CancellationToken)"/>, and Withheld when the request may no longer leave.</summary>
    /// <param name="mayLeave">Asked once, immediately before the request leaves.</param>
    public virtual async Task<CallOutcome> SendAsync(LedgerCall call, Func<bool> mayLeave, CancellationToken cancellationToken) =>
        mayLeave() ? await SendAsync(call, cancellationToken) : Withheld();

    /// <summary>The outcome of a request that no longer may leave.</summary>
    protected static CallOutcome.Withheld Withheld() =>
        new("Not sent: this node could not renew its lease, or the job was being stopped.", TimeSpan.FromSeconds(1));

    /// <summary>
    /// Asks an accepted operation for its state: how it ended, or Running. An answer that makes no sense is Running too:
    /// a poll is free to repeat, and the engine's deadline bounds it. Asked at the call's <see cref="LedgerCall.Origin"/> and nowhere else.
    /// </summary>
    public abstract Task<CallOutcome> PollAsync(LedgerCall call, CancellationToken cancellationToken);

    /// <summary>
    /// Looks a sent call up by its idempotency key, at its <see cref="LedgerCall.Origin"/>: Accepted with the operation, NotFound,
    /// Running when the service could not be asked now, Unknown when it has no look-up. Free to repeat.
    /// </summary>
    public abstract Task<CallOutcome> FindAsync(LedgerCall call, CancellationToken cancellationToken);

    /// <summary>
    /// Cancels what the service may be doing for this call and learns the bill: Succeeded when it had already been done, Failed with its
    /// cost when it was stopped, Running while it still ends or could not be asked, NotFound as in <see cref="FindAsync"/>,
    /// Unknown when the service has no operations.
    /// </summary>
    public abstract Task<CallOutcome> StopAsync(LedgerCall call, CancellationToken cancellationToken);

    /// <summary>
    /// The answer to another job's call as this call's own: media that it names are copied, so that either job can be deleted. Null when
    /// one is gone.
    /// </summary>
    public virtual Task<string?> CopyAnswerAsync(LedgerCall from, LedgerCall to, CancellationToken cancellationToken) => Task.FromResult(from.Response);
}
