using Reelwright.Bench.Measuring;
using Reelwright.Bench.Reporting;
using Reelwright.Bench.Rig;

namespace Reelwright.Bench.Phases;

/// <summary>From the start of the process, on an empty database, to the first healthy answer.</summary>
internal static class StartPhase
{
    private static readonly TimeSpan Idle = TimeSpan.FromSeconds(1);

    public static async Task RunAsync(TestRig rig, CancellationToken cancellationToken)
    {
        await using var cluster = await BenchCluster.StartColdAsync(rig, 1, cancellationToken);
        rig.Results.Add(Figures.Start, cluster.Nodes[0].StartedIn.TotalMilliseconds);
        await Task.Delay(Idle, TimeProvider.System, cancellationToken);
        rig.Results.Add(Figures.IdleMemory, ProcessTree.Memory(cluster.Nodes[0].Id).Now);
    }
}
