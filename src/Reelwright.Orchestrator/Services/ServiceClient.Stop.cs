using Reelwright.Engine.Exchange;
using Reelwright.Engine.Ledger;
using Reelwright.Orchestrator.Services.Exchange;
using Reelwright.Orchestrator.Services.Origins;
using Reelwright.Orchestrator.Services.Responses;

namespace Reelwright.Orchestrator.Services;

/// <content>
/// Looking a call up, and stopping it and learning its bill, at the origin of the call and nowhere else. The circuit breaker is not asked:
/// a cancel must not wait.
/// </content>
internal sealed partial class ServiceClient
{
    public async Task<CallOutcome> FindAsync(LedgerCall call, CancellationToken cancellationToken) =>
        endpoints.Of(call) is { } endpoint
            ? OutcomeOf(await LookUpAsync(endpoint, call, cancellationToken), endpoint)
            : new CallOutcome.Running(options.MaxPollInterval);

    /// <summary>1. Looks the operation up when it is not known. 2. Deletes it, whatever the answer. 3. Polls it for its bill.</summary>
    public async Task<CallOutcome> StopAsync(LedgerCall call, CancellationToken cancellationToken)
    {
        if (call is { Operation: null, Dispatched: false })
        {
            return new CallOutcome.Failed(null, "the call was never sent", 0, Retryable: true, null);
        }

        if (endpoints.Of(call) is not { } endpoint)
        {
            return new CallOutcome.Running(options.MaxPollInterval);
        }

        // 1.
        if (call.Operation is null)
        {
            var lookup = await LookUpAsync(endpoint, call, cancellationToken);
            if (lookup is not Lookup.Found found)
            {
                return OutcomeOf(lookup, endpoint);
            }

            call = call with { Operation = found.Operation };
        }
        else if (!await IsReachableAsync(endpoint, call, cancellationToken))
        {
            return new CallOutcome.Unknown($"{Service} has other credentials now and does not confirm the operation under the call's key", null);
        }

        // 2.
        var deleted = await AskAsync(HttpMethod.Delete, endpoint, call, cancellationToken);

        // 3. A service may forget an operation that it has deleted; then the answer to the deletion is its last word.
        var polled = await AskAsync(HttpMethod.Get, endpoint, call, cancellationToken);
        var end = FindEnd(polled, call);
        if (end is null && polled is ServiceResponse.Received { Code: 404 or 410 } && IsOperationView(deleted))
        {
            end = FindEnd(deleted, call);
        }

        return Observe(end ?? Running(polled, call, endpoint), call, endpoint);
    }

    // A bare envelope that answers a deletion may be about the deletion itself.
    private static bool IsOperationView(ServiceResponse response)
    {
        if (response is not ServiceResponse.Received received)
        {
            return false;
        }

        using var content = ResponseContent.Read(received);
        return content.Operation?.Status is not null;
    }

    private CallOutcome OutcomeOf(Lookup lookup, ServiceEndpoint endpoint) => lookup switch
    {
        Lookup.Found found => new CallOutcome.Accepted(found.Operation, Pace(endpoint, null, TimeSpan.Zero)),
        Lookup.None => new CallOutcome.NotFound($"{Service} has no operation under the call's key"),
        Lookup.Unreadable => new CallOutcome.Running(options.MaxPollInterval),
        _ => new CallOutcome.Unknown($"{Service} has no operations, so whether it did the work can't be asked", null),
    };

    private async Task<Lookup> LookUpAsync(ServiceEndpoint endpoint, LedgerCall call, CancellationToken cancellationToken)
    {
        var description = await endpoint.Description.GetAsync(cancellationToken);
        if (description is { Operations: false })
        {
            return new Lookup.Unsupported();
        }

        var url = endpoint.Address.Lookup(call.IdempotencyKey);
        var response = await endpoint.Connection.AskAsync(HttpMethod.Get, url, call, options.PollTimeout, cancellationToken);
        if (response is not ServiceResponse.Received received)
        {
            return new Lookup.Unreadable();
        }

        using var content = ResponseContent.Read(received);
        if (received.IsSuccess && endpoint.Address.ById(content.Operation?.Id) is { } operation)
        {
            return new Lookup.Found(operation);
        }

        // Of a service that could not be asked whether it has operations, a 404 may mean "no such page". Another account finds nothing.
        return received.Code != 404 || description is null ? new Lookup.Unreadable()
            : endpoint.IsOfThisAccount ? new Lookup.None()
            : new Lookup.Unsupported();
    }

    /// <summary>
    /// Whether the operation of the call can be asked for with the present token. Under another account a look-up confirms it.
    /// </summary>
    private async ValueTask<bool> IsReachableAsync(ServiceEndpoint endpoint, LedgerCall call, CancellationToken cancellationToken) =>
        endpoint.IsOfThisAccount
        || (await LookUpAsync(endpoint, call, cancellationToken) is Lookup.Found found && found.Operation == call.Operation);

    /// <summary>The result of a look-up by idempotency key.</summary>
    private abstract record Lookup
    {
        public sealed record Found(string Operation) : Lookup;

        public sealed record None : Lookup;

        /// <summary>Unreachable, or with a response that makes no sense: to be asked again.</summary>
        public sealed record Unreadable : Lookup;

        public sealed record Unsupported : Lookup;
    }
}
