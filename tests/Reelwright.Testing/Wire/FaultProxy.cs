using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace Reelwright.Testing.Wire;

/// <summary>
/// A wire to a server on this machine that can be bad in all the ways that a wire can be, and differently from one moment to the next. It
/// knows no protocol: it stands before PostgreSQL, RabbitMQ and HTTP alike.
/// </summary>
public sealed class FaultProxy : IAsyncDisposable
{
    private readonly int server;
    private readonly Random random;
    private readonly CancellationTokenSource stopping = new();
    private readonly ConcurrentDictionary<WireConnection, Task> connections = new();
    private TcpListener? listener;
    private Task accepting = Task.CompletedTask;
    private volatile WireFaults faults = WireFaults.None;
    private long answersLeft = long.MaxValue;
    private int accepted;

    private FaultProxy(int server, int seed)
    {
        this.server = server;
        random = new Random(seed);
        Port = FreePort.Take();
        Up();
    }

    public int Port { get; }

    public Uri Url => new($"http://127.0.0.1:{Port}");

    /// <summary>Connections taken so far.</summary>
    public int Accepted => Volatile.Read(ref accepted);

    /// <summary>Open ones.</summary>
    public int Open => connections.Count;

    /// <summary>What happens from now on, on open connections as well.</summary>
    public WireFaults Faults
    {
        get => faults;
        set
        {
            Interlocked.Exchange(ref answersLeft, value.AnswerBytes ?? long.MaxValue);
            faults = value;
        }
    }

    /// <param name="server">Port of 127.0.0.1 behind the wire; nobody need listen there yet.</param>
    /// <param name="seed">Of the jitter.</param>
    public static FaultProxy Start(int server, int seed = 0) => new(server, seed);

    /// <summary>Breaks every open connection with RST.</summary>
    public void Reset()
    {
        foreach (var connection in connections.Keys)
        {
            connection.Reset();
        }
    }

    /// <summary>Nobody listens any more, and every connection breaks.</summary>
    public async Task DownAsync()
    {
        listener?.Dispose();
        listener = null;
        await accepting;
        Reset();
    }

    /// <summary>Listens, on the same port as before.</summary>
    public void Up()
    {
        if (listener is null)
        {
            listener = new TcpListener(IPAddress.Loopback, Port);
            listener.Server.SetSocketOption(SocketOptionLevel.Socket, SocketOptionName.ReuseAddress, true);
            listener.Start(1024);
            accepting = AcceptAsync(listener);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await stopping.CancelAsync();
        await DownAsync();
        await Task.WhenAll(connections.Values);
        stopping.Dispose();
    }

    /// <summary>When a piece that came now is due at the other end.</summary>
    internal TimeSpan Delay()
    {
        lock (random)
        {
            return faults.Latency + (faults.Jitter * random.NextDouble());
        }
    }

    /// <summary>How many of these bytes of an answer may still pass.</summary>
    internal int Allow(int bytes) => (int)Math.Clamp(Interlocked.Add(ref answersLeft, -bytes) + bytes, 0, bytes);

    private async Task AcceptAsync(TcpListener from)
    {
        try
        {
            while (true)
            {
                var connection = new WireConnection(this, await from.AcceptSocketAsync(stopping.Token));
                Interlocked.Increment(ref accepted);
                connections[connection] = Task.CompletedTask;
                connections[connection] = RunAsync(connection);
            }
        }
        catch (Exception ended) when (ended is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            // The wire is down.
        }
    }

    private async Task RunAsync(WireConnection connection)
    {
        await Task.Yield();
        try
        {
            await connection.RunAsync(server, stopping.Token);
        }
        finally
        {
            connections.TryRemove(connection, out _);
            connection.Dispose();
        }
    }
}
