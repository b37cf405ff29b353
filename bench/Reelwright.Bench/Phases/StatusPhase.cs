using System.Collections.Concurrent;
using Reelwright.Bench.Fakes;
using Reelwright.Bench.Load;
using Reelwright.Bench.Reporting;
using Reelwright.Bench.Rig;

namespace Reelwright.Bench.Phases;

/// <summary>Single completed jobs, read as fast as 32 connections go.</summary>
internal static class StatusPhase
{
    private const int Connections = 32;
    private const int Jobs = 500;
    private static readonly TimeSpan Duration = TimeSpan.FromSeconds(4);

    public static async Task RunAsync(TestRig rig, CancellationToken cancellationToken)
    {
        await using var cluster = await BenchCluster.StartAsync(rig, 1, cancellationToken);
        var batch = await JobBatch.RunAsync(cluster, Jobs, new FakeSettings(), cancellationToken);
        var requests = batch.Jobs.Select(job => Requests.Status(job.Id)).ToArray();
        using var client = await cluster.ConnectAsync(Connections, cancellationToken);
        var latencies = new ConcurrentQueue<TimeSpan>();
        var asked = 0;
        var cpu = cluster.MeasureCpu();
        var started = TimeProvider.System.GetTimestamp();
        await client.ClosedLoopAsync(async connection =>
        {
            latencies.Enqueue(await client.StatusAsync(connection, requests[Interlocked.Increment(ref asked) % requests.Length], null, cancellationToken));
            return TimeProvider.System.GetElapsedTime(started) < Duration;
        });
        rig.Results.Add(Figures.StatusRate, asked / TimeProvider.System.GetElapsedTime(started).TotalSeconds);
        rig.Results.Add(Figures.StatusCpu, cpu.Elapsed.TotalMilliseconds / asked);
        rig.Results.Add(Figures.StatusP99, new Latencies(latencies).At(0.99));
    }
}
