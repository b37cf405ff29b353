using Reelwright.Bench.Fakes;
using Reelwright.Bench.Measuring;
using Reelwright.Bench.Reporting;
using Reelwright.Bench.Rig;

namespace Reelwright.Bench.Phases;

/// <summary>Jobs sent at once to services that answer at once: what the orchestrator and its database cost.</summary>
internal static class DrainPhase
{
    public const int Jobs = 500;

    public static async Task RunAsync(TestRig rig, CancellationToken cancellationToken)
    {
        await using var cluster = await BenchCluster.StartAsync(rig, 1, cancellationToken);
        var batch = await JobBatch.RunAsync(cluster, Jobs, new FakeSettings(), cancellationToken);
        rig.Results.Add(Figures.DrainRate, batch.PerSecond);
        rig.Results.Add(Figures.DrainCpu, batch.ServerCpu.TotalMilliseconds / Jobs);
        if (rig.Database.ProcessId is not null)
        {
            rig.Results.Add(Figures.DrainDatabaseCpu, batch.DatabaseCpu.TotalMilliseconds / Jobs);
        }

        rig.Results.Add(Figures.DrainMemory, ProcessTree.Memory(cluster.Nodes[0].Id).Peak);
    }
}
