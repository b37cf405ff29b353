using System.Diagnostics;
using Microsoft.Extensions.Logging;

namespace Reelwright.Orchestrator.Services.Exchange;

/// <content>Traces and logs of an exchange.</content>
internal sealed partial class ServiceConnection
{
    private void Report(HttpRequestMessage request, ServiceResponse response, Activity activity, TimeSpan elapsed)
    {
        var error = response switch
        {
            ServiceResponse.NotSent notSent => notSent.Error,
            ServiceResponse.Lost lost => lost.Error,
            ServiceResponse.Received { IsSuccess: false } received => received.StatusLine,
            ServiceResponse.Received received => received.BodyFault,
            _ => null,
        };
        activity.SetStatus(error is null ? ActivityStatusCode.Ok : ActivityStatusCode.Error, error);
        if (logger.IsEnabled(LogLevel.Debug))
        {
            var (status, body) = response is ServiceResponse.Received received ? (received.Code, text.Clean(received.Excerpt)) : (0, null);
            var path = request.RequestUri!.AbsolutePath;
            Log.Answered(logger, context.Service, request.Method.Method, path, status, elapsed.TotalSeconds, error, body);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Debug, "Sending {Service} {Path} under key {Key}: {Payload}")]
        public static partial void Sending(ILogger logger, string service, string path, string key, string payload);

        [LoggerMessage(LogLevel.Debug, "{Service} answered {Method} {Path} with {Status} after {DurationSeconds} s ({Error}): {Payload}")]
        public static partial void Answered(
            ILogger logger, string service, string method, string path, int status, double durationSeconds, string? error, string? payload);
    }
}
