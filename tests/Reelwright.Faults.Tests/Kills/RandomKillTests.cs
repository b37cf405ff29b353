using Reelwright.Testing.Clusters;
using Reelwright.Testing.Fakes;

namespace Reelwright.Faults.Tests.Kills;

public sealed class RandomKillTests(FaultServer server) : FaultTest(server)
{
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
