using System.Net.Sockets;
using System.Runtime.CompilerServices;

namespace Reelwright.Bench.Wire;

/// <summary>
/// Reads HTTP/1.1 messages, requests or responses, one after the other from a socket. Lean, because what it costs is taken from the system
/// under test, which shares the machine. Head and body are valid until the next message is read.
/// </summary>
internal sealed class MessageReader(Socket socket)
{
    private byte[] buffer = new byte[8 * 1024];
    private int filled;
    private int bodyStart;
    private int bodyEnd;
    private int end;

    /// <summary>Start line and header fields.</summary>
    public ReadOnlySpan<byte> Head => buffer.AsSpan(0, bodyStart);

    public ReadOnlySpan<byte> Body => buffer.AsSpan(bodyStart, bodyEnd - bodyStart);

    /// <summary>False at the end of the stream.</summary>
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    public async ValueTask<bool> ReadAsync(CancellationToken cancellationToken)
    {
        buffer.AsSpan(end, filled - end).CopyTo(buffer);
        filled -= end;
        bodyStart = end = 0;
        while (!TryFrame())
        {
            if (filled == buffer.Length)
            {
                Array.Resize(ref buffer, buffer.Length * 2);
            }

            var read = await socket.ReceiveAsync(buffer.AsMemory(filled), SocketFlags.None, cancellationToken);
            if (read == 0)
            {
                return false;
            }

            filled += read;
        }

        return true;
    }

    private bool TryFrame()
    {
        if (bodyStart == 0)
        {
            bodyStart = buffer.AsSpan(0, filled).IndexOf("\r\n\r\n"u8) + 4;
            if (bodyStart < 4)
            {
                bodyStart = 0;
                return false;
            }

            end = HeadFields.Length(Head) is { } known ? bodyStart + known : 0;
            bodyEnd = end;
        }

        if (end > 0)
        {
            return filled >= end;
        }

        if (!Chunks.TryJoin(buffer.AsSpan(bodyStart, filled - bodyStart), out var length, out var consumed))
        {
            return false;
        }

        bodyEnd = bodyStart + length;
        end = bodyStart + consumed;
        return true;
    }
}
