using System.Collections.Concurrent;
using Reelwright.Bench.Load;
using Reelwright.Bench.Reporting;
using Reelwright.Bench.Rig;

namespace Reelwright.Bench.Phases;

/// <summary>What the orchestrator adds to the services' own time when there is little to do: 4 jobs a second.</summary>
internal static class OverheadPhase
{
    private const int Connections = 8;
    private const double PerSecond = 4;
    private const int Jobs = 40;

    public static async Task RunAsync(TestRig rig, CancellationToken cancellationToken)
    {
        await using var cluster = await BenchCluster.StartAsync(rig, 1, cancellationToken);
        await rig.Fakes.BeginAsync(Delays.Live, cancellationToken);
        using var client = await cluster.ConnectAsync(Connections, cancellationToken);
        var jobs = new ConcurrentQueue<SentJob>();
        await client.OpenLoopAsync(
            PerSecond,
            number => number < Jobs,
            async (connection, _, due) => jobs.Enqueue(await client.CreateAsync(connection, due, cancellationToken)),
            cancellationToken);
        await Finish.WaitAsync(rig.Fakes, Jobs, cancellationToken);
        var batch = await JobBatch.JudgeAsync(cluster, [.. jobs], cancellationToken);
        rig.Results.Add(Figures.OverheadP50, batch.Overheads.At(0.5));
        rig.Results.Add(Figures.OverheadP95, batch.Overheads.At(0.95));
    }
}
