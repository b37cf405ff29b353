using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using Reelwright.Hosting.Outbound;

namespace Reelwright.Hosting.Tests.Outbound;

/// <summary>Names and addresses of the test's own making. Every connection that the guard allows goes to one port of this machine, whatever address it was for.</summary>
internal sealed class FakeNetwork(int port)
{
    private readonly Dictionary<string, string[]> names = new(StringComparer.OrdinalIgnoreCase);

    public ConcurrentQueue<IPEndPoint> Connected { get; } = new();

    public Network Network => new() { ResolveAsync = ResolveAsync, ConnectAsync = ConnectAsync };

    public FakeNetwork With(string host, params string[] addresses)
    {
        names[host] = addresses;
        return this;
    }

    private Task<IPAddress[]> ResolveAsync(string host, CancellationToken cancellationToken) =>
        names.TryGetValue(host, out var addresses)
            ? Task.FromResult(addresses.Select(IPAddress.Parse).ToArray())
            : IPAddress.TryParse(host, out var literal)
                ? Task.FromResult<IPAddress[]>([literal])
                : throw new SocketException((int)SocketError.HostNotFound);

    private async Task<Stream> ConnectAsync(IPEndPoint endpoint, CancellationToken cancellationToken)
    {
        Connected.Enqueue(endpoint);
        return await Reelwright.Hosting.Outbound.Network.System.ConnectAsync(new IPEndPoint(IPAddress.Loopback, port), cancellationToken);
    }
}
