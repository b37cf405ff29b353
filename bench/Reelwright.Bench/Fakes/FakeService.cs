using System.Net;
using System.Net.Sockets;

namespace Reelwright.Bench.Fakes;

/// <summary>One fake service: a socket of 127.0.0.1 that speaks just enough HTTP/1.1 for the orchestrator's client.</summary>
internal sealed class FakeService : IDisposable
{
    private const int Backlog = 4096;
    private readonly Socket listener = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);

    public FakeService(FakeStage stage, FakeDesk desk)
    {
        listener.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        listener.Listen(Backlog);
        Port = ((IPEndPoint)listener.LocalEndPoint!).Port;
        _ = AcceptAsync(stage, desk);
    }

    public int Port { get; }

    public void Dispose() => listener.Dispose();

    private async Task AcceptAsync(FakeStage stage, FakeDesk desk)
    {
        try
        {
            while (true)
            {
                var socket = await listener.AcceptAsync(CancellationToken.None);
                socket.NoDelay = true;
                _ = new FakeConnection(socket, stage, desk).ServeAsync(CancellationToken.None);
            }
        }
        catch (Exception exception) when (exception is ObjectDisposedException or SocketException)
        {
            // The process ends.
        }
    }
}
