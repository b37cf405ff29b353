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
        return received switch
        {
            { IsSuccess: true } => FindAccepted(content, call) is { } accepted
                ? ClassifiedResponse.Healthy(accepted)
                : classifier.Classify(content, call),
            { Status: HttpStatusCode.Conflict } => ClassifiedResponse.Healthy(await ResolveConflictAsync(content, call, cancellationToken)),
            _ => classifier.Classify(content, call),
        };
    }

    /// <summary>The operation of a 2xx, whatever its number; null when its envelope already ends the call.</summary>
    private CallOutcome? FindAccepted(ResponseContent content, LedgerCall call)
    {
        var isFinal = !content.IsRunning && (content.Envelope is { Success: false } || classifier.FindDelivery(content, call) is not null);
        if (isFinal)
        {
            return null;
        }

        if (FindOperation(content) is { } operation)
        {
            return new CallOutcome.Accepted(operation, Pace(Present, content.Response.RetryAfter, TimeSpan.Zero));
        }

        var received = content.Response;
        return received.Status == HttpStatusCode.Accepted
            ? new CallOutcome.Unknown(
                classifier.Clean(
                    $"{received.StatusLine}, but it names no operation on {Present.Address.Authority}: {received.Excerpt}"), null)
            : null;
    }

    /// <summary>
    /// 409: either a definite refusal, or an earlier request under this key still runs, most likely one whose response was lost.
    /// </summary>
    private async Task<CallOutcome> ResolveConflictAsync(ResponseContent content, LedgerCall call, CancellationToken cancellationToken)
    {
        var wait = content.Response.RetryAfter;
        if (!content.IsRunning && (classifier.FindDelivery(content, call) ?? (CallOutcome?)classifier.FindRefusal(content)) is { } end)
        {
            return end;
        }

        var operation = FindOperation(content) ?? (await LookUpAsync(Present, call, cancellationToken) as Lookup.Found)?.Operation;
        return operation is null
            ? new CallOutcome.Busy(classifier.Clamp(wait) ?? BusyWait)
            : new CallOutcome.Accepted(operation, Pace(Present, wait, TimeSpan.Zero));
    }

    private string? FindOperation(ResponseContent content) =>
        Present.Address.ByLocation(content.Response.Location, contract.Path) ?? Present.Address.ById(content.Operation?.Id);

    private TimeSpan Pace(ServiceEndpoint endpoint, TimeSpan? retryAfter, TimeSpan elapsed) => retryAfter is { } wait
        ? PollPacing.Clamp(wait, options)
        : PollPacing.Next(endpoint.Description.LastKnown?.TypicalSeconds, elapsed, options);
}
