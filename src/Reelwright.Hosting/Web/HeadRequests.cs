using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace Reelwright.Hosting.Web;

/// <summary>
/// Answers a HEAD without a route of its own as its GET; the server leaves the body out. Runs before routing, because it routes twice.
/// </summary>
public sealed class HeadRequests(RequestDelegate next)
{
    private static readonly object Marker = new();

    /// <summary>Whether the GET that an endpoint sees was a HEAD: then an endless response must end after its headers.</summary>
    public static bool IsHead(HttpContext context) => context.Items.ContainsKey(Marker);

    public async Task InvokeAsync(HttpContext context)
    {
        await next(context);

        var (request, response) = (context.Request, context.Response);
        if (!HttpMethods.IsHead(request.Method)
            || response.HasStarted
            || response.StatusCode != StatusCodes.Status405MethodNotAllowed
            || !response.Headers.GetCommaSeparatedValues(HeaderNames.Allow).Contains(HttpMethods.Get))
        {
            return;
        }

        response.Clear();
        context.SetEndpoint(null);
        context.Items[Marker] = true;
        request.Method = HttpMethods.Get;
        try
        {
            await next(context);
        }
        finally
        {
            request.Method = HttpMethods.Head;
        }
    }
}
