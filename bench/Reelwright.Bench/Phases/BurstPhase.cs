using Reelwright.Bench.Reporting;
using Reelwright.Bench.Rig;

namespace Reelwright.Bench.Phases;

/// <summary>200 and 1,000 jobs sent at once to services that take their time. The overhead includes the time in the queue.</summary>
internal static class BurstPhase
{
    private const int Small = 200;
    public const int Large = 1000;

    public static async Task RunAsync(TestRig rig, CancellationToken cancellationToken)
    {
        await using var cluster = await BenchCluster.StartAsync(rig, 1, cancellationToken);
        var small = await JobBatch.RunAsync(cluster, Small, Delays.Live, cancellationToken);
        rig.Results.Add(Figures.SmallBurstRate, small.PerSecond);
        rig.Results.Add(Figures.SmallBurstP50, small.Overheads.At(0.5));
        rig.Results.Add(Figures.SmallBurstP95, small.Overheads.At(0.95));
        var large = await JobBatch.RunAsync(cluster, Large, Delays.Live, cancellationToken);
        rig.Results.Add(Figures.LargeBurstRate, large.PerSecond);
        rig.Results.Add(Figures.LargeBurstP50, large.Overheads.At(0.5));
        rig.Results.Add(Figures.LargeBurstP95, large.Overheads.At(0.95));
    }
}
