using System.Collections.Concurrent;
using System.Globalization;
using Reelwright.Bench.Fakes;
using Reelwright.Bench.Load;
using Reelwright.Bench.Measuring;
using Reelwright.Bench.Reporting;
using Reelwright.Bench.Rig;

namespace Reelwright.Bench.Phases;

/// <summary>
/// 5,000 jobs in flight: the video service accepts each clip with 202 and takes 30 s, all else is done at once. Meanwhile 100 status
/// questions a second are asked, from the last creation to the last film, and the node's heartbeats are watched.
/// </summary>
internal static class FlightPhase
{
    private const int Jobs = 5000;
    private const int VideoTakes = 30_000;
    private const int Connections = 64;
    private const double QuestionsPerSecond = 100;

    public static async Task RunAsync(TestRig rig, CancellationToken cancellationToken)
    {
        var limit = ("Reelwright__Engine__MaxJobsInFlight", Jobs.ToString(CultureInfo.InvariantCulture));
        var settings = new FakeSettings { TypicalVideoSeconds = VideoTakes / 1000 };
        await rig.Fakes.BeginAsync(settings, cancellationToken);
        await using var cluster = await BenchCluster.StartColdAsync(rig, 1, cancellationToken, limit);
        await cluster.WarmUpAsync(settings, cancellationToken);
        await rig.Fakes.BeginAsync(settings with { Delays = [0, 0, VideoTakes, 0], AcceptsVideo = true }, cancellationToken);
        await using var watch = HeartbeatWatch.Start(rig.Database);
        var cpu = cluster.MeasureCpu();
        var jobs = await JobBatch.SendAsync(cluster, Jobs, cancellationToken);

        using var readers = await cluster.ConnectAsync(Connections, cancellationToken);
        var answers = new ConcurrentQueue<TimeSpan>();
        var finish = Finish.WaitAsync(rig.Fakes, Jobs, cancellationToken);
        await readers.OpenLoopAsync(
            QuestionsPerSecond,
            _ => !finish.IsCompleted,
            async (connection, number, due) => answers.Enqueue(await readers.StatusAsync(connection, Requests.Status(jobs[number * 7919 % Jobs].Id), due, cancellationToken)),
            cancellationToken);
        await finish;
        var used = cpu.Elapsed;
        var batch = await JobBatch.JudgeAsync(cluster, jobs, cancellationToken);

        rig.Results.Add(Figures.FlightMost, batch.Book.MostJobs);
        rig.Results.Add(Figures.FlightMemory, ProcessTree.Memory(cluster.Nodes[0].Id).Peak);
        rig.Results.Add(Figures.FlightStatusP95, new Latencies(answers).At(0.95));
        rig.Results.Add(Figures.FlightGap, watch.LargestGap.TotalSeconds);
        rig.Results.Add(Figures.FlightCpu, used.TotalMilliseconds / Jobs);
        rig.Results.Add(Figures.FlightPolls, (double)batch.Book.Polls / (Jobs * Prices.Scenes));
    }
}
