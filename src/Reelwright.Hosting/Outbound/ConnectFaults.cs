using System.Net.Sockets;

namespace Reelwright.Hosting.Outbound;

/// <summary>
/// Makes one kind of exception of all that can go wrong in connecting: the handler below lets a bare <see cref="SocketException"/> through when the server
/// dies in the moment between taking a connection and being asked for its address.
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
