using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Net.Http.Headers;
using Reelwright.Contracts.Problems;
using Reelwright.Hosting.Configuration;

namespace Reelwright.Hosting.Problems;

/// <summary>
/// Gives every error response a problem body: an exception becomes a problem without internal details, and so does a bare status
/// of routing, of Kestrel's limits or of an access check.
/// </summary>
internal sealed partial class ProblemMiddleware(RequestDelegate next, HostIdentity identity, ILogger<ProblemMiddleware> logger)
{
    public async Task InvokeAsync(HttpContext context)
    {
        try
        {
            await next(context);
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            return;
        }
        catch (Exception exception) when (!context.Response.HasStarted)
        {
            context.Response.Clear();
            await Explain(context, exception).ExecuteAsync(context);
            return;
        }

        var response = context.Response;
        var isEmpty = response.ContentLength == 0 || (response.ContentType is null && response.ContentLength is null);
        if (!response.HasStarted && response.StatusCode >= 400 && isEmpty)
        {
            // The failed response of a file has set headers of its own.
            response.ContentLength = null;
            response.Headers.Remove(HeaderNames.ContentDisposition);
            response.Headers.Remove(HeaderNames.CacheControl);
            await Explain(response.StatusCode).ExecuteAsync(context);
        }
    }

    private ProblemResult Explain(HttpContext context, Exception exception)
    {
        switch (exception)
        {
            case BadHttpRequestException bad:
                return bad.InnerException is JsonException inner ? Malformed(inner) : Explain(bad.StatusCode);
            case JsonException json:
                return Malformed(json);
            default:
                Log.Unhandled(logger, exception, context.Request.Method, context.Request.Path);
                return ProblemResult.Of(StatusCodes.Status500InternalServerError);
        }
    }

    private ProblemResult Explain(int status) => status == StatusCodes.Status413PayloadTooLarge
        ? new ProblemResult(status, ErrorCodes.PayloadTooLarge, $"The body is larger than the limit of {identity.MaxBodyBytes / 1024} KiB.")
        : ProblemResult.Of(status);

    private static ProblemResult Malformed(JsonException exception) =>
        new(StatusCodes.Status400BadRequest, ErrorCodes.InvalidInput, MalformedJson.Describe(exception));

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Error, Message = "{Method} {Path} failed with an unhandled exception")]
        public static partial void Unhandled(ILogger logger, Exception exception, string method, string path);
    }
}
