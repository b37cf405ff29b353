using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Options;
using Reelwright.Contracts.Json;
using Reelwright.Contracts.Services;
using Reelwright.MediaFiles;
using Reelwright.Services.Work;

namespace Reelwright.Services.Operations;

/// <summary>
/// The paid call of a service over HTTP.
/// <list type="number">
/// <item>It is read and every error in it named.</item>
/// <item>Its key and what it asks for are written down; who comes second with the same key gets the first one's answer.</item>
/// <item>The work runs apart from the request: an answer within seconds is the envelope itself, later it is 202.</item>
/// </list>
/// </summary>
internal sealed class CallEndpoint(CallReader reader, OperationStore store, OperationRunner runner, IOptions<OperationOptions> options, TimeProvider time)
{
    private static readonly TimeSpan ComeBackIn = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan BusyFor = TimeSpan.FromSeconds(2);

    public async Task<IResult> HandleAsync(HttpContext context)
    {
        // 1. Read
        var (wanted, refusal) = await reader.ReadAsync(context.Request, context.RequestAborted);
        if (refusal is not null)
        {
            return refusal;
        }

        // 2. Write down
        BeginOutcome outcome;
        try
        {
            outcome = await store.BeginAsync(wanted!, options.Value.MaxConcurrent + options.Value.MaxQueued, context.RequestAborted);
        }
        catch (MediaStoreFullException exception)
        {
            return new ErrorAnswer(StatusCodes.Status422UnprocessableEntity, ServiceErrorCodes.StorageFull, exception.Message);
        }

        // 3. Run
        return outcome.Kind == BeginKind.Started ? await RunAsync(outcome.Record!, context) : Explain(outcome, context.Response);
    }

    private IResult Explain(BeginOutcome outcome, HttpResponse response) => outcome.Kind switch
    {
        BeginKind.Busy => new ErrorAnswer(
            StatusCodes.Status429TooManyRequests, ServiceErrorCodes.Overloaded, "The service has as many calls waiting as it takes.", retryable: true, BusyFor),
        BeginKind.Mismatch => new ErrorAnswer(
            StatusCodes.Status422UnprocessableEntity, ServiceErrorCodes.IdempotencyMismatch, "This Idempotency-Key was used for another request. Use a new key for a new request."),
        BeginKind.AlreadyEnded => new JsonAnswer(outcome.Record!.HttpStatus, outcome.Record.Response!),
        _ => runner.FindUnsaved(outcome.Record!.Id) is { } answer
            ? new JsonAnswer(answer.HttpStatus, answer.Envelope)
            : Underway(StatusCodes.Status409Conflict, outcome.Record.Id, response),
    };

    private async Task<IResult> RunAsync(OperationRecord record, HttpContext context)
    {
        try
        {
            var answer = await runner.Start(record, takenUp: false).WaitAsync(options.Value.AnswerWithin, time, context.RequestAborted);
            return new JsonAnswer(answer.HttpStatus, answer.Envelope);
        }
        catch (Exception exception) when (exception is TimeoutException or OperationCanceledException && !context.RequestAborted.IsCancellationRequested)
        {
            // It takes longer; or the service is stopping, which is no failure of the call: that goes on when the service is back.
            return Underway(StatusCodes.Status202Accepted, record.Id, context.Response);
        }
    }

    private static JsonHttpResult<OperationAccepted> Underway(int status, string id, HttpResponse response)
    {
        response.Headers.Location = $"/operations/{id}";
        response.Headers.RetryAfter = ComeBackIn.TotalSeconds.ToString("0", CultureInfo.InvariantCulture);
        var accepted = new OperationAccepted { Operation = new OperationState { Id = id, Status = OperationStatus.Running } };
        return TypedResults.Json(accepted, WireJson.Wire.OperationAccepted, statusCode: status);
    }
}
