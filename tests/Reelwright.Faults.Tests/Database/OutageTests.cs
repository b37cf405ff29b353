using System.Net;
using Npgsql;
using Reelwright.Storage.Postgres;
using Reelwright.Testing.Api;
using Reelwright.Testing.Builders;
using Reelwright.Testing.Clusters;
using Reelwright.Testing.Fakes;
using Reelwright.Testing.Time;

namespace Reelwright.Faults.Tests.Database;

/// <summary>A PostgreSQL that goes away, throws its clients out, or takes no writes, under two nodes at work.</summary>
public sealed class OutageTests(FaultServer server) : FaultTest(server)
{
    private static readonly FakeSettings Slow = new FakeSettings().ForAll(service => service with { DelayMs = 300 });

    [Fact]
    public async Task A_server_that_crashes_again_and_again_costs_time_and_no_job()
    {
        await using var own = await ClusterServer.StartAsync(Cancelled);
        await StartAsync(new ClusterPlan { Fakes = Slow }, own);
        using var over = CancellationTokenSource.CreateLinkedTokenSource(Cancelled);
        var load = KeepBusyAsync(TimeSpan.FromMilliseconds(100), over.Token);
        for (var crash = 0; crash < Form.Of(4, 30); crash++)
        {
            await PauseAsync(TimeSpan.FromSeconds(2.5));
            await own.Server.CrashAsync(Cancelled);
            await PauseAsync(TimeSpan.FromSeconds(crash % 3));
            await own.Server.StartAsync(Cancelled);
        }

        await over.CancelAsync();
        await load;
        var report = await ShouldKeepItsPromisesAsync();
        report.Completed.ShouldBeGreaterThan(40);
        report.Statuses.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_server_that_ends_five_connections_a_second_costs_no_job()
    {
        await StartAsync(new ClusterPlan { Fakes = Slow });
        using var over = CancellationTokenSource.CreateLinkedTokenSource(Cancelled);
        var load = KeepBusyAsync(TimeSpan.FromMilliseconds(50), over.Token);
        for (var end = 0; end < Form.Of(40, 300); end++)
        {
            await Cluster.ExecuteAsync(
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid() ORDER BY random() LIMIT 1", Cancelled);
            await PauseAsync(TimeSpan.FromMilliseconds(150));
        }

        await over.CancelAsync();
        await load;
        var report = await ShouldKeepItsPromisesAsync();
        report.Completed.ShouldBeGreaterThan(40);
        report.Statuses.Count.ShouldBe(1);
    }

    [Fact]
    public async Task While_the_database_takes_no_writes_nothing_is_bought_and_users_are_told_so()
    {
        await StartAsync(new ClusterPlan { Fakes = Slow });
        await Cluster.CreateManyAsync(60, Cancelled);
        await InBookAsync(entry => entry is { Event: BookEvent.Bought, Stage: "prompt_parsing" });

        await SetReadOnlyAsync("on");

        // What was committed before may still be sent; from then on nothing is.
        await PauseAsync(TimeSpan.FromSeconds(1));
        var before = (await Cluster.Services.ReadBookAsync(Cancelled)).Asked.Count();
        (await Should.ThrowAsync<UnexpectedAnswerException>(() => Cluster[0].Api.CreateAsync(Ads.Request(), Cancelled))).Status.ShouldBe(HttpStatusCode.ServiceUnavailable);
        (await Cluster.Services.ReadBookAsync(Cancelled)).Asked.Count().ShouldBe(before);
        await SetReadOnlyAsync("off");

        (await ShouldKeepItsPromisesAsync()).Completed.ShouldBe(60);
    }

    [Fact]
    public async Task Foreign_connections_that_take_all_there_are_make_503_and_the_nodes_recover_when_they_are_gone()
    {
        await using var own = await ClusterServer.StartAsync(Cancelled);
        await StartAsync(new ClusterPlan { Fakes = Slow }, own);
        await Cluster.CreateManyAsync(20, Cancelled);
        var foreign = await TakeAllAsync(DatabaseUrl.Parse(own.Server.UrlOf("postgres") + "&Pooling=false").ConnectionString);
        try
        {
            using var answer = await Cluster[0].Api.Http.PostAsync(
                new Uri("/api/v1/generate-ad", UriKind.Relative),
                new StringContent("""{"prompt":"An ad for a quiet kettle","duration":30,"aspect_ratio":"1:1"}""", System.Text.Encoding.UTF8, "application/json"),
                Cancelled);
            answer.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
            answer.Headers.RetryAfter.ShouldNotBeNull();
        }
        finally
        {
            foreign.ForEach(connection => connection.Dispose());
        }

        await Eventually.Within(Bound, () => Cluster[0].Api.IsHealthyAsync(Cancelled), Cancelled);
        (await ShouldKeepItsPromisesAsync()).Completed.ShouldBe(20);
    }

    /// <summary>Takes connections and throws the nodes out of theirs until only its own are left.</summary>
    private static async Task<List<NpgsqlConnection>> TakeAllAsync(string connectionString)
    {
        var taken = new List<NpgsqlConnection>();
        while (true)
        {
            var next = new NpgsqlConnection(connectionString);
            try
            {
                await next.OpenAsync(Cancelled);
                taken.Add(next);
            }
            catch (PostgresException full) when (full.SqlState == PostgresErrorCodes.TooManyConnections)
            {
                await next.DisposeAsync();
                await using var ending = new NpgsqlCommand(
                    "SELECT count(*) FROM (SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name LIKE 'node%') ended", taken[0]);
                if ((long)(await ending.ExecuteScalarAsync(Cancelled))! == 0)
                {
                    return taken;
                }
            }
        }
    }

    private Task SetReadOnlyAsync(string value) => Cluster.OnServerAsync(
        $"""
        ALTER DATABASE {Cluster.Database} SET default_transaction_read_only = {value};
        SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '{Cluster.Database}'
        """,
        Cancelled);
}
