using Reelwright.Engine.Jobs;
using Reelwright.Messaging.Signals;
using Reelwright.Testing.Time;

namespace Reelwright.Messaging.Tests.Signals;

public sealed class SignalSendBufferTests
{
    private readonly FakeTimeProvider time = new();
    private readonly SignalSendBuffer buffer;

    public SignalSendBufferTests()
    {
        buffer = new SignalSendBuffer(time);
        buffer.Open(forReady: true, forBroadcasts: true);
    }

    [Fact]
    public async Task Progress_signals_are_collected_for_a_moment()
    {
        var (first, second) = (NewJob(), NewJob());
        buffer.AddProgressed(first);
        var taking = buffer.TakeAsync(CancellationToken.None);
        await Eventually.Within(TimeSpan.FromSeconds(10), () => time.ActiveTimers == 1, CancellationToken.None);
        buffer.AddProgressed(second);
        buffer.AddProgressed(first);
        taking.IsCompleted.ShouldBeFalse();

        time.Advance(TimeSpan.FromMilliseconds(50));

        (await taking).Progressed.ShouldBe([first, second], ignoreOrder: true);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Ready_and_cancel_signals_are_sent_at_once_with_the_progress_that_waits(bool ready)
    {
        buffer.AddProgressed(NewJob());
        var taking = buffer.TakeAsync(CancellationToken.None);
        if (ready)
        {
            buffer.TryAddReady().ShouldBeTrue();
        }
        else
        {
            buffer.AddCancelled(NewJob());
        }

        var batch = await taking;

        (batch.Ready + batch.Cancelled.Count).ShouldBe(1);
        batch.Progressed.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Ready_signals_are_counted_and_sent_in_bounded_batches()
    {
        for (var i = 0; i < SignalSendBuffer.MostReadyAtOnce + 6; i++)
        {
            buffer.TryAddReady();
        }

        (await buffer.TakeAsync(CancellationToken.None)).Ready.ShouldBe(SignalSendBuffer.MostReadyAtOnce);
        (await buffer.TakeAsync(CancellationToken.None)).Ready.ShouldBe(6);
        buffer.Take().IsEmpty.ShouldBeTrue();
    }

    [Fact]
    public void What_does_not_fit_is_dropped_and_counted()
    {
        for (var i = 0; i < SignalSendBuffer.MostSignals + 7; i++)
        {
            buffer.AddProgressed(NewJob());
            buffer.AddCancelled(NewJob());
        }

        var batch = buffer.Take();

        batch.Progressed.Count.ShouldBe(SignalSendBuffer.MostSignals);
        batch.Cancelled.Count.ShouldBe(SignalSendBuffer.MostSignals);
        batch.Dropped.ShouldBe(14);
    }

    [Fact]
    public void A_closed_buffer_accepts_nothing_and_returns_the_ready_signals()
    {
        buffer.TryAddReady();
        buffer.TryAddReady();
        buffer.AddCancelled(NewJob());

        buffer.Close().ShouldBe(2);

        buffer.TryAddReady().ShouldBeFalse();
        buffer.AddProgressed(NewJob());
        buffer.Take().IsEmpty.ShouldBeTrue();
    }

    [Fact]
    public async Task A_take_that_waits_while_the_buffer_is_closed_completes_when_it_is_open_again()
    {
        buffer.TryAddReady();
        buffer.Close();
        var taking = buffer.TakeAsync(CancellationToken.None);
        buffer.Open(forReady: true, forBroadcasts: false);

        buffer.TryAddReady();

        (await taking).Ready.ShouldBe(1);
    }

    private static JobId NewJob() => JobId.New(TimeProvider.System);
}
