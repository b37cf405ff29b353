using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using Reelwright.Hosting.Outbound;

namespace Reelwright.Hosting.Tests.Outbound;

/// <summary>
/// Names and addresses of the test's own making. Every connection that the guard allows goes to one port of this machine, whatever address
/// it was for.
/// </summary>
internal sealed class FakeNetwork(int port)
{
    private readonly Dictionary<string, string[]> names = new(StringComparer.OrdinalIgnoreCase);

    public ConcurrentQueue<IPEndPoint> Connected { get; } = new();

    public Network Network => new() { ResolveAsync = ResolveAsync, ConnectAsync = ConnectAsync };

    /// <summary>Every connection is reset by the other side before anything is sent over it.</summary>
    public bool ResetsAtOnce { get; set; }

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
        return ResetsAtOnce
            ? await ConnectToResetAsync(cancellationToken)
            : await Reelwright.Hosting.Outbound.Network.System.ConnectAsync(new IPEndPoint(IPAddress.Loopback, port), cancellationToken);
    }

    private static async Task<Stream> ConnectToResetAsync(CancellationToken cancellationToken)
    {
        using var listener = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        listener.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        listener.Listen();
        var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        await socket.ConnectAsync(listener.LocalEndPoint!, cancellationToken);
        var stream = new NetworkStream(socket, ownsSocket: true);
        using (var accepted = await listener.AcceptAsync(cancellationToken))
        {
            accepted.LingerState = new LingerOption(enable: true, seconds: 0);
        }

        socket.Poll(TimeSpan.FromSeconds(10), SelectMode.SelectRead).ShouldBeTrue("the reset has arrived");
        return stream;
    }
}
