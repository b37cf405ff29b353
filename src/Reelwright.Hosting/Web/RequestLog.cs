using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Reelwright.Hosting.Logs;

namespace Reelwright.Hosting.Web;

/// <summary>Logs each request without its query, which may contain a signature, and adds its job to every line logged inside it.</summary>
internal sealed partial class RequestLog(RequestDelegate next, TimeProvider time, ILogger<RequestLog> logger)
{
    public async Task InvokeAsync(HttpContext context)
    {
        var started = time.GetTimestamp();
        using var scope = JobId.Read(context.Request) is { } job ? logger.BeginScope(new LogScope(job)) : null;
        await next(context);

        var request = context.Request;
        var level = request.Path.StartsWithSegments("/health", StringComparison.Ordinal) ? LogLevel.Debug : LogLevel.Information;
        var seconds = time.GetElapsedTime(started).TotalSeconds;
        Log.Answered(logger, level, request.Method, request.Path, context.Response.StatusCode, seconds);
    }

    private static partial class Log
    {
        [LoggerMessage(Message = "{Method} {Path} answered {Status} in {DurationSeconds:0.000} s")]
        public static partial void Answered(
            ILogger logger, LogLevel level, string method, PathString path, int status, double durationSeconds);
    }
}
