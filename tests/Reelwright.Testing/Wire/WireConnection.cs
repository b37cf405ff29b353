using System.Net;
using System.Net.Sockets;
using System.Threading.Channels;

namespace Reelwright.Testing.Wire;

/// <summary>One connection over a <see cref="FaultProxy"/>, in both directions.</summary>
internal sealed class WireConnection(FaultProxy wire, Socket client) : IDisposable
{
    private const int MostPiecesUnderWay = 64;
    private static readonly TimeSpan Glance = TimeSpan.FromMilliseconds(10);

    private readonly Socket server = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
    private readonly CancellationTokenSource broken = new();

    public void Reset()
    {
        // RST and not FIN: whoever reads is told that something broke.
        Break(client);
        Break(server);
        Break();
    }

    public async Task RunAsync(int port, CancellationToken cancellationToken)
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(broken.Token, cancellationToken);
        try
        {
            client.NoDelay = server.NoDelay = true;
            await server.ConnectAsync(IPAddress.Loopback, port, either.Token);
            await Task.WhenAll(CarryAsync(client, server, false, either.Token), CarryAsync(server, client, true, either.Token));
        }
        catch (Exception ended) when (ended is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            Reset();
        }
    }

    public void Dispose()
    {
        client.Dispose();
        server.Dispose();
        broken.Dispose();
    }

    private async Task CarryAsync(Socket from, Socket to, bool isAnswer, CancellationToken cancellationToken)
    {
        var underWay = Channel.CreateBounded<(long Due, byte[] Piece)>(MostPiecesUnderWay);
        try
        {
            await Task.WhenAll(ReadAsync(from, underWay.Writer, cancellationToken), WriteAsync(to, underWay.Reader, isAnswer, cancellationToken));
        }
        catch
        {
            // One direction that breaks takes the other with it.
            Reset();
            throw;
        }
    }

    private async Task ReadAsync(Socket from, ChannelWriter<(long Due, byte[] Piece)> underWay, CancellationToken cancellationToken)
    {
        var buffer = new byte[64 * 1024];
        while (await from.ReceiveAsync(buffer, cancellationToken) is > 0 and var count)
        {
            var due = TimeProvider.System.GetTimestamp() + (long)(wire.Delay().TotalSeconds * TimeProvider.System.TimestampFrequency);
            await underWay.WriteAsync((due, buffer[..count]), cancellationToken);
        }

        underWay.Complete();
    }

    private async Task WriteAsync(Socket to, ChannelReader<(long Due, byte[] Piece)> underWay, bool isAnswer, CancellationToken cancellationToken)
    {
        await foreach (var (due, piece) in underWay.ReadAllAsync(cancellationToken))
        {
            await PauseAsync(TimeProvider.System.GetElapsedTime(TimeProvider.System.GetTimestamp(), due), cancellationToken);
            for (var sent = 0; sent < piece.Length;)
            {
                while (wire.Faults.Blackhole || (isAnswer && wire.Faults.Mute))
                {
                    await PauseAsync(Glance, cancellationToken);
                }

                var faults = wire.Faults;
                var slice = Math.Min(faults.SliceBytes ?? faults.BytesPerSecond ?? int.MaxValue, piece.Length - sent);
                var allowed = isAnswer ? wire.Allow(slice) : slice;
                await to.SendAsync(piece.AsMemory(sent, allowed), cancellationToken);
                if (allowed < slice)
                {
                    Reset();
                    return;
                }

                sent += slice;
                await PauseAsync(faults.SlicePause, cancellationToken);
                await PauseAsync(faults.BytesPerSecond is { } rate ? TimeSpan.FromSeconds((double)slice / rate) : TimeSpan.Zero, cancellationToken);
            }
        }

        to.Shutdown(SocketShutdown.Send);
    }

    private static Task PauseAsync(TimeSpan length, CancellationToken cancellationToken) =>
        length > TimeSpan.Zero ? Task.Delay(length, TimeProvider.System, cancellationToken) : Task.CompletedTask;

    private void Break()
    {
        try
        {
            broken.Cancel();
        }
        catch (ObjectDisposedException)
        {
            // It has ended already.
        }
    }

    private static void Break(Socket socket)
    {
        try
        {
            socket.LingerState = new LingerOption(true, 0);
            socket.Close();
        }
        catch (Exception ended) when (ended is SocketException or ObjectDisposedException)
        {
            // It is broken already.
        }
    }
}
