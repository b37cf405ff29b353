using System.Globalization;
using Reelwright.Testing.Clusters;
using Reelwright.Testing.Fakes;

namespace Reelwright.Faults.Tests.Load;

/// <summary>More jobs in flight than there are threads, sockets or seconds for.</summary>
[Collection(Timed.Name)]
public sealed class ManyInFlightTests(FaultServer server) : FaultTest(server)
{
    private const long Gibibyte = 1L << 30;

    [Fact]
    public async Task Jobs_that_wait_for_long_clips_cost_little_memory_and_no_heartbeat_is_late()
    {
        var count = Form.Of(300, 5000);
        await StartAsync(new ClusterPlan
        {
            Fakes = FakeSettings.LongRunning with { VideoGeneration = FakeSettings.LongRunning.VideoGeneration with { DelayMs = Form.Of(8_000, 120_000) } },
            Environment = new Dictionary<string, string?>
            {
                ["Reelwright__Engine__MaxJobsInFlight"] = "5000",
                ["Reelwright__Services__VideoGeneration__MaxPollInterval"] = "00:00:05",
                ["Reelwright__Services__VideoGeneration__MinPollInterval"] = "00:00:00.500",
            },
        });
        using var over = CancellationTokenSource.CreateLinkedTokenSource(Cancelled);
        var watch = WatchAsync(over.Token);

        foreach (var part in Enumerable.Range(0, count).Chunk(100))
        {
            await Cluster.CreateManyAsync(part.Length, Cancelled);
        }

        var report = await ShouldKeepItsPromisesAsync(new ClusterCheck(Cluster) { Bound = TimeSpan.FromMinutes(Form.Of(2, 12)) });
        await over.CancelAsync();
        var (silence, memory) = await watch;
        Say($"longest silence of a node {silence.TotalSeconds:0.0} s, most memory {memory / 1_000_000} MB");
        report.Completed.ShouldBe(count);
        report.Claims.ShouldBe(count, "nobody was taken for dead");
        silence.ShouldBeLessThan(TimeSpan.FromSeconds(3.5), "that is when a node stops paid calls");
        memory.ShouldBeLessThan(Gibibyte);
    }

    private async Task<(TimeSpan Silence, long Memory)> WatchAsync(CancellationToken stopping)
    {
        var (silence, memory) = (0.0, 0L);
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(500));
        try
        {
            while (await timer.WaitForNextTickAsync(stopping))
            {
                var seconds = await Cluster.QueryAsync("SELECT max(extract(epoch FROM clock_timestamp() - last_seen)) FROM nodes WHERE alive", Cancelled);
                silence = Math.Max(silence, double.Parse(seconds, CultureInfo.InvariantCulture));
                memory = Math.Max(memory, Cluster.Nodes.Max(node => node.Process.ResidentBytes));
            }
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
        }

        return (TimeSpan.FromSeconds(silence), memory);
    }
}
