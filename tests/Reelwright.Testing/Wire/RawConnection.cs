using System.Globalization;
using System.Net.Sockets;
using System.Text;

namespace Reelwright.Testing.Wire;

/// <summary>One accepted socket: reads HTTP/1.1 requests and writes whatever bytes a test wants, or breaks.</summary>
public sealed class RawConnection(Socket socket) : IDisposable
{
    private const int MaxHead = 64 * 1024;
    private readonly NetworkStream stream = new(socket, ownsSocket: false);
    private readonly byte[] buffer = new byte[MaxHead];
    private int filled;

    /// <summary>True after <see cref="Reset"/> or <see cref="Close"/>.</summary>
    public bool IsClosed { get; private set; }

    /// <summary>Null at the end of the stream.</summary>
    public async Task<RawRequest?> ReadRequestAsync(CancellationToken cancellationToken)
    {
        int head;
        while ((head = buffer.AsSpan(0, filled).IndexOf("\r\n\r\n"u8)) < 0)
        {
            if (filled == buffer.Length)
            {
                throw new InvalidDataException($"A request head of more than {MaxHead} bytes.");
            }

            var read = await stream.ReadAsync(buffer.AsMemory(filled), cancellationToken);
            if (read == 0)
            {
                return null;
            }

            filled += read;
        }

        var lines = Encoding.Latin1.GetString(buffer, 0, head).Split("\r\n");
        Take(head + 4);
        var start = lines[0].Split(' ');
        var headers = lines.Skip(1).Select(line => line.Split(':', 2)).ToDictionary(pair => pair[0], pair => pair[1].Trim(), StringComparer.OrdinalIgnoreCase);
        var target = start[1].Split('?', 2);
        return new RawRequest
        {
            Method = start[0],
            Path = target[0],
            Query = target.Length > 1 ? target[1] : string.Empty,
            Headers = headers,
            Body = await ReadBodyAsync(headers, cancellationToken),
        };
    }

    public async Task WriteAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken) => await stream.WriteAsync(bytes, cancellationToken);

    public Task WriteAsync(string text, CancellationToken cancellationToken) => WriteAsync(Encoding.UTF8.GetBytes(text), cancellationToken);

    /// <summary>An ordinary answer.</summary>
    public Task AnswerAsync(int status, string json, CancellationToken cancellationToken, params (string Name, string Value)[] headers)
    {
        var body = Encoding.UTF8.GetBytes(json);
        var head = new StringBuilder().Append(CultureInfo.InvariantCulture, $"HTTP/1.1 {status} Status\r\nContent-Type: application/json\r\nContent-Length: {body.Length}\r\n");
        foreach (var (name, value) in headers)
        {
            head.Append(CultureInfo.InvariantCulture, $"{name}: {value}\r\n");
        }

        return WriteAsync((byte[])[.. Encoding.Latin1.GetBytes(head.Append("\r\n").ToString()), .. body], cancellationToken);
    }

    /// <summary>Ends the stream in good order.</summary>
    public void Close()
    {
        IsClosed = true;
        socket.Shutdown(SocketShutdown.Send);
    }

    /// <summary>Breaks the connection: the peer gets RST.</summary>
    public void Reset()
    {
        IsClosed = true;
        socket.LingerState = new LingerOption(true, 0);
        socket.Close();
    }

    public void Dispose()
    {
        stream.Dispose();
        socket.Dispose();
    }

    private async Task<byte[]> ReadBodyAsync(Dictionary<string, string> headers, CancellationToken cancellationToken)
    {
        if (headers.ContainsKey("Transfer-Encoding"))
        {
            throw new InvalidDataException("A request with a transfer encoding; send its length.");
        }

        var length = headers.TryGetValue("Content-Length", out var text) ? int.Parse(text, CultureInfo.InvariantCulture) : 0;
        var body = new byte[length];
        var have = Math.Min(length, filled);
        buffer.AsSpan(0, have).CopyTo(body);
        Take(have);
        await stream.ReadExactlyAsync(body.AsMemory(have), cancellationToken);
        return body;
    }

    private void Take(int count)
    {
        buffer.AsSpan(count, filled - count).CopyTo(buffer);
        filled -= count;
    }
}
