using System.Net;
using System.Net.Sockets;

namespace Reelwright.Hosting.Outbound;

/// <summary>The two network operations of the guard; tests replace them so that nothing leaves the machine.</summary>
public sealed record Network
{
    /// <summary>All addresses of a host name.</summary>
    public required Func<string, CancellationToken, Task<IPAddress[]>> ResolveAsync { get; init; }

    /// <summary>A connection to exactly this address.</summary>
    public required Func<IPEndPoint, CancellationToken, Task<Stream>> ConnectAsync { get; init; }

    public static Network System { get; } = new()
    {
        ResolveAsync = static (host, cancellationToken) => IPAddress.TryParse(host, out var address)
            ? Task.FromResult<IPAddress[]>([address])
            : Dns.GetHostAddressesAsync(host, cancellationToken),
        ConnectAsync = ConnectSocketAsync,
    };

    private static async Task<Stream> ConnectSocketAsync(IPEndPoint endpoint, CancellationToken cancellationToken)
    {
        var socket = new Socket(endpoint.AddressFamily, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(endpoint, cancellationToken);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}
