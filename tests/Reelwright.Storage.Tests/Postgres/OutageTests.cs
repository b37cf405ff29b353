using System.Diagnostics;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;
using Reelwright.Engine.Store;
using Reelwright.Storage.Postgres;
using Reelwright.Testing.Postgres;
using Reelwright.Testing.Time;

namespace Reelwright.Storage.Tests.Postgres;

/// <summary>Servers that go away, refuse, or throw connections out while jobs live their lives.</summary>
public sealed class OutageTests(PostgresCluster cluster)
{
    private const int MostRounds = 500;

    private static readonly TimeSpan Bound = TimeSpan.FromSeconds(60);

    // How often the server was disturbed: jobs go on being made until it was often enough, however fast the machine is.
    private int disturbances;

    [Fact]
    public async Task Jobs_outlive_a_server_that_ends_five_connections_a_second()
    {
        var (name, url) = await cluster.CreateAsync(withClock: false);
        await using var store = Open(url);
        using var over = new CancellationTokenSource();

        var killer = EveryAsync(
            TimeSpan.FromMilliseconds(200),
            () => cluster.Server.ExecuteAsync(
                $"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '{name}' AND pid <> pg_backend_pid() ORDER BY random() LIMIT 1", "postgres", CancellationToken.None),
            over.Token);
        await LiveAsync(store, count: 150, rounds: 3, disturbed: 5);
        await over.CancelAsync();
        await killer;
    }

    [Fact]
    public async Task Jobs_outlive_a_server_that_crashes_and_starts_again()
    {
        await using var server = await PostgresServer.StartAsync(isDurable: false, CancellationToken.None);
        await using var store = Open(server.UrlOf("postgres"));
        using var over = new CancellationTokenSource();

        var crashes = EveryAsync(
            TimeSpan.FromMilliseconds(1500),
            async () =>
            {
                await server.CrashAsync(CancellationToken.None);
                await server.StartAsync(CancellationToken.None);
            },
            over.Token);
        await LiveAsync(store, count: 500, rounds: 4, disturbed: 3);
        await over.CancelAsync();
        await crashes;
    }

    [Fact]
    public async Task A_node_may_start_before_its_database()
    {
        await using var server = await PostgresServer.StartAsync(isDurable: false, CancellationToken.None);
        await server.CrashAsync(CancellationToken.None);
        await using var store = Open(server.UrlOf("postgres"));

        var claim = store.ClaimAsync(default, 1, CancellationToken.None);
        await Should.ThrowAsync<NpgsqlException>(store.PingAsync(CancellationToken.None));
        claim.IsCompleted.ShouldBeFalse();

        await server.StartAsync(CancellationToken.None);
        (await claim.WaitAsync(Bound, TimeProvider.System)).ShouldBeEmpty();
        await store.PingAsync(CancellationToken.None);
    }

    [Fact]
    public async Task While_the_database_is_away_a_user_is_told_so_in_time_and_what_he_was_refused_is_not_done_later()
    {
        await using var server = await PostgresServer.StartAsync(isDurable: false, CancellationToken.None);
        await using var store = Open(server.UrlOf("postgres"));
        await store.PingAsync(CancellationToken.None);
        await server.CrashAsync(CancellationToken.None);
        var job = Life.New();

        var started = Stopwatch.GetTimestamp();
        await Should.ThrowAsync<DatabaseUnavailableException>(store.CreateAsync(job, CancellationToken.None));
        Stopwatch.GetElapsedTime(started).ShouldBeLessThan(TimeSpan.FromSeconds(2));
        var refusal = await Should.ThrowAsync<NpgsqlException>(store.FindAsync("ada", job.Id, CancellationToken.None));
        refusal.ToString().ShouldNotContain(PostgresServer.Password);

        await server.StartAsync(CancellationToken.None);
        await Life.CreateAsync(store, Life.New());
        (await store.FindAsync("ada", job.Id, CancellationToken.None)).ShouldBeNull();
    }

    [Fact]
    public async Task No_step_is_committed_while_the_database_takes_no_writes_and_it_is_as_soon_as_it_does()
    {
        var (name, url) = await cluster.CreateAsync(withClock: false);
        await using var store = Open(url);
        await store.CreateAsync(Life.New(), CancellationToken.None);
        var claimed = (await store.ClaimAsync(await JoinAsync(store), 1, CancellationToken.None)).Single();
        await SetReadOnlyAsync(name, "on");

        var step = store.CommitAsync(new JobStep(claimed.Fence) { Events = [new JobEvent("stage", "{}")] }, CancellationToken.None);
        await Should.ThrowAsync<DatabaseUnavailableException>(store.CreateAsync(Life.New(), CancellationToken.None));
        step.IsCompleted.ShouldBeFalse();

        await SetReadOnlyAsync(name, "off");
        (await step.WaitAsync(Bound, TimeProvider.System)).ShouldBeOfType<StepOutcome.Applied>();
        (await store.EventsAsync("ada", claimed.Job.Id, 0, CancellationToken.None))!.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Connections_of_others_that_take_all_there_are_cost_time_and_no_job()
    {
        await using var server = await PostgresServer.StartAsync(isDurable: false, CancellationToken.None);
        await using var store = Open(server.UrlOf("postgres"));
        var foreign = new List<NpgsqlConnection>();
        try
        {
            await Should.ThrowAsync<PostgresException>(async () =>
            {
                while (true)
                {
                    var connection = new NpgsqlConnection(DatabaseUrl.Parse(server.UrlOf("postgres") + "&Pooling=false").ConnectionString);
                    await connection.OpenAsync();
                    foreign.Add(connection);
                }
            });
            var job = Life.New();
            await Should.ThrowAsync<DatabaseUnavailableException>(store.CreateAsync(job, CancellationToken.None));

            foreach (var connection in foreign)
            {
                await connection.DisposeAsync();
            }

            await LiveAsync(store, count: 10, rounds: 1);
        }
        finally
        {
            foreign.ForEach(connection => connection.Dispose());
        }
    }

    /// <summary>Rounds of jobs that are created, claimed and lived through, and checked when nothing disturbs any more.</summary>
    private async Task LiveAsync(PostgresJobStore store, int count, int rounds, int disturbed = 0)
    {
        var jobs = new List<NewJob>();
        for (var round = 0; round < rounds || (round < MostRounds && Volatile.Read(ref disturbances) < disturbed); round++)
        {
            var lease = await EventuallyAsync(() => JoinAsync(store));
            var created = Enumerable.Range(0, count).Select(_ => Life.New()).ToList();
            jobs.AddRange(created);
            await Task.WhenAll(
                Task.WhenAll(created.Select(job => Life.CreateAsync(store, job))),
                Life.LiveAllAsync(store, lease, count)).WaitAsync(Bound, TimeProvider.System);
        }

        disturbances.ShouldBeGreaterThanOrEqualTo(disturbed);
        foreach (var job in jobs)
        {
            await EventuallyAsync(async () =>
            {
                await Life.CheckAsync(store, job);
                return true;
            });
        }
    }

    private static async Task<T> EventuallyAsync<T>(Func<Task<T>> ask)
    {
        var answer = default(T)!;
        await Eventually.Within(
            Bound,
            async () =>
            {
                try
                {
                    answer = await ask();
                    return true;
                }
                catch (Exception disturbed) when (disturbed is NpgsqlException or TimeoutException)
                {
                    return false;
                }
            },
            CancellationToken.None);
        return answer;
    }

    private async Task EveryAsync(TimeSpan pause, Func<Task> act, CancellationToken cancellationToken)
    {
        using var timer = new PeriodicTimer(pause);
        try
        {
            while (await timer.WaitForNextTickAsync(cancellationToken))
            {
                await act();
                Interlocked.Increment(ref disturbances);
            }
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
        }
    }

    private Task SetReadOnlyAsync(string name, string value) => cluster.Server.ExecuteAsync(
        $"ALTER DATABASE {name} SET default_transaction_read_only = {value}; SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '{name}'", "postgres", CancellationToken.None);

    private static Task<NodeLease> JoinAsync(PostgresJobStore store) => store.JoinAsync(Guid.CreateVersion7(), CancellationToken.None);

    private static PostgresJobStore Open(string url) => PostgresJobStore.Open(url, TimeProvider.System, NullLogger<PostgresJobStore>.Instance);
}
