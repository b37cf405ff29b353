using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace Reelwright.Hosting.Web;

/// <summary>
/// A HEAD that no route takes itself is answered as its GET; the server leaves the body out. Must run before routing, which it asks twice.
/// </summary>
public sealed class HeadRequests(RequestDelegate next)
{
    private static readonly object Marker = new();

    /// <summary>Whether the GET that an endpoint sees was a HEAD: then an answer without an end must end after its headers.</summary>
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
