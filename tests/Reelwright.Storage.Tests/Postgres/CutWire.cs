using System.Net;
using System.Net.Sockets;

namespace Reelwright.Storage.Tests.Postgres;

/// <summary>What becomes of the next thing that is said on the wire.</summary>
public enum Cut
{
    None,

    /// <summary>The connection breaks before the question reaches the server.</summary>
    Question,

    /// <summary>The server has done it and says so; the connection breaks before we hear it.</summary>
    Answer,
}

/// <summary>A wire to a PostgreSQL server that can be cut once, on whichever connection speaks next.</summary>
internal sealed class CutWire : IAsyncDisposable
{
    private static readonly byte[] ReadyForQuery = [(byte)'Z', 0, 0, 0, 5, (byte)'I'];

    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource stopping = new();
    private readonly List<Task> wires = [];
    private readonly int server;
    private readonly Task accepting;
    private int next;

    public CutWire(int server)
    {
        this.server = server;
        listener.Start();
        accepting = AcceptAsync();
    }

    public int Port => ((IPEndPoint)listener.LocalEndpoint).Port;

    public bool IsCut => Volatile.Read(ref next) == (int)Cut.None;

    public void CutNext(Cut cut) => Volatile.Write(ref next, (int)cut);

    public async ValueTask DisposeAsync()
    {
        await stopping.CancelAsync();
        listener.Dispose();
        await accepting;
        await Task.WhenAll(wires);
        stopping.Dispose();
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                wires.Add(JoinAsync(await listener.AcceptSocketAsync(stopping.Token)));
            }
        }
        catch (Exception ended) when (ended is OperationCanceledException or SocketException or ObjectDisposedException)
        {
        }
    }

    private async Task JoinAsync(Socket client)
    {
        using var here = client;
        using var there = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        try
        {
            await there.ConnectAsync(IPAddress.Loopback, server, stopping.Token);
            await await Task.WhenAny(PumpAsync(here, there, Cut.Question), PumpAsync(there, here, Cut.Answer));
        }
        catch (Exception ended) when (ended is OperationCanceledException or SocketException)
        {
        }

        here.LingerState = there.LingerState = new LingerOption(true, 0);
    }

    private async Task PumpAsync(Socket from, Socket to, Cut cut)
    {
        var buffer = new byte[64 * 1024];
        while (await from.ReceiveAsync(buffer, stopping.Token) is > 0 and var count)
        {
            var isWhole = cut == Cut.Question || buffer.AsSpan(0, count).EndsWith(ReadyForQuery);
            if (isWhole && Interlocked.CompareExchange(ref next, (int)Cut.None, (int)cut) == (int)cut)
            {
                return;
            }

            await to.SendAsync(buffer.AsMemory(0, count), stopping.Token);
        }
    }
}
