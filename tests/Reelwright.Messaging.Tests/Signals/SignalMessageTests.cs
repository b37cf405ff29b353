using System.Text;
using Reelwright.Engine.Jobs;
using Reelwright.Messaging.Signals;

namespace Reelwright.Messaging.Tests.Signals;

public sealed class SignalMessageTests
{
    private static readonly JobId First = new(new Guid("01a204a5-b803-7432-aba1-222ec38f9878"));

    [Fact]
    public void The_wire_format_is_fixed()
    {
        Encoding.UTF8.GetString(SignalMessage.Ready.Span).ShouldBe("""{"version":1}""");
        SignalMessage.Broadcasts([First], []).Select(message => Encoding.UTF8.GetString(message.Write()))
            .ShouldBe(["""{"version":1,"cancelled":["01a204a5-b803-7432-aba1-222ec38f9878"]}"""]);
        SignalMessage.Broadcasts([], [First]).Select(message => Encoding.UTF8.GetString(message.Write()))
            .ShouldBe(["""{"version":1,"progressed":["01a204a5-b803-7432-aba1-222ec38f9878"]}"""]);
    }

    [Fact]
    public void Many_ids_become_few_messages_that_can_all_be_read()
    {
        var cancelled = Jobs(1200);
        var progressed = Jobs(700);

        var read = SignalMessage.Broadcasts(cancelled, progressed).Select(message => SignalMessage.Read(message.Write()).ShouldNotBeNull()).ToList();

        read.Count.ShouldBe(3);
        read.SelectMany(message => message.Cancelled ?? []).ShouldBe(cancelled.Select(job => job.Value));
        read.SelectMany(message => message.Progressed ?? []).ShouldBe(progressed.Select(job => job.Value));
    }

    [Fact]
    public void No_ids_are_no_message() => SignalMessage.Broadcasts([], []).ShouldBeEmpty();

    [Fact]
    public void Only_the_message_without_ids_is_a_ready_signal()
    {
        SignalMessage.Read(SignalMessage.Ready.Span)!.IsReady.ShouldBeTrue();
        SignalMessage.Read(SignalMessage.Probe.Span)!.IsReady.ShouldBeFalse();
    }

    private static List<JobId> Jobs(int count) => [.. Enumerable.Range(0, count).Select(_ => JobId.New(TimeProvider.System))];
}
