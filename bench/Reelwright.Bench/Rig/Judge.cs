using System.Collections.Concurrent;
using System.Text;
using System.Text.Json;
using Reelwright.Bench.Fakes;
using Reelwright.Bench.Load;
using Reelwright.Contracts.Jobs;
using Reelwright.Contracts.Json;

namespace Reelwright.Bench.Rig;

/// <summary>Whether the work was done right: every job completed at its exact cost, and each call bought exactly once.</summary>
internal static class Judge
{
    private const int Connections = 8;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan Glance = TimeSpan.FromMilliseconds(50);

    /// <exception cref="BenchFailedException">A job is not as it must be.</exception>
    public static async Task CheckJobsAsync(BenchCluster cluster, IReadOnlyList<SentJob> jobs, CancellationToken cancellationToken)
    {
        using var client = await cluster.ConnectAsync(Connections, cancellationToken);
        var open = new ConcurrentQueue<SentJob>(jobs);
        var started = TimeProvider.System.GetTimestamp();
        await client.ClosedLoopAsync(async connection =>
        {
            if (!open.TryDequeue(out var job))
            {
                return false;
            }

            await client.StatusAsync(connection, Requests.Status(job.Id), null, cancellationToken);
            var view = JsonSerializer.Deserialize(connection.Body, WireJson.Wire.JobView)!;
            if (view.Status is "queued" or "processing" && TimeProvider.System.GetElapsedTime(started) < Patience)
            {
                // Its film is made; the last commit may be on its way.
                open.Enqueue(job);
                await Task.Delay(Glance, TimeProvider.System, cancellationToken);
            }
            else if (!IsRight(view))
            {
                throw new BenchFailedException($"A job is not as it must be: {Encoding.UTF8.GetString(connection.Body)}");
            }

            return true;
        });
    }

    /// <exception cref="BenchFailedException">Something was bought twice, or not at all.</exception>
    public static void CheckBook(FakeReport book, int jobs)
    {
        if (book.BoughtTwice.Count > 0)
        {
            throw new BenchFailedException($"{book.BoughtTwice.Count} calls were bought twice, the first: {book.BoughtTwice[0]}");
        }

        if (book.Bought != jobs * Prices.CallsPerJob)
        {
            throw new BenchFailedException($"{jobs} jobs bought {book.Bought} calls instead of {jobs * Prices.CallsPerJob}.");
        }
    }

    private static bool IsRight(JobView job) =>
        job is { Status: "completed", Progress.Percentage: 100, Result: { } result } && job.Cost.Total == Prices.Job && result.GetProperty("scenes_generated").GetInt32() == Prices.Scenes;
}
