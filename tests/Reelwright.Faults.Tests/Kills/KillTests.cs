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

    [Fact]
    public async Task Random_kills_of_three_nodes_lose_nothing_and_buy_nothing_twice()
    {
        var kills = Form.Of(10, 100);
        var chance = new Random(Form.Seed);
        Say($"{kills} kills; REELWRIGHT_FAULT_SEED={Form.Seed} repeats them");
        await StartAsync(new ClusterPlan { Nodes = 3, Fakes = new FakeSettings().ForAll(service => service with { DelayMs = 500 }) });

        using var over = CancellationTokenSource.CreateLinkedTokenSource(Cancelled);
        var load = KeepBusyAsync(TimeSpan.FromMilliseconds(100), over.Token);
        for (var kill = 0; kill < kills; kill++)
        {
            var victim = Cluster[chance.Next(3)];
            await PauseAsync(TimeSpan.FromSeconds(0.3 + (2.2 * chance.NextDouble())));
            await Cluster.KillAsync(victim, Cancelled);
            await PauseAsync(TimeSpan.FromSeconds(chance.NextDouble()));
            await victim.StartAgainAsync(Cancelled);
        }

        await over.CancelAsync();
        await load;
        var report = await ShouldKeepItsPromisesAsync(new ClusterCheck(Cluster) { Bound = TimeSpan.FromSeconds(120) });
        report.Completed.ShouldBeInRange(Cluster.Accepted.Count, Cluster.Accepted.Count + Cluster.Doubtful);
        report.Recoveries.ShouldNotBeEmpty();
    }
}
