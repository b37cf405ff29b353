using Reelwright.Bench.Fakes;
using Reelwright.Bench.Reporting;
using Reelwright.Bench.Rig;

namespace Reelwright.Bench.Phases;

/// <summary>The drain and the large burst again, on two nodes over one database, on the same machine.</summary>
internal static class NodesPhase
{
    public static async Task RunAsync(TestRig rig, CancellationToken cancellationToken)
    {
        await using var cluster = await BenchCluster.StartAsync(rig, 2, cancellationToken);
        var drain = await JobBatch.RunAsync(cluster, DrainPhase.Jobs, new FakeSettings(), cancellationToken);
        rig.Results.Add(Figures.TwoNodesDrainRate, drain.PerSecond);
        rig.Results.Add(Figures.TwoNodesDrainCpu, drain.ServerCpu.TotalMilliseconds / DrainPhase.Jobs);
        var burst = await JobBatch.RunAsync(cluster, BurstPhase.Large, Delays.Live, cancellationToken);
        rig.Results.Add(Figures.TwoNodesBurstRate, burst.PerSecond);
    }
}
