using System.Collections.Concurrent;
using Reelwright.Bench.Load;
using Reelwright.Bench.Reporting;
using Reelwright.Bench.Rig;

namespace Reelwright.Bench.Phases;

/// <summary>What callers feel on an ordinary day: 10 creations and 100 status questions a second, while the pipelines work.</summary>
internal static class RatePhase
{
    private const int Connections = 64;
    private const double CreationsPerSecond = 10;
    private const double QuestionsPerSecond = 100;
    private const int Seconds = 8;

    public static async Task RunAsync(TestRig rig, CancellationToken cancellationToken)
    {
        await using var cluster = await BenchCluster.StartAsync(rig, 1, cancellationToken);
        await rig.Fakes.BeginAsync(Delays.Live, cancellationToken);
        using var creators = await cluster.ConnectAsync(Connections, cancellationToken);
        using var readers = await cluster.ConnectAsync(Connections, cancellationToken);
        var jobs = new ConcurrentQueue<SentJob>();
        var answers = new ConcurrentQueue<TimeSpan>();
        jobs.Enqueue(await creators.CreateOneAsync(cancellationToken));
        await Task.WhenAll(
            creators.OpenLoopAsync(
                CreationsPerSecond,
                number => number < CreationsPerSecond * Seconds,
                async (connection, _, due) => jobs.Enqueue(await creators.CreateAsync(connection, due, cancellationToken)),
                cancellationToken),
            readers.OpenLoopAsync(
                QuestionsPerSecond,
                number => number < QuestionsPerSecond * Seconds,
                async (connection, number, due) => answers.Enqueue(await readers.StatusAsync(connection, Requests.Status(jobs.ElementAt(number % jobs.Count).Id), due, cancellationToken)),
                cancellationToken));
        await Finish.WaitAsync(rig.Fakes, jobs.Count, cancellationToken);
        await JobBatch.JudgeAsync(cluster, [.. jobs], cancellationToken);

        var (created, read) = (new Latencies(jobs.Select(job => job.Latency)), new Latencies(answers));
        rig.Results.Add(Figures.RateCreateP50, created.At(0.5));
        rig.Results.Add(Figures.RateCreateP99, created.At(0.99));
        rig.Results.Add(Figures.RateStatusP50, read.At(0.5));
        rig.Results.Add(Figures.RateStatusP99, read.At(0.99));
    }
}
