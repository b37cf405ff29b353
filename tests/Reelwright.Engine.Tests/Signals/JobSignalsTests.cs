using Reelwright.Engine.Signals;
using Reelwright.Testing.Time;

namespace Reelwright.Engine.Tests.Signals;

public sealed class JobSignalsTests
{
    private readonly FakeTimeProvider time = new();
    private readonly JobSignals signals = new();

    [Fact]
    public async Task Rings_are_counted_until_somebody_listens()
    {
        signals.SignalReady();
        signals.SignalReady();

        (await WaitAsync()).ShouldBe(2);
    }

    [Fact]
    public async Task A_ring_is_answered_when_the_turn_that_heard_it_has_ended()
    {
        var turns = 0;
        signals.TurnEnded += () => turns++;
        var first = signals.SignalReady();
        signals.Pending.ShouldBe(1);

        await WaitAsync();
        signals.Answered.ShouldBeLessThan(first, "Its turn has only begun.");
        var second = signals.SignalReady();
        signals.Pending.ShouldBe(2);
        var before = turns;

        await WaitAsync();
        signals.Answered.ShouldBe(first);
        turns.ShouldBe(before + 1);

        signals.RequestPoll();
        (await WaitAsync()).ShouldBeNull();
        signals.Answered.ShouldBe(second);
        signals.Pending.ShouldBe(0);
    }

    [Fact]
    public async Task A_look_answers_the_rings_that_came_with_it()
    {
        signals.SignalReady();
        signals.RequestPoll();

        (await WaitAsync()).ShouldBeNull();
        signals.SignalReady();
        (await WaitAsync()).ShouldBe(1);
        signals.Answered.ShouldBe(1);
    }

    private Task<int?> WaitAsync() => signals.WaitReadyAsync(TimeSpan.FromMinutes(1), time, CancellationToken.None);
}
