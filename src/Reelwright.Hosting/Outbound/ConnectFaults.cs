using System.Net.Sockets;

namespace Reelwright.Hosting.Outbound;

/// <summary>
/// Wraps connect faults in one exception type: the inner handler throws a bare <see cref="SocketException"/> when the server
/// resets a connection right after accepting it.
/// </summary>
public sealed class ConnectFaults(HttpMessageHandler inner) : DelegatingHandler(inner)
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        try
        {
            return await base.SendAsync(request, cancellationToken);
        }
        catch (SocketException exception)
        {
            throw new HttpRequestException(HttpRequestError.ConnectionError, exception.Message, exception);
        }
    }
}
