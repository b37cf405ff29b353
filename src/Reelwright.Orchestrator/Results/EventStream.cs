using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Reelwright.Engine.Store;
using Reelwright.Hosting.Web;

namespace Reelwright.Orchestrator.Results;

/// <summary>Writes events in the format of server-sent events, and releases its permit when the stream ends for any reason.</summary>
internal sealed class EventStream(IAsyncEnumerable<NumberedEvent?> events, IDisposable permit) : IResult
{
    // retry: milliseconds that a client waits before it reconnects.
    private const string Opening = "retry: 2000\n\n";
    private const string Heartbeat = ": heartbeat\n\n";

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        using var held = permit;
        var response = httpContext.Response;
        response.ContentType = "text/event-stream";
        response.Headers.CacheControl = "no-store, no-cache";
        response.Headers["X-Accel-Buffering"] = "no";
        if (HeadRequests.IsHead(httpContext))
        {
            return;
        }

        httpContext.Features.Get<IHttpResponseBodyFeature>()?.DisableBuffering();
        try
        {
            await SendAsync(response, Opening);
            await foreach (var happened in events)
            {
                await SendAsync(response, happened is { } one ? Format(one) : Heartbeat);
            }
        }
        catch (OperationCanceledException) when (httpContext.RequestAborted.IsCancellationRequested)
        {
            // The client disconnected.
        }
    }

    private static string Format(NumberedEvent happened)
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"id: {happened.Sequence}\nevent: {happened.Kind}\n");
        foreach (var line in happened.Data.Split('\n'))
        {
            text.Append("data: ").Append(line.TrimEnd('\r')).Append('\n');
        }

        return text.Append('\n').ToString();
    }

    private static async Task SendAsync(HttpResponse response, string text)
    {
        await response.WriteAsync(text, response.HttpContext.RequestAborted);
        await response.Body.FlushAsync(response.HttpContext.RequestAborted);
    }
}
