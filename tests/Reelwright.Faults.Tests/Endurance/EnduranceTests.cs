using System.Net;
using Reelwright.Testing.Api;
using Reelwright.Testing.Brokers;
using Reelwright.Testing.Clusters;
using Reelwright.Testing.Fakes;

namespace Reelwright.Faults.Tests.Endurance;

/// <summary>
/// Three nodes, of which one is killed every 3 seconds and started again, while jobs keep coming: 5 minutes and 1,000 jobs in the long
/// form. Nothing is lost, nothing is bought twice, whatever carries the signals and whatever happens to the database meanwhile.
/// </summary>
public sealed class EnduranceTests(FaultServer server) : FaultTest(server)
{
    private const int Clients = 6;

    private static readonly TimeSpan Between = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan Length = Form.Of(TimeSpan.FromSeconds(15), TimeSpan.FromMinutes(5));
    private static readonly int Jobs = Form.Of(40, 1000);

    [Fact]
    public async Task Without_a_broker()
    {
        await StartAsync(Plan(broker: null));
        await EndureAsync(_ => Task.CompletedTask);
    }

    [Fact]
    public async Task With_a_broker()
    {
        await using var broker = await RabbitBroker.StartAsync(Cancelled);
        await StartAsync(Plan(broker));
        await EndureAsync(_ => Task.CompletedTask);
    }

    [Fact]
    public async Task With_a_broker_that_is_away_for_a_minute_in_the_middle()
    {
        await using var broker = await RabbitBroker.StartAsync(Cancelled);
        await StartAsync(Plan(broker));
        await EndureAsync(async stopping =>
        {
            await Task.Delay(Length * 0.4, TimeProvider.System, stopping);
            await broker.StopAsync(Cancelled);
            await Task.Delay(Length * 0.2, TimeProvider.System, stopping);
            await broker.StartAgainAsync(Cancelled);
        });
    }

    [Fact]
    public async Task While_the_database_is_restarted_every_twenty_seconds()
    {
        await using var own = await ClusterServer.StartAsync(Cancelled);
        await StartAsync(Plan(broker: null), own);
        await EndureAsync(async stopping =>
        {
            while (true)
            {
                await Task.Delay(Form.Of(TimeSpan.FromSeconds(6), TimeSpan.FromSeconds(20)), TimeProvider.System, stopping);
                await own.Server.CrashAsync(Cancelled);
                await own.Server.StartAsync(Cancelled);
            }
        });
    }

    private static ClusterPlan Plan(RabbitBroker? broker) => new()
    {
        Nodes = 3,
        Fakes = new FakeSettings().ForAll(service => service with { DelayMs = 500 }),
        Environment = broker is null ? new Dictionary<string, string?>() : new Dictionary<string, string?> { ["RABBITMQ_URL"] = broker.Url },
    };

    private async Task EndureAsync(Func<CancellationToken, Task> disturbance)
    {
        var chance = new Random(Form.Seed);
        Say($"{Jobs} jobs in {Length}; REELWRIGHT_FAULT_SEED={Form.Seed} kills the same nodes again");
        using var over = CancellationTokenSource.CreateLinkedTokenSource(Cancelled);
        var load = Task.WhenAll(Enumerable.Range(0, Clients).Select(_ => CreateAsync()));
        var kills = KillAsync(chance, over.Token);
        var disturbed = UntilOverAsync(disturbance, over.Token);
        await Task.WhenAll(load, PauseAsync(Length));
        await over.CancelAsync();
        await disturbed;

        var report = await ShouldKeepItsPromisesAsync(new ClusterCheck(Cluster) { Bound = TimeSpan.FromMinutes(3) });
        Say($"{await kills} kills; {Cluster.Accepted.Count} jobs accepted, {Cluster.Doubtful} creations without an answer, {report.Completed} completed");
        Cluster.Accepted.Count.ShouldBeGreaterThanOrEqualTo(Jobs);
        report.Completed.ShouldBeInRange(Cluster.Accepted.Count, Cluster.Accepted.Count + Cluster.Doubtful);
    }

    /// <summary>
    /// One of several clients that share the jobs, and go on until all are accepted. A node that is dead or just starting answers nothing.
    /// </summary>
    private async Task CreateAsync()
    {
        using var pace = new PeriodicTimer(Length * 0.9 / Jobs * Clients);
        while (Cluster.Accepted.Count < Jobs && await pace.WaitForNextTickAsync(Cancelled))
        {
            try
            {
                await Cluster.CreateAsync(Cancelled);
            }
            catch (Exception exception) when (exception is HttpRequestException or UnexpectedAnswerException { Status: HttpStatusCode.ServiceUnavailable })
            {
            }
        }
    }

    private async Task<int> KillAsync(Random chance, CancellationToken over)
    {
        var kills = 0;
        while (true)
        {
            await Task.Delay(Between, TimeProvider.System, over).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (over.IsCancellationRequested)
            {
                return kills;
            }

            // Without the database as a witness of when: it may be away at this moment.
            var victim = Cluster[chance.Next(Cluster.Nodes.Count)];
            await victim.Process.KillAsync(Cancelled);
            await victim.BeginAsync();
            kills++;
        }
    }

    private static async Task UntilOverAsync(Func<CancellationToken, Task> disturbance, CancellationToken over)
    {
        try
        {
            await disturbance(over);
        }
        catch (OperationCanceledException) when (over.IsCancellationRequested)
        {
        }
    }
}
