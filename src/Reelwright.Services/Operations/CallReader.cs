using System.Diagnostics;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Reelwright.Contracts.Services;
using Reelwright.Hosting.Problems;
using Reelwright.Hosting.Web;
using Reelwright.Services.Input;
using Reelwright.Services.Work;

namespace Reelwright.Services.Operations;

/// <summary>Reads a paid call. Returns the record to begin with, or all errors of the request.</summary>
internal sealed class CallReader(ServiceProfile profile, ServiceWork work, RequestFingerprint fingerprint, TimeProvider time)
{
    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false, MaxDepth = 32 };

    public async Task<(OperationRecord? Record, ErrorAnswer? Refusal)> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        if (!request.HasJsonContentType())
        {
            return (null, new ErrorAnswer(StatusCodes.Status415UnsupportedMediaType, ServiceErrorCodes.UnsupportedMediaType, "Send the body as application/json."));
        }

        using var buffer = new MemoryStream();
        await request.Body.CopyToAsync(buffer, cancellationToken);
        var body = buffer.ToArray();
        try
        {
            using var document = JsonDocument.Parse(body, Strict);
            List<string> errors = [.. InputReader.Check(document.RootElement, work.Check)];
            var (key, jobId) = ReadHeaders(request, errors);
            return errors.Count > 0
                ? (null, InvalidInput(string.Join("; ", errors)))
                : (Record(key, fingerprint.Of(profile.Route, document.RootElement), jobId, body), null);
        }
        catch (JsonException exception)
        {
            return (null, InvalidInput(MalformedJson.Describe(exception)));
        }
    }

    private (string Key, string? JobId) ReadHeaders(HttpRequest request, List<string> errors)
    {
        if (!IdempotencyKey.TryRead(request, time, out var key))
        {
            errors.Add($"the header {IdempotencyKey.Header}: must be 1 to 255 visible ASCII characters");
        }

        var jobId = JobId.Read(request);
        if (jobId is null && request.Headers[JobId.Header].Count > 0)
        {
            errors.Add($"the header {JobId.Header}: must be 1 to 64 letters, digits, - and _");
        }

        return (key, jobId);
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

    private static ErrorAnswer InvalidInput(string message) => new(StatusCodes.Status400BadRequest, ServiceErrorCodes.InvalidInput, message);
}
