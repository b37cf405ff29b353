using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace Reelwright.Testing.Wire;

/// <summary>
/// An HTTP/1.1 server on a socket of 127.0.0.1 that answers exactly the bytes that its handler writes, so that it can also answer wrongly.
/// The handler is called once a request; a connection stays open until the handler breaks it.
/// </summary>
public sealed class RawServer : IAsyncDisposable
{
    private const int Backlog = 4096;
    private readonly Func<RawRequest, RawConnection, CancellationToken, Task> handler;
    private readonly Socket listener = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
    private readonly CancellationTokenSource stopping = new();
    private readonly ConcurrentQueue<RawRequest> requests = new();
    private readonly ConcurrentQueue<Exception> faults = new();
    private readonly Task accepting;
    private int connections;

    private RawServer(int port, Func<RawRequest, RawConnection, CancellationToken, Task> handler)
    {
        this.handler = handler;
        listener.SetSocketOption(SocketOptionLevel.Socket, SocketOptionName.ReuseAddress, true);
        listener.Bind(new IPEndPoint(IPAddress.Loopback, port));
        listener.Listen(Backlog);
        Port = ((IPEndPoint)listener.LocalEndPoint!).Port;
        accepting = AcceptAsync();
    }

    public int Port { get; }

    public Uri Url => new($"http://127.0.0.1:{Port}");

    /// <summary>Every request that was read whole, in order.</summary>
    public IReadOnlyCollection<RawRequest> Requests => requests;

    /// <summary>Connections accepted so far.</summary>
    public int Connections => Volatile.Read(ref connections);

    /// <summary>What went wrong in handlers, which a test should look at when it wonders.</summary>
    public IReadOnlyCollection<Exception> Faults => faults;

    /// <param name="port">0 takes a free one.</param>
    public static RawServer Start(Func<RawRequest, RawConnection, CancellationToken, Task> handler, int port = 0) => new(port, handler);

    public async ValueTask DisposeAsync()
    {
        await stopping.CancelAsync();
        listener.Dispose();
        await accepting;
        stopping.Dispose();
    }

    private async Task AcceptAsync()
    {
        var serving = new ConcurrentDictionary<Task, bool>();
        try
        {
            while (true)
            {
                var socket = await listener.AcceptAsync(stopping.Token);
                socket.NoDelay = true;
                Interlocked.Increment(ref connections);
                var task = ServeAsync(socket);
                serving.TryAdd(task, true);
                _ = ForgetAsync(task, serving);
            }
        }
        catch (Exception exception) when (exception is OperationCanceledException or ObjectDisposedException or SocketException)
        {
            await Task.WhenAll(serving.Keys);
        }
    }

    private static async Task ForgetAsync(Task task, ConcurrentDictionary<Task, bool> serving)
    {
        await task;
        serving.TryRemove(task, out _);
    }

    private async Task ServeAsync(Socket socket)
    {
        using var connection = new RawConnection(socket);
        try
        {
            while (!connection.IsClosed && await connection.ReadRequestAsync(stopping.Token) is { } request)
            {
                requests.Enqueue(request);
                await handler(request, connection, stopping.Token);
            }
        }
        catch (Exception exception) when (exception is IOException or SocketException or OperationCanceledException or ObjectDisposedException)
        {
            // The peer went away, or the test ended.
        }
        catch (Exception exception)
        {
            faults.Enqueue(exception);
        }
    }
}
