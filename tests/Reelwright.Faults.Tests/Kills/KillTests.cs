using Reelwright.Testing.Clusters;
using Reelwright.Testing.Fakes;

namespace Reelwright.Faults.Tests.Kills;

/// <summary>Nodes that die without a word.</summary>
[Collection(Timed.Name)]
public sealed class KillTests(FaultServer server) : FaultTest(server)
{
    private static readonly FakeSettings Slow = new FakeSettings().ForAll(service => service with { DelayMs = 300 });

    [Fact]
    public async Task Jobs_of_a_killed_node_go_on_elsewhere_within_eight_seconds()
    {
        await StartAsync(new ClusterPlan { Fakes = Slow });
        await Cluster.CreateManyAsync(120, Cancelled);
        await InBookAsync(entry => entry is { Event: BookEvent.Bought, Stage: "video_generation" });

        await Cluster.KillAsync(await Cluster.BusiestAsync(Cancelled), Cancelled);

        var report = await ShouldKeepItsPromisesAsync();
        report.Completed.ShouldBe(120);
        report.Recoveries.ShouldNotBeEmpty();
        report.LongestRecovery.ShouldBeLessThan(RecoveryBound);
    }

    [Fact]
    public async Task One_node_that_starts_after_all_were_killed_takes_up_everything_by_itself()
    {
        await StartAsync(new ClusterPlan { Nodes = 3, Fakes = Slow });
        await Cluster.CreateManyAsync(90, Cancelled);
        await InBookAsync(entry => entry is { Event: BookEvent.Bought, Stage: "video_generation" });

        await Task.WhenAll(Cluster.Nodes.Select(node => Cluster.KillAsync(node, Cancelled)));
        await Cluster[1].StartAgainAsync(Cancelled);

        var report = await ShouldKeepItsPromisesAsync();
        report.Completed.ShouldBe(90);
        report.Recoveries.ShouldNotBeEmpty();
    }
}
