using System.Net;
using Reelwright.Engine.Exchange;
using Reelwright.Engine.Ledger;
using Reelwright.Orchestrator.Services.Exchange;
using Reelwright.Orchestrator.Services.Origins;
using Reelwright.Orchestrator.Services.Responses;

namespace Reelwright.Orchestrator.Services;

/// <content>The paid call. It is made at the present origin only.</content>
internal sealed partial class ServiceClient
{
    private static readonly TimeSpan BusyWait = TimeSpan.FromSeconds(2);

    private async ValueTask<ClassifiedResponse> SendOnceAsync(LedgerCall call, CancellationToken cancellationToken)
    {
        var response = await Present.Connection.PostAsync(contract.Path, call, cancellationToken);
        if (response is not ServiceResponse.Received received)
        {
            return classifier.ClassifyFailure(response);
        }

        using var content = ResponseContent.Read(received);
        var operation = FindOperation(content);
        var isUnderWay = content.IsRunning && operation is not null;
        if (!isUnderWay && classifier.FindDelivery(content, call) is { } delivery)
        {
            return ClassifiedResponse.Healthy(delivery);
        }

        return received switch
        {
            { IsSuccess: true } when isUnderWay || content.Envelope is not { Success: false } => Follow(content, operation, call),
            { Status: HttpStatusCode.Conflict } => ClassifiedResponse.Healthy(
                await ResolveConflictAsync(content, operation, call, cancellationToken)),
            _ => classifier.Classify(content, call),
        };
    }

    /// <summary>Any 2xx that names an operation counts as 202; its number does not matter.</summary>
    private ClassifiedResponse Follow(ResponseContent content, string? operation, LedgerCall call)
    {
        var response = content.Response;
        if (operation is not null)
        {
            return ClassifiedResponse.Healthy(new CallOutcome.Accepted(operation, Pace(Present, response.RetryAfter, TimeSpan.Zero)));
        }

        return response.Status == HttpStatusCode.Accepted
            ? ClassifiedResponse.Healthy(new CallOutcome.Unknown(
                classifier.Clean($"{response.StatusLine}, but it names no operation on {Present.Address.Authority}: {response.Excerpt}"),
                null))
            : classifier.Classify(content, call);
    }

    /// <summary>
    /// 409: either a definite refusal, or an earlier request under this key still runs, most likely one whose response was lost.
    /// </summary>
    private async Task<CallOutcome> ResolveConflictAsync(
        ResponseContent content, string? operation, LedgerCall call, CancellationToken cancellationToken)
    {
        if (!content.IsRunning && classifier.FindRefusal(content) is { } refusal)
        {
            return refusal;
        }

        var wait = content.Response.RetryAfter;
        operation ??= (await LookUpAsync(Present, call, cancellationToken) as Lookup.Found)?.Operation;
        return operation is null
            ? new CallOutcome.Busy(classifier.Clamp(wait) ?? BusyWait)
            : new CallOutcome.Accepted(operation, Pace(Present, wait, TimeSpan.Zero));
    }

    private string? FindOperation(ResponseContent content) =>
        Present.Address.ByLocation(content.Response.Location, contract.Path, content.Operation?.Id)
        ?? Present.Address.ById(content.Operation?.Id);

    private TimeSpan Pace(ServiceEndpoint endpoint, TimeSpan? retryAfter, TimeSpan elapsed) => retryAfter is { } wait
        ? PollPacing.Clamp(wait, options)
        : PollPacing.Next(endpoint.Description.LastKnown?.TypicalSeconds, elapsed, options);
}
