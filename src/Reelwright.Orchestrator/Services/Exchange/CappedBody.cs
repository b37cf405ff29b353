using System.Buffers;

namespace Reelwright.Orchestrator.Services.Exchange;

/// <summary>Reads a body up to a size limit, and gives up when no byte arrives for too long.</summary>
internal static class CappedBody
{
    private const int Chunk = 16 * 1024;

    /// <exception cref="OperationCanceledException">The deadline passed, or no byte arrived for <paramref name="idle"/>.</exception>
    /// <returns>The bytes, and whether there were more of them than <paramref name="limit"/>.</returns>
    public static async Task<(ReadOnlyMemory<byte> Body, bool TooLong)> ReadAsync(
        HttpContent content, int limit, TimeSpan idle, TimeProvider time, CancellationToken cancellationToken)
    {
        if (content.Headers.ContentLength > limit)
        {
            return (ReadOnlyMemory<byte>.Empty, true);
        }

        using var silence = new CancellationTokenSource(idle, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(silence.Token, cancellationToken);
        var stream = await content.ReadAsStreamAsync(either.Token);
        var body = new ArrayBufferWriter<byte>((int)(content.Headers.ContentLength ?? Chunk) + 1);
        while (true)
        {
            var read = await stream.ReadAsync(body.GetMemory(1), either.Token);
            if (read == 0)
            {
                return (body.WrittenMemory, false);
            }

            body.Advance(read);
            if (body.WrittenCount > limit)
            {
                return (body.WrittenMemory[..limit], true);
            }

            silence.CancelAfter(idle);
        }
    }
}
