using System.Data.Common;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Reelwright.Orchestrator.Input;

namespace Reelwright.Orchestrator.Health;

/// <summary>
/// Answers 503 with <c>Retry-After</c> while the database is down or does not answer, and to every change while the data are deleted or
/// replaced.
/// </summary>
internal sealed partial class DatabaseUnavailableFilter(StoredFiles files, DiskReadiness disk, ILogger<DatabaseUnavailableFilter> logger) : IEndpointFilter
{
    private static readonly TimeSpan RetryAfter = TimeSpan.FromSeconds(5);

    public static bool IsCausedBy(Exception exception) => exception is DbException or TimeoutException;

    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        if (!HttpMethods.IsGet(context.HttpContext.Request.Method) && files.FindFault() is { } gone)
        {
            return Refusal.Unavailable($"{gone.Problem} {gone.Cure}", RetryAfter);
        }

        try
        {
            return await next(context);
        }
        catch (Exception exception) when (IsCausedBy(exception))
        {
            var request = context.HttpContext.Request;
            Log.Unavailable(logger, exception, request.Method, request.Path);
            var detail = await disk.ExplainAsync(context.HttpContext.RequestAborted) is { } fault
                ? $"Nothing can be stored at the moment. {fault.Problem} {fault.Cure}"
                : "The database is not available at the moment; try again soon.";
            return Refusal.Unavailable(detail, RetryAfter);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Error, Message = "{Method} {Path} was refused because the database is not available")]
        public static partial void Unavailable(ILogger logger, Exception exception, string method, string path);
    }
}
