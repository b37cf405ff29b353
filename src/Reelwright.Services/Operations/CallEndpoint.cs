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
/// <item>Reads the call and lists all errors.</item>
/// <item>Saves its key and body. A second request with the same key gets the answer of the first.</item>
/// <item>Runs the work independently of the request. An answer within seconds is the envelope itself, later it is 202.</item>
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

        // 2. Save
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
            StatusCodes.Status429TooManyRequests, ServiceErrorCodes.Overloaded, "The service already has the largest number of waiting calls. Ask again later.", retryable: true, BusyFor),
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
            // The work takes longer, or the service is stopping. The next start resumes the work, so this is no failure.
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
