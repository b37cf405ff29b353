using System.Collections.Concurrent;
using Reelwright.Bench.Fakes;
using Reelwright.Bench.Load;
using Reelwright.Bench.Reporting;
using Reelwright.Bench.Rig;

namespace Reelwright.Bench.Phases;

/// <summary>
/// Creations as fast as 32 connections go, while the pipelines stand still in the parser. Afterwards all of them are let through and
/// judged.
/// </summary>
internal static class CreatePhase
{
    private const int Connections = 32;
    private const int ParkedFor = 9000;
    private static readonly TimeSpan Duration = TimeSpan.FromSeconds(4);

    public static async Task RunAsync(TestRig rig, CancellationToken cancellationToken)
    {
        await using var cluster = await BenchCluster.StartAsync(rig, 1, cancellationToken);
        using var client = await cluster.ConnectAsync(Connections, cancellationToken);
        await rig.Fakes.BeginAsync(FakeSettings.Taking(ParkedFor, 0, 0, 0), cancellationToken);
        var jobs = new ConcurrentQueue<SentJob>();
        var cpu = cluster.MeasureCpu();
        var started = TimeProvider.System.GetTimestamp();
        await client.ClosedLoopAsync(async connection =>
        {
            jobs.Enqueue(await client.CreateAsync(connection, null, cancellationToken));
            return TimeProvider.System.GetElapsedTime(started) < Duration;
        });
        var (seconds, used) = (TimeProvider.System.GetElapsedTime(started).TotalSeconds, cpu.Elapsed);

        await rig.Fakes.ChangeAsync(new FakeSettings(), cancellationToken);
        await Finish.WaitAsync(rig.Fakes, jobs.Count, cancellationToken);
        await JobBatch.JudgeAsync(cluster, [.. jobs], cancellationToken);

        rig.Results.Add(Figures.CreateRate, jobs.Count / seconds);
        rig.Results.Add(Figures.CreateCpu, used.TotalMilliseconds / jobs.Count);
        rig.Results.Add(Figures.CreateP99, new Latencies(jobs.Select(job => job.Latency)).At(0.99));
    }
}
