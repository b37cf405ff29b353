using Reelwright.Contracts.Services;
using Reelwright.Engine.Exchange;
using Reelwright.Engine.Ledger;
using Reelwright.Orchestrator.Services.Responses;
using Reelwright.Orchestrator.Services.Exchange;

namespace Reelwright.Orchestrator.Services;

/// <content>Polling, which is free to repeat: whatever goes wrong on the way, the operation may still run, until the engine's deadline for it.</content>
internal sealed partial class ServiceClient
{
    public Task<CallOutcome> PollAsync(LedgerCall call, CancellationToken cancellationToken) => breaker.GuardAsync(
        async token =>
        {
            var answer = await connection.AskAsync(HttpMethod.Get, OperationOf(call), call, options.PollTimeout, token);
            return new ClassifiedResponse(Read(answer, call), answer is not ServiceResponse.Received received || received.Code >= 500);
        },
        wait => new CallOutcome.Running(wait),
        cancellationToken);

    private Uri OperationOf(LedgerCall call) => connection.Address.Operation(
        call.Operation ?? throw new ArgumentException($"The call {call.IdempotencyKey} has no operation to ask for.", nameof(call)));

    private CallOutcome Read(ServiceResponse answer, LedgerCall call)
    {
        if (answer is not ServiceResponse.Received received)
        {
            return new CallOutcome.Running(options.MaxPollInterval);
        }

        using var document = WireDocument.TryParse(received, out var fault);
        if (document is not null && OperationResponse.Read(document.RootElement) is { } operation)
        {
            return Read(operation, call, received);
        }

        return received.Code switch
        {
            401 or 403 or 408 or 425 or 429 or >= 500 => new CallOutcome.Running(PollPacing.Clamp(received.RetryAfter ?? options.MaxPollInterval, options)),
            _ when fault is not null && received is { IsSuccess: true, BodyFault: not null } => new CallOutcome.Running(options.MaxPollInterval),
            404 or 410 => new CallOutcome.Unknown($"{Service} no longer knows the operation ({received.StatusLine})", null),
            _ => new CallOutcome.Unknown(judge.Say($"{Service} answered a poll with {received.StatusLine} and {fault ?? "no operation"}: {received.Excerpt}"), null),
        };
    }

    private CallOutcome Read(OperationResponse operation, LedgerCall call, ServiceResponse.Received received)
    {
        if (operation.Id is { } id && !ServiceAddressing.Names(call.Operation!, id))
        {
            return new CallOutcome.Unknown(judge.Say($"{Service} was asked for {call.Operation} and told of the operation {id}"), null);
        }

        return operation switch
        {
            { HasEnded: false } => new CallOutcome.Running(Pace(received.RetryAfter, time.GetUtcNow() - (call.AcceptedAt ?? call.CreatedAt))),
            { Status: OperationStatus.Cancelled } => Ended(operation, "the operation was cancelled", retryable: true),
            { Status: OperationStatus.Succeeded, Envelope.Success: true } or { Status: OperationStatus.Failed, Envelope.Success: false } =>
                judge.Conclude(operation.Envelope, call, received),
            { Status: OperationStatus.Failed } => Ended(operation, "the operation failed without saying why", retryable: false),
            _ => new CallOutcome.Unknown($"{Service} says that the operation succeeded, but gives no result", null),
        };
    }

    private static CallOutcome.Failed Ended(OperationResponse operation, string error, bool retryable) =>
        new(null, operation.Cost.Breach is { } breach ? $"{error} ({breach})" : error, operation.Cost.Amount ?? 0, retryable, null);
}
