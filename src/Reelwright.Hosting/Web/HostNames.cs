using System.Net;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;
using Reelwright.Contracts.Problems;
using Reelwright.Hosting.Configuration;
using Reelwright.Hosting.Problems;

namespace Reelwright.Hosting.Web;

/// <summary>
/// On loopback a host accepts only host names of this machine. Otherwise a web page could call it through the browser of a local user
/// by resolving its own name to this machine (DNS rebinding), because loopback callers need no key.
/// </summary>
internal sealed class HostNames(RequestDelegate next, IOptions<ListenOptions> options)
{
    private readonly bool onlyLocal = ListenOptions.TryRead(options.Value.Listen, out var endpoint)
        && IPAddress.IsLoopback(endpoint.Address);
    private readonly HashSet<string> allowed = new(options.Value.AllowedHosts, StringComparer.OrdinalIgnoreCase);

    public Task InvokeAsync(HttpContext context)
    {
        var host = context.Request.Host.Host;
        return !onlyLocal || IsLocal(host) || allowed.Contains(host)
            ? next(context)
            : new ProblemResult(
                StatusCodes.Status400BadRequest,
                ErrorCodes.InvalidInput,
                "This host accepts only the host names of its own machine. "
                + "Behind a proxy, set AllowedHosts to the name that the proxy passes on.")
                .ExecuteAsync(context);
    }

    private static bool IsLocal(string host) =>
        host.Equals("localhost", StringComparison.OrdinalIgnoreCase)
        || (IPAddress.TryParse(host.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address));
}
