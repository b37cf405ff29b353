using Reelwright.Engine.Exchange;
using Reelwright.Engine.Ledger;
using Reelwright.Orchestrator.Services.Responses;
using Reelwright.Orchestrator.Services.Exchange;

namespace Reelwright.Orchestrator.Services;

/// <content>Stopping what the service may be doing, and learning the bill. The circuit breaker is not asked: a cancel must not wait.</content>
internal sealed partial class ServiceClient
{
    public async Task<CallOutcome> StopAsync(LedgerCall call, CancellationToken cancellationToken)
    {
        if (call.Operation is null)
        {
            if (!call.Dispatched)
            {
                return NeverBegun();
            }

            switch (await LookUpAsync(call, cancellationToken))
            {
                case Lookup.Found found:
                    call = call with { Operation = found.Operation };
                    break;
                case Lookup.None:
                    return NeverBegun();
                case Lookup.Unreachable:
                    return new CallOutcome.Running(options.MaxPollInterval);
                default:
                    return new CallOutcome.Unknown($"{Service} has no operations: it can't tell whether it did the work", null);
            }
        }

        var operation = OperationOf(call);
        await connection.AskAsync(HttpMethod.Delete, operation, call, options.PollTimeout, cancellationToken);
        return Read(await connection.AskAsync(HttpMethod.Get, operation, call, options.PollTimeout, cancellationToken), call);
    }

    public async Task<CallOutcome> FindAsync(LedgerCall call, CancellationToken cancellationToken) => await LookUpAsync(call, cancellationToken) switch
    {
        Lookup.Found found => new CallOutcome.Accepted(found.Operation, Pace(null, TimeSpan.Zero)),
        Lookup.None => new CallOutcome.NotFound($"{Service} finds no operation under the call's key"),
        Lookup.Unreachable => new CallOutcome.Running(options.MaxPollInterval),
        _ => new CallOutcome.Unknown($"{Service} has no operations: it can't tell whether it did the work", null),
    };

    private static CallOutcome.Failed NeverBegun() => new(null, "the call was never begun", 0, Retryable: true, null);

    private async Task<Lookup> LookUpAsync(LedgerCall call, CancellationToken cancellationToken)
    {
        var told = await description.GetAsync(cancellationToken);
        if (told is { Operations: false })
        {
            return new Lookup.Unsupported();
        }

        var answer = await connection.AskAsync(HttpMethod.Get, connection.Address.Lookup(call.IdempotencyKey), call, options.PollTimeout, cancellationToken);
        if (answer is not ServiceResponse.Received received || received.Code is 408 or 425 or 429 or >= 500)
        {
            return new Lookup.Unreachable();
        }

        // A service that could not be asked whether it has operations may mean "no such page" by 404.
        return OperationResponse.ReadId(received) is { } id && connection.Address.ById(id) is { } operation
            ? new Lookup.Found(operation)
            : received.Code == 404 && told is not null ? new Lookup.None() : new Lookup.Unsupported();
    }

    /// <summary>What a look-up by idempotency key can end in.</summary>
    private abstract record Lookup
    {
        public sealed record Found(string Operation) : Lookup;

        public sealed record None : Lookup;

        public sealed record Unreachable : Lookup;

        public sealed record Unsupported : Lookup;
    }
}
