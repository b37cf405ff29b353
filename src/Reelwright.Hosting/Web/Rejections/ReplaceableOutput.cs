using System.Buffers;
using System.IO.Pipelines;

namespace Reelwright.Hosting.Web.Rejections;

/// <summary>A connection's output whose next response can be replaced while no byte of it was written.</summary>
internal sealed class ReplaceableOutput(PipeWriter output) : PipeWriter
{
    private ArrayBufferWriter<byte>? discarded;
    private ReadOnlyMemory<byte> replacement;

    public override bool CanGetUnflushedBytes => output.CanGetUnflushedBytes;

    public override long UnflushedBytes => output.UnflushedBytes;

    /// <summary>
    /// Sends these bytes instead of everything that the server writes from now on; only for a connection that then closes.
    /// </summary>
    public void Replace(ReadOnlyMemory<byte> answer)
    {
        discarded ??= new ArrayBufferWriter<byte>();
        replacement = answer;
    }

    public override Memory<byte> GetMemory(int sizeHint = 0) => discarded?.GetMemory(sizeHint) ?? output.GetMemory(sizeHint);

    public override Span<byte> GetSpan(int sizeHint = 0) => discarded is null ? output.GetSpan(sizeHint) : discarded.GetSpan(sizeHint);

    public override void Advance(int bytes)
    {
        if (discarded is null)
        {
            output.Advance(bytes);
        }
    }

    public override ValueTask<FlushResult> FlushAsync(CancellationToken cancellationToken = default)
    {
        output.Write(replacement.Span);
        replacement = default;
        return output.FlushAsync(cancellationToken);
    }

    public override void CancelPendingFlush() => output.CancelPendingFlush();

    public override void Complete(Exception? exception = null) => output.Complete(exception);

    public override ValueTask CompleteAsync(Exception? exception = null) => output.CompleteAsync(exception);
}
