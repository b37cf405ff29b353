using Reelwright.Engine.Jobs;
using Reelwright.Messaging.Signals;
using Reelwright.Testing.Time;

namespace Reelwright.Messaging.Tests.Signals;

public sealed class SignalSendBufferTests
{
    private readonly FakeTimeProvider time = new();
    private readonly SignalSendBuffer outbox;

    public SignalSendBufferTests()
    {
        outbox = new SignalSendBuffer(time);
        outbox.Open(forReady: true, forNews: true);
    }

    [Fact]
    public async Task Progress_waits_a_moment_for_more_of_it()
    {
        var (first, second) = (NewJob(), NewJob());
        outbox.AddProgressed(first);
        var taking = outbox.TakeAsync(CancellationToken.None);
        await Eventually.Within(TimeSpan.FromSeconds(10), () => time.ActiveTimers == 1, CancellationToken.None);
        outbox.AddProgressed(second);
        outbox.AddProgressed(first);
        taking.IsCompleted.ShouldBeFalse();

        time.Advance(TimeSpan.FromMilliseconds(50));

        (await taking).Progressed.ShouldBe([first, second], ignoreOrder: true);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Ready_and_cancel_wait_for_nothing_and_take_along_what_waits(bool ready)
    {
        outbox.AddProgressed(NewJob());
        var taking = outbox.TakeAsync(CancellationToken.None);
        if (ready)
        {
            outbox.TryAddReady().ShouldBeTrue();
        }
        else
        {
            outbox.AddCancelled(NewJob());
        }

        var batch = await taking;

        (batch.Ready + batch.Cancelled.Count).ShouldBe(1);
        batch.Progressed.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Rings_of_the_ready_bell_are_counted_and_sent_in_bounded_batches()
    {
        for (var i = 0; i < SignalSendBuffer.MostReadyAtOnce + 6; i++)
        {
            outbox.TryAddReady();
        }

        (await outbox.TakeAsync(CancellationToken.None)).Ready.ShouldBe(SignalSendBuffer.MostReadyAtOnce);
        (await outbox.TakeAsync(CancellationToken.None)).Ready.ShouldBe(6);
        outbox.Take().IsEmpty.ShouldBeTrue();
    }

    [Fact]
    public void What_does_not_fit_is_dropped_and_counted()
    {
        for (var i = 0; i < SignalSendBuffer.MostRings + 7; i++)
        {
            outbox.AddProgressed(NewJob());
            outbox.AddCancelled(NewJob());
        }

        var batch = outbox.Take();

        batch.Progressed.Count.ShouldBe(SignalSendBuffer.MostRings);
        batch.Cancelled.Count.ShouldBe(SignalSendBuffer.MostRings);
        batch.Dropped.ShouldBe(14);
    }

    [Fact]
    public void Closed_it_takes_nothing_and_gives_back_the_ready_rings()
    {
        outbox.TryAddReady();
        outbox.TryAddReady();
        outbox.AddCancelled(NewJob());

        outbox.Close().ShouldBe(2);

        outbox.TryAddReady().ShouldBeFalse();
        outbox.AddProgressed(NewJob());
        outbox.Take().IsEmpty.ShouldBeTrue();
    }

    [Fact]
    public async Task Whoever_takes_while_it_is_closed_goes_on_when_it_is_open_again()
    {
        outbox.TryAddReady();
        outbox.Close();
        var taking = outbox.TakeAsync(CancellationToken.None);
        outbox.Open(forReady: true, forNews: false);

        outbox.TryAddReady();

        (await taking).Ready.ShouldBe(1);
    }

    private static JobId NewJob() => JobId.New(TimeProvider.System);
}
