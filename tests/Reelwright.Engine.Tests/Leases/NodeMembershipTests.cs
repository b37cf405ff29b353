using Reelwright.Engine.Store;
using Reelwright.Engine.Tests.Runs;

namespace Reelwright.Engine.Tests.Leases;

/// <summary>When a node may spend, and when it gives its lease up, by the clock that nobody can turn back.</summary>
public sealed class NodeMembershipTests : ClusterTest
{
    [Fact]
    public void Before_it_has_joined_a_node_may_spend_nothing()
    {
        var membership = Cluster.NewNode().Membership;

        membership.MaySpend.ShouldBeFalse();
        membership.Current.ShouldBeNull();
    }

    [Theory]
    [InlineData(0, true)]
    [InlineData(3.4, true)]
    [InlineData(3.5, false)]
    [InlineData(60, false)]
    public async Task A_node_that_does_not_renew_stops_spending_a_margin_before_its_lease_ends(double seconds, bool may)
    {
        var node = await Cluster.JoinAsync();

        Cluster.Time.Advance(TimeSpan.FromSeconds(seconds));

        node.Membership.MaySpend.ShouldBe(may);
        node.Membership.MaySpendUnder(node.Lease).ShouldBe(may);
        node.Membership.MaySpendUnder(node.Lease with { Epoch = node.Lease.Epoch + 1 }).ShouldBeFalse();
    }

    [Fact]
    public async Task A_lease_that_ran_out_by_our_own_clock_is_given_up_and_whoever_works_under_it_is_told()
    {
        var node = await Cluster.JoinAsync();
        var (lease, lost) = node.Membership.Current!.Value;

        Cluster.Time.Advance(TimeSpan.FromSeconds(4.9));
        node.Membership.LoseIfOverdue();
        lost.IsCancellationRequested.ShouldBeFalse();
        Cluster.Time.Advance(TimeSpan.FromSeconds(0.1));
        node.Membership.LoseIfOverdue();

        lost.IsCancellationRequested.ShouldBeTrue();
        (await node.Membership.RenewAsync(CancellationToken.None)).ShouldBeTrue();
        node.Lease.Node.ShouldBe(lease.Node);
        node.Lease.Epoch.ShouldBeGreaterThan(lease.Epoch);
        node.Membership.Current!.Value.Lost.IsCancellationRequested.ShouldBeFalse();
    }

    [Fact]
    public async Task A_renewal_that_the_database_did_not_confirm_buys_no_time()
    {
        var node = await Cluster.JoinAsync();
        Cluster.Time.Advance(TimeSpan.FromSeconds(2));
        Cluster.Store.LoseAnswers(verb => verb == nameof(IJobStore.HeartbeatAsync));
        await Should.ThrowAsync<IOException>(node.Membership.RenewAsync(CancellationToken.None));

        Cluster.Time.Advance(TimeSpan.FromSeconds(1.5));

        node.Membership.MaySpend.ShouldBeFalse();
    }
}
