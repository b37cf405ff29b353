using System.Diagnostics;
using Reelwright.Messaging.Signals;
using Reelwright.Messaging.Tests.Fixture;

namespace Reelwright.Messaging.Tests.Cluster;

/// <summary>Signals of ready jobs go to the nodes that have room.</summary>
public sealed class ReadyTests(SharedBroker shared) : BrokerTest(shared)
{
    [Fact]
    public async Task A_job_created_on_a_full_node_is_signalled_to_another()
    {
        var full = await JoinAsync(capacity: 0);
        var other = await JoinAsync();

        full.Cluster.JobReady();

        await Soon(() => other.Claimed == 1);
        full.Claimed.ShouldBe(0);
    }

    [Fact]
    public async Task Ready_signals_are_distributed_among_the_nodes_with_room()
    {
        var full = await JoinAsync(capacity: 0);
        var first = await JoinAsync();
        var second = await JoinAsync();

        Ring(full, 40);

        await Soon(() => first.Claimed + second.Claimed == 40);
        first.Claimed.ShouldBeInRange(10, 30);
        full.Claimed.ShouldBe(0);
    }

    [Fact]
    public async Task A_node_consumes_what_it_has_room_for_and_leaves_the_rest()
    {
        var small = await JoinAsync(capacity: 3);
        var large = await JoinAsync(capacity: 500);

        Ring(small, 300);

        await Soon(() => small.Claimed + large.Claimed == 300);
        small.Claimed.ShouldBe(3);
    }

    [Fact]
    public async Task A_node_goes_on_when_it_has_room_again()
    {
        var node = await JoinAsync(capacity: 2);
        Ring(node, 40);
        await Soon(() => node.Claimed == 2);

        node.Grow(by: 1);
        await Soon(() => node.Claimed == 3);
        node.Grow(by: 100);

        await Soon(() => node.Claimed == 40);
    }

    [Fact]
    public async Task Deliveries_that_a_dead_node_did_not_claim_go_to_others()
    {
        var stuck = NewNode();
        await stuck.StartWithoutClaimingAsync();
        await ConnectedAsync(stuck);
        Ring(stuck, 10);
        await Soon(() => stuck.Signals.Pending == 10);
        var other = await JoinAsync();

        await stuck.StopLinkAsync();

        await Soon(() => other.Claimed == 10);
    }

    /// <summary>Whether the stop finds the rings waiting, being sent or being confirmed.</summary>
    [Theory]
    [InlineData(0)]
    [InlineData(0.1)]
    [InlineData(0.3)]
    [InlineData(1)]
    [InlineData(3)]
    public async Task A_stopping_node_still_signals_the_jobs_that_it_releases(double millisecondsLater)
    {
        const int HandedOver = SignalSendBuffer.MostReadyAtOnce + 5;
        var other = await JoinAsync();
        var stopping = await JoinAsync(capacity: 0);

        Ring(stopping, HandedOver);
        var rung = Stopwatch.GetTimestamp();
        SpinWait.SpinUntil(() => Stopwatch.GetElapsedTime(rung).TotalMilliseconds >= millisecondsLater);
        await stopping.StopLinkAsync();

        await Soon(() => other.Claimed == HandedOver);
    }

    private static void Ring(TestNode node, int times)
    {
        for (var i = 0; i < times; i++)
        {
            node.Cluster.JobReady();
        }
    }
}
