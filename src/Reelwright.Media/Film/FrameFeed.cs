using System.Runtime.ExceptionServices;

namespace Reelwright.Media.Film;

/// <summary>
/// Draws frames on a few threads ahead of the encoder and writes them in order. Never more than <see cref="Buffers"/> frames are in memory.
/// </summary>
internal sealed class FrameFeed(int frameBytes, int frameCount, Func<int, Memory<byte>, CancellationToken, ValueTask> draw)
{
    private const int Buffers = 4;
    private const int Painters = 2;

    /// <summary>Called after a frame was written, in order.</summary>
    public Func<int, ReadOnlyMemory<byte>, ValueTask>? Written { get; init; }

    public async Task WriteAsync(Stream encoder, CancellationToken cancellationToken)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var slots = Enumerable.Range(0, Math.Min(Buffers, frameCount)).Select(_ => new Slot(new byte[frameBytes])).ToArray();
        ExceptionDispatchInfo? first = null;

        async Task GuardAsync(Func<Task> work)
        {
            try
            {
                await work().ConfigureAwait(false);
            }
            catch (Exception error)
            {
                // The first failure stops all tasks. The others' exceptions follow from it and are dropped.
                Interlocked.CompareExchange(ref first, ExceptionDispatchInfo.Capture(error), null);
                await stop.CancelAsync().ConfigureAwait(false);
            }
        }

        var painting = Enumerable.Range(0, Painters)
            .Select(painter => Task.Run(() => GuardAsync(() => PaintAsync(slots, painter, stop.Token)), CancellationToken.None));
        await Task.WhenAll([.. painting, GuardAsync(() => SendAsync(slots, encoder, stop.Token))]).ConfigureAwait(false);
        Array.ForEach(slots, slot => slot.Dispose());
        first?.Throw();
    }

    private async Task PaintAsync(Slot[] slots, int painter, CancellationToken cancellationToken)
    {
        for (var frame = painter; frame < frameCount; frame += Painters)
        {
            var slot = slots[frame % slots.Length];
            await slot.Free.WaitAsync(cancellationToken).ConfigureAwait(false);
            await draw(frame, slot.Pixels, cancellationToken).ConfigureAwait(false);
            slot.Ready.Release();
        }
    }

    private async Task SendAsync(Slot[] slots, Stream encoder, CancellationToken cancellationToken)
    {
        for (var frame = 0; frame < frameCount; frame++)
        {
            var slot = slots[frame % slots.Length];
            await slot.Ready.WaitAsync(cancellationToken).ConfigureAwait(false);
            await encoder.WriteAsync(slot.Pixels, cancellationToken).ConfigureAwait(false);
            if (Written is not null)
            {
                await Written(frame, slot.Pixels).ConfigureAwait(false);
            }

            slot.Free.Release();
        }
    }

    private sealed record Slot(byte[] Pixels) : IDisposable
    {
        public SemaphoreSlim Free { get; } = new(1);

        public SemaphoreSlim Ready { get; } = new(0);

        public void Dispose()
        {
            Free.Dispose();
            Ready.Dispose();
        }
    }
}
