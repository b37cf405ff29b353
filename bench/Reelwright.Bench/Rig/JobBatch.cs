using System.Collections.Concurrent;
using Reelwright.Bench.Fakes;
using Reelwright.Bench.Load;
using Reelwright.Bench.Measuring;

namespace Reelwright.Bench.Rig;

/// <summary>Jobs sent all at once, and what became of them: all completed, nothing bought twice, or there is no batch.</summary>
internal sealed record JobBatch
{
    private const int Connections = 32;

    public required IReadOnlyList<SentJob> Jobs { get; init; }

    public required FakeReport Book { get; init; }

    public required IReadOnlyDictionary<Guid, DateTimeOffset> Completions { get; init; }

    /// <summary>Until the last film was made; of what <see cref="RunAsync"/> ran.</summary>
    public TimeSpan ServerCpu { get; private init; }

    /// <inheritdoc cref="ServerCpu"/>
    public TimeSpan DatabaseCpu { get; private init; }

    public double PerSecond => Jobs.Count / (Jobs.Max(EndOf) - Jobs.Min(job => job.SentAt)).TotalSeconds;

    /// <summary>From the sending of a job to its completion, without what the fake services worked on it one after the other.</summary>
    public Latencies Overheads => new(Jobs.Select(job => EndOf(job) - job.SentAt - Book.Jobs[job.Id].CriticalPath()));

    /// <param name="cluster">Where to.</param>
    /// <param name="count">How many.</param>
    /// <param name="settings">Of the fake services.</param>
    /// <param name="cancellationToken">Bounds it.</param>
    public static async Task<JobBatch> RunAsync(BenchCluster cluster, int count, FakeSettings settings, CancellationToken cancellationToken)
    {
        var rig = cluster.Rig;
        await rig.Fakes.BeginAsync(settings, cancellationToken);
        var server = cluster.MeasureCpu();
        var database = new CpuMeter(rig.Database.ProcessId is { } id ? [id] : []);
        var jobs = await SendAsync(cluster, count, cancellationToken);
        await Finish.WaitAsync(rig.Fakes, count, cancellationToken);
        var (serverCpu, databaseCpu) = (server.Elapsed, database.Elapsed);
        return await JudgeAsync(cluster, jobs, cancellationToken) with { ServerCpu = serverCpu, DatabaseCpu = databaseCpu };
    }

    public static async Task<IReadOnlyList<SentJob>> SendAsync(BenchCluster cluster, int count, CancellationToken cancellationToken)
    {
        using var client = await cluster.ConnectAsync(Math.Min(Connections, count), cancellationToken);
        var jobs = new ConcurrentQueue<SentJob>();
        var begun = 0;
        await client.ClosedLoopAsync(async connection =>
        {
            if (Interlocked.Increment(ref begun) > count)
            {
                return false;
            }

            jobs.Enqueue(await client.CreateAsync(connection, null, cancellationToken));
            return true;
        });
        return [.. jobs];
    }

    /// <summary>Of jobs whose films are made.</summary>
    public static async Task<JobBatch> JudgeAsync(BenchCluster cluster, IReadOnlyList<SentJob> jobs, CancellationToken cancellationToken)
    {
        await Judge.CheckJobsAsync(cluster, jobs, cancellationToken);
        var book = await cluster.Rig.Fakes.ReportAsync(cancellationToken);
        Judge.CheckBook(book, jobs.Count);
        var completions = await cluster.Rig.Database.CompletionsAsync(cancellationToken);
        return new JobBatch { Jobs = jobs, Book = book, Completions = completions };
    }

    /// <summary>By the database's clock, which is the machine's; the film can't have been there before its answer left.</summary>
    private DateTimeOffset EndOf(SentJob job)
    {
        var answered = new DateTimeOffset(Book.Jobs[job.Id].LastAnswer, TimeSpan.Zero);
        return Completions[job.Id] > answered ? Completions[job.Id] : answered;
    }
}
