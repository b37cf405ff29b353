using System.Net;
using System.Net.Sockets;
using System.Runtime.CompilerServices;
using Reelwright.Bench.Wire;

namespace Reelwright.Bench.Load;

/// <summary>One keep-alive connection to an orchestrator; one question at a time.</summary>
internal sealed class LoadConnection : IDisposable
{
    private readonly Socket socket = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
    private readonly MessageReader reader;

    private LoadConnection() => reader = new MessageReader(socket);

    /// <summary>Valid until the next question.</summary>
    public ReadOnlySpan<byte> Body => reader.Body;

    public static async Task<LoadConnection> OpenAsync(int port, CancellationToken cancellationToken)
    {
        var connection = new LoadConnection();
        await connection.socket.ConnectAsync(new IPEndPoint(IPAddress.Loopback, port), cancellationToken);
        return connection;
    }

    /// <summary>The status of the answer.</summary>
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    public async ValueTask<int> AskAsync(ReadOnlyMemory<byte> request, CancellationToken cancellationToken)
    {
        await socket.SendAsync(request, SocketFlags.None, cancellationToken);
        return await reader.ReadAsync(cancellationToken) ? HeadFields.Status(reader.Head) : throw new IOException("The orchestrator closed a connection.");
    }

    public void Dispose() => socket.Dispose();
}
