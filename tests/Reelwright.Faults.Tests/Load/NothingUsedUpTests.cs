using Reelwright.Testing.Clusters;
using Reelwright.Testing.Processes;
using Reelwright.Testing.Time;

namespace Reelwright.Faults.Tests.Load;

/// <summary>What a burst of jobs takes is given back when it is over: handles, threads and memory.</summary>
[Collection(Timed.Name)]
public sealed class NothingUsedUpTests(FaultServer server) : FaultTest(server)
{
    private const int Spare = 50;
    private const long SpareBytes = 200L << 20;

    [Fact]
    public async Task After_each_of_equal_bursts_a_node_holds_what_it_held_before()
    {
        var jobs = Form.Of(150, 1500);
        await StartAsync(new ClusterPlan { Nodes = 1 });
        var node = Cluster[0].Process;

        // The first also fills pools and caches, and has the code compiled. Kept connections are closed after 4 s.
        await BurstAsync(jobs);
        await PauseAsync(TimeSpan.FromSeconds(6));
        var before = Held.By(node);
        for (var burst = 0; burst < 2; burst++)
        {
            await BurstAsync(jobs);
            await Eventually.Within(
                Bound,
                () => Held.By(node) is var now && now.Handles <= before.Handles + Spare && now.Threads <= before.Threads + Spare && now.Bytes <= before.Bytes + SpareBytes,
                Cancelled,
                $"{before} and no more");
            Say($"{Held.By(node)}, before {before}");
        }

        (await ShouldKeepItsPromisesAsync()).Completed.ShouldBe(3 * jobs);
    }

    private async Task BurstAsync(int jobs)
    {
        foreach (var part in Enumerable.Range(0, jobs).Chunk(50))
        {
            await Cluster.CreateManyAsync(part.Length, Cancelled);
        }

        await Eventually.Within(Bound, async () => (await Cluster.QueryAsync("SELECT count(*) FROM job_work", Cancelled)).Trim() == "0", Cancelled);
    }

    private sealed record Held(int Handles, int Threads, long Bytes)
    {
        public static Held By(ReelwrightProcess node) => new(node.OpenHandles, node.Threads, node.ResidentBytes);
    }
}
