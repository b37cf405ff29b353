using Reelwright.Engine.Exchange;
using Reelwright.Engine.Ledger;
using Reelwright.Orchestrator.Services.Exchange;
using Reelwright.Orchestrator.Services.Origins;
using Reelwright.Orchestrator.Services.Responses;

namespace Reelwright.Orchestrator.Services;

/// <content>
/// Polling, at the origin of the call and nowhere else. A poll is free to repeat: whatever goes wrong with it, the operation may still
/// run, until the engine's deadline for it.
/// </content>
internal sealed partial class ServiceClient
{
    public async Task<CallOutcome> PollAsync(LedgerCall call, CancellationToken cancellationToken)
    {
        if (endpoints.Of(call) is not { } endpoint)
        {
            return new CallOutcome.Running(options.MaxPollInterval);
        }

        if (!await IsReachableAsync(endpoint, call, cancellationToken))
        {
            return new CallOutcome.Running(options.MaxPollInterval);
        }

        var outcome = await endpoint.Breaker.GuardAsync(
            async token =>
            {
                var response = await AskAsync(HttpMethod.Get, endpoint, call, token);
                var isFault = response is not ServiceResponse.Received received || received.Code >= 500;
                return new ClassifiedResponse(FindEnd(response, call) ?? Running(response, call, endpoint), isFault);
            },
            wait => new CallOutcome.Running(wait),
            cancellationToken);
        return Observe(outcome, call, endpoint);
    }

    private Task<ServiceResponse> AskAsync(
        HttpMethod method, ServiceEndpoint endpoint, LedgerCall call, CancellationToken cancellationToken)
    {
        var operation = call.Operation
            ?? throw new ArgumentException($"The call {call.IdempotencyKey} has no operation that could be polled.", nameof(call));
        return endpoint.Connection.AskAsync(method, endpoint.Address.Operation(operation), call, options.PollTimeout, cancellationToken);
    }

    private CallOutcome? FindEnd(ServiceResponse response, LedgerCall call)
    {
        if (response is not ServiceResponse.Received received)
        {
            return null;
        }

        using var content = ResponseContent.Read(received);
        return classifier.FindEnd(content, call);
    }

    private CallOutcome.Running Running(ServiceResponse response, LedgerCall call, ServiceEndpoint endpoint) => response switch
    {
        ServiceResponse.Received { Code: 401 or 403 or 408 or 425 or 429 or >= 500 } received =>
            new(PollPacing.Clamp(received.RetryAfter ?? options.MaxPollInterval, options)),
        ServiceResponse.Received received =>
            new(Pace(endpoint, received.RetryAfter, time.GetUtcNow() - (call.AcceptedAt ?? call.CreatedAt))),
        _ => new(options.MaxPollInterval),
    };
}
