using Reelwright.Media.Film;

namespace Reelwright.Media.Tests.Film;

public sealed class FrameFeedTests
{
    [Fact]
    public async Task Frames_drawn_on_several_threads_are_written_in_order()
    {
        using var encoder = new MemoryStream();
        var feed = new FrameFeed(1, 200, (frame, pixels, _) =>
        {
            pixels.Span[0] = (byte)frame;
            return ValueTask.CompletedTask;
        });

        await feed.WriteAsync(encoder, TestContext.Current.CancellationToken);

        encoder.ToArray().ShouldBe(Enumerable.Range(0, 200).Select(frame => (byte)frame));
    }

    [Fact]
    public async Task What_goes_wrong_while_drawing_ends_the_feed_and_is_what_is_reported()
    {
        var feed = new FrameFeed(1, 200, (frame, _, _) => frame == 7 ? throw new InvalidDataException("frame 7") : ValueTask.CompletedTask);

        (await Should.ThrowAsync<InvalidDataException>(() => feed.WriteAsync(Stream.Null, TestContext.Current.CancellationToken))).Message.ShouldBe("frame 7");
    }

    [Fact]
    public async Task No_more_than_a_few_frames_are_drawn_ahead_of_a_slow_encoder()
    {
        var drawn = 0;
        var seen = new List<int>();
        var feed = new FrameFeed(1, 40, (_, _, _) =>
        {
            Interlocked.Increment(ref drawn);
            return ValueTask.CompletedTask;
        })
        {
            Written = async (frame, _) =>
            {
                await Task.Yield();
                seen.Add(Volatile.Read(ref drawn) - frame);
            },
        };

        await feed.WriteAsync(Stream.Null, TestContext.Current.CancellationToken);

        seen.Count.ShouldBe(40);
        seen.Max().ShouldBeLessThanOrEqualTo(4);
    }

    [Fact]
    public async Task A_cancelled_feed_stops()
    {
        using var cancel = new CancellationTokenSource();
        var feed = new FrameFeed(1, int.MaxValue, (frame, _, _) =>
        {
            if (frame == 50)
            {
                cancel.Cancel();
            }

            return ValueTask.CompletedTask;
        });

        await Should.ThrowAsync<OperationCanceledException>(() => feed.WriteAsync(Stream.Null, cancel.Token));
    }
}
