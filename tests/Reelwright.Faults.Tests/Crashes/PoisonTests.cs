using Reelwright.Testing.Builders;
using Reelwright.Testing.Clusters;
using Reelwright.Testing.Crashes;
using Reelwright.Testing.Time;

namespace Reelwright.Faults.Tests.Crashes;

public sealed class PoisonTests(FaultServer server) : FaultTest(server)
{
    [Theory]
    [InlineData(0, 3)]
    [InlineData(10, 5)]
    public async Task A_job_that_kills_every_node_that_takes_it_is_failed_and_its_neighbours_are_finished(int neighbours, int mostDeaths)
    {
        using var crash = new CrashEnvironment(CrashPoint.BeforeIntent, 1);
        await StartAsync(new ClusterPlan
        {
            LeaseTime = TimeSpan.FromSeconds(2),
            Environment = new Dictionary<string, string?>(crash.Variables) { [CrashPoint.AboutVariable] = "poison" },
        });
        using var over = CancellationTokenSource.CreateLinkedTokenSource(Cancelled);
        var supervisor = StartDeadNodesAsync(over.Token);

        // The key finds the job when the node died over its own answer.
        var poison = await AskUntilAnsweredAsync(() => Cluster[0].Api.CreateAsync(Ads.Request() with { Prompt = "An ad for a bottle of poison" }, Cancelled, "poison"));
        await Task.WhenAll(Enumerable.Range(0, neighbours).Select(number => AskUntilAnsweredAsync(() => Cluster[number % 2].Api.CreateAsync(Ads.Request(), Cancelled, $"{number}"))));

        var ended = await AskUntilAnsweredAsync(() => Cluster[0].Api.WaitForEndAsync(poison.JobId, Bound, Cancelled));
        ended.Status.ShouldBe("failed");
        ended.Error!.Value.GetProperty("code").GetString().ShouldBe("INTERNAL_ERROR");
        ended.Cost.Total.ShouldBe(0m);
        await Eventually.Within(Bound, async () => (await Cluster.QueryAsync("SELECT count(*) FROM jobs WHERE status = 'completed'", Cancelled)).Trim() == $"{neighbours}", Cancelled);
        await over.CancelAsync();
        (await supervisor).ShouldBeInRange(3, mostDeaths);
    }

    /// <summary>Like systemd. Returns how often it had to.</summary>
    private async Task<int> StartDeadNodesAsync(CancellationToken stopping)
    {
        var times = 0;
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(200));
        try
        {
            while (await timer.WaitForNextTickAsync(stopping))
            {
                foreach (var dead in Cluster.Nodes.Where(node => node.Process.HasExited))
                {
                    times++;
                    await dead.BeginAsync();
                }
            }
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
        }

        return times;
    }

    private static async Task<T> AskUntilAnsweredAsync<T>(Func<Task<T>> ask)
    {
        while (true)
        {
            try
            {
                return await ask();
            }
            catch (HttpRequestException)
            {
                await PauseAsync(TimeSpan.FromMilliseconds(100));
            }
        }
    }
}
