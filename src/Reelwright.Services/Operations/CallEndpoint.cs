using System.Diagnostics;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Options;
using Reelwright.Contracts.Json;
using Reelwright.Contracts.Services;
using Reelwright.Hosting.Problems;
using Reelwright.Hosting.Web;
using Reelwright.MediaFiles;
using Reelwright.Services.Input;
using Reelwright.Services.Work;

namespace Reelwright.Services.Operations;

/// <summary>
/// The paid call of a service over HTTP.
/// <list type="number">
/// <item>The body is read and every error in it named.</item>
/// <item>Its key and what it asks for are written down; who comes second with the same key gets the first one's answer.</item>
/// <item>The work runs apart from the request: an answer within seconds is the envelope itself, later it is 202.</item>
/// </list>
/// </summary>
internal sealed class CallEndpoint(
    ServiceProfile profile, ServiceWork work, OperationStore store, OperationRunner runner, RequestFingerprint fingerprint, IOptions<OperationOptions> options, TimeProvider time)
{
    private static readonly TimeSpan ComeBackIn = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan BusyFor = TimeSpan.FromSeconds(2);
    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false, MaxDepth = 32 };

    public async Task<IResult> HandleAsync(HttpContext context)
    {
        // 1. Read
        var request = context.Request;
        if (!request.HasJsonContentType())
        {
            return new ErrorAnswer(StatusCodes.Status415UnsupportedMediaType, ServiceErrorCodes.UnsupportedMediaType, "Send the body as application/json.");
        }

        var body = await ReadAsync(request, context.RequestAborted);
        IReadOnlyList<string> errors;
        string asked;
        try
        {
            using var document = JsonDocument.Parse(body, Strict);
            errors = InputReader.Check(document.RootElement, work.Check);
            asked = fingerprint.Of(profile.Route, document.RootElement);
        }
        catch (JsonException exception)
        {
            return InvalidInput(MalformedJson.Describe(exception));
        }

        if (!IdempotencyKey.TryRead(request, time, out var key))
        {
            errors = [.. errors, $"the header {IdempotencyKey.Header}: must be 1 to 255 visible ASCII characters"];
        }

        var jobId = JobId.Read(request);
        if (jobId is null && request.Headers[JobId.Header].Count > 0)
        {
            errors = [.. errors, $"the header {JobId.Header}: must be 1 to 64 letters, digits, - and _"];
        }

        if (errors.Count > 0)
        {
            return InvalidInput(string.Join("; ", errors));
        }

        // 2. Write down
        return await BeginAsync(Record(key, asked, jobId, body), context);
    }

    private async Task<IResult> BeginAsync(OperationRecord wanted, HttpContext context)
    {
        BeginOutcome outcome;
        try
        {
            outcome = await store.BeginAsync(wanted, options.Value.MaxConcurrent + options.Value.MaxQueued, context.RequestAborted);
        }
        catch (MediaStoreFullException exception)
        {
            return new ErrorAnswer(StatusCodes.Status422UnprocessableEntity, ServiceErrorCodes.StorageFull, exception.Message);
        }

        switch (outcome.Kind)
        {
            case BeginKind.Busy:
                return new ErrorAnswer(
                    StatusCodes.Status429TooManyRequests, ServiceErrorCodes.Overloaded, $"{profile.Host.Service} has as many calls waiting as it takes.", retryable: true, BusyFor);
            case BeginKind.Mismatch:
                return new ErrorAnswer(
                    StatusCodes.Status422UnprocessableEntity, ServiceErrorCodes.IdempotencyMismatch, "This Idempotency-Key was used for another request. Use a new key for a new request.");
            case BeginKind.AlreadyEnded:
                return new JsonAnswer(outcome.Record!.HttpStatus, outcome.Record.Response!);
            case BeginKind.AlreadyRunning:
                return runner.FindUnsaved(outcome.Record!.Id) is { } answer
                    ? new JsonAnswer(answer.HttpStatus, answer.Envelope)
                    : Underway(StatusCodes.Status409Conflict, outcome.Record.Id, context.Response);
            default:
                return await RunAsync(outcome.Record!, context);
        }
    }

    // 3. Run
    private async Task<IResult> RunAsync(OperationRecord record, HttpContext context)
    {
        try
        {
            var answer = await runner.Start(record, takenUp: false).WaitAsync(options.Value.AnswerWithin, time, context.RequestAborted);
            return new JsonAnswer(answer.HttpStatus, answer.Envelope);
        }
        catch (TimeoutException)
        {
            return Underway(StatusCodes.Status202Accepted, record.Id, context.Response);
        }
        catch (TaskCanceledException) when (!context.RequestAborted.IsCancellationRequested)
        {
            return new ErrorAnswer(
                StatusCodes.Status503ServiceUnavailable, ServiceErrorCodes.InternalError, "The service is stopping and goes on with this call when it is back.", retryable: true, BusyFor);
        }
    }

    private static JsonHttpResult<OperationAccepted> Underway(int status, string id, HttpResponse response)
    {
        response.Headers.Location = $"/operations/{id}";
        response.Headers.RetryAfter = ComeBackIn.TotalSeconds.ToString("0", System.Globalization.CultureInfo.InvariantCulture);
        var accepted = new OperationAccepted { Operation = new OperationState { Id = id, Status = OperationStatus.Running } };
        return TypedResults.Json(accepted, WireJson.Wire.OperationAccepted, statusCode: status);
    }

    private static ErrorAnswer InvalidInput(string message) => new(StatusCodes.Status400BadRequest, ServiceErrorCodes.InvalidInput, message);

    private static async Task<byte[]> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        using var buffer = new MemoryStream();
        await request.Body.CopyToAsync(buffer, cancellationToken);
        return buffer.ToArray();
    }

    private OperationRecord Record(string key, string asked, string? jobId, byte[] body) => new()
    {
        Id = Guid.CreateVersion7(time.GetUtcNow()).ToString("n"),
        Key = key,
        Fingerprint = asked,
        JobId = jobId,
        TraceParent = Activity.Current is { IdFormat: ActivityIdFormat.W3C, Id: { } trace } ? trace : null,
        Request = body,
        Status = OperationStatus.Running,
        Restarts = 0,
        IsDefinite = false,
        HttpStatus = 0,
        Response = null,
    };
}
