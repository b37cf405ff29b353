using Reelwright.Engine.Signals;
using Reelwright.Messaging.Tests.Fixture;

namespace Reelwright.Messaging.Tests.Cluster;

/// <summary>A broker that is away, comes and goes, or stands still costs latency and nothing else.</summary>
public sealed class OutageTests(SharedBroker shared) : BrokerTest(shared)
{
    private static readonly TimeSpan Quick = TimeSpan.FromSeconds(4);

    [Fact]
    public async Task Nodes_work_by_themselves_while_the_broker_is_down_and_together_when_it_is_back()
    {
        var before = await JoinAsync();
        var meanwhile = NewNode(capacity: 0);
        await Broker.StopAsync(Cancel);
        try
        {
            await DisconnectedAsync(before);
            await meanwhile.StartAsync();
            var claimed = before.Claimed;
            before.Cluster.JobReady();
            await Soon(() => before.Claimed == claimed + 1);
            meanwhile.Cluster.State.ShouldBe(SignalsState.Disconnected);
        }
        finally
        {
            await Broker.StartAgainAsync(Cancel);
        }

        await Task.WhenAll(ConnectedAsync(before), ConnectedAsync(meanwhile));
        await Soon(() => before.Signals.Pending == 0);
        var known = before.Claimed;
        meanwhile.Cluster.JobReady();
        meanwhile.Cluster.CancelRequested(NewJob());
        await Soon(() => before.Claimed > known && before.Cancelled.Count == 1);
        before.Log.Warnings.ShouldHaveSingleItem().ShouldContain("polling");
        meanwhile.Log.Warnings.ShouldHaveSingleItem().ShouldContain("Connection refused");
    }

    [Fact]
    public async Task A_broker_that_is_killed_and_comes_back_is_used_again()
    {
        var (first, second) = (await JoinAsync(), await JoinAsync());
        var job = NewJob();

        await Broker.KillAsync(Cancel);
        try
        {
            await Task.WhenAll(DisconnectedAsync(first), DisconnectedAsync(second));
        }
        finally
        {
            await Broker.StartAgainAsync(Cancel);
        }

        await Task.WhenAll(ConnectedAsync(first), ConnectedAsync(second));
        first.Cluster.CancelRequested(job);
        first.Cluster.JobReady();

        // A quorum queue that was made moments before the crash may come back without a leader: the rest works all the same.
        await Soon(() => second.Cancelled.Contains(job) && first.Claimed + second.Claimed > 0);
    }

    [Fact]
    public async Task A_paused_broker_is_disconnected_although_its_connections_are_open()
    {
        var (busy, idle) = (await JoinAsync(), await JoinAsync(capacity: 0));
        await Broker.PauseAsync();
        try
        {
            busy.Cluster.JobReady();

            // The one misses the answer, the other the heartbeat.
            await Soon(() => busy.Claimed == 1);
            await DisconnectedAsync(idle);
        }
        finally
        {
            await Broker.ResumeAsync();
        }

        await Task.WhenAll(ConnectedAsync(busy), ConnectedAsync(idle));
        idle.Cluster.JobReady();
        await Soon(() => busy.Claimed >= 2);
    }

    [Fact]
    public async Task A_broker_short_of_memory_gets_no_messages_until_it_recovers()
    {
        var (first, second) = (await JoinAsync(), await JoinAsync(capacity: 0));
        await Broker.ControlAsync(["set_vm_memory_high_watermark", "absolute", "1"], Cancel);
        try
        {
            first.Cluster.JobReady();
            await Soon(() => first.Claimed == 1);
            await DisconnectedAsync(first);
            first.Log.Warnings.ShouldHaveSingleItem().ShouldContain("accepts no messages");
        }
        finally
        {
            await Broker.ControlAsync(["set_vm_memory_high_watermark", "0.4"], Cancel);
        }

        await ConnectedAsync(first);
        second.Cluster.JobReady();
        await Soon(() => first.Claimed >= 2);
    }

    [Fact]
    public async Task Signals_for_a_paused_broker_stay_bounded()
    {
        var node = await JoinAsync(capacity: 0);
        await Broker.PauseAsync();
        try
        {
            var before = GC.GetTotalMemory(forceFullCollection: true);
            for (var i = 0; i < 20_000; i++)
            {
                node.Cluster.JobReady();
                node.Cluster.JobProgressed(NewJob());
                node.Cluster.CancelRequested(NewJob());
                node.Cancelled.TryDequeue(out _);
            }

            (GC.GetTotalMemory(forceFullCollection: true) - before).ShouldBeLessThan(4_000_000);
        }
        finally
        {
            await Broker.ResumeAsync();
        }
    }

    [Theory]
    [InlineData("connected")]
    [InlineData("paused")]
    [InlineData("absent")]
    public async Task A_node_stops_quickly_however_the_broker_is(string how)
    {
        var node = how == "absent" ? await StartAsync(url: "amqp://127.0.0.1:1") : await JoinAsync();
        if (how == "paused")
        {
            await Broker.PauseAsync();
        }

        try
        {
            node.Cluster.JobReady();
            var started = TimeProvider.System.GetTimestamp();
            await node.StopLinkAsync();
            TimeProvider.System.GetElapsedTime(started).ShouldBeLessThan(Quick);
        }
        finally
        {
            await Broker.ResumeAsync();
        }
    }
}
