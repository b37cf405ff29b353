using System.Collections.Concurrent;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;
using Reelwright.Engine.Jobs;
using Reelwright.Engine.Ledger;
using Reelwright.Engine.Store;
using Reelwright.Storage.Postgres;

namespace Reelwright.Storage.Tests.Postgres;

public sealed class RaceTests(PostgresCluster cluster)
{
    [Fact]
    public async Task Two_nodes_with_32_workers_each_claim_ten_thousand_jobs_once_each()
    {
        const int Jobs = 10_000;
        var (name, url) = await cluster.CreateAsync(withClock: false);
        await cluster.Server.ExecuteAsync(
            $"""
            INSERT INTO jobs (id, owner, status, prompt, duration, aspect_ratio, request, cost_limit, priority, created_at, updated_at)
            SELECT gen_random_uuid(), 'owner-' || n % 7, 'queued', 'p', 30, '1:1', '{"{}"}', 1, n % 3, now(), now() FROM generate_series(1, {Jobs}) n;
            INSERT INTO job_work (job_id, rank, lane, created_at, run_at) SELECT id, -priority, hashtext(owner), created_at, created_at FROM jobs;
            """,
            name,
            CancellationToken.None);
        await using var first = Open(url);
        await using var second = Open(url);
        var owners = new ConcurrentDictionary<JobId, NodeLease>();
        var twice = 0;

        async Task WorkAsync(PostgresJobStore store, NodeLease lease)
        {
            while (owners.Count < Jobs)
            {
                foreach (var job in await store.ClaimAsync(lease, 10, CancellationToken.None))
                {
                    if (!owners.TryAdd(job.Job.Id, lease))
                    {
                        Interlocked.Increment(ref twice);
                    }
                }
            }
        }

        async Task NodeAsync(PostgresJobStore store)
        {
            var lease = await store.JoinAsync(Guid.CreateVersion7(), CancellationToken.None);
            await Task.WhenAll(Enumerable.Range(0, 32).Select(_ => WorkAsync(store, lease)));
        }

        await Task.WhenAll(NodeAsync(first), NodeAsync(second)).WaitAsync(TimeSpan.FromSeconds(60), TimeProvider.System);

        twice.ShouldBe(0);
        owners.Count.ShouldBe(Jobs);
        owners.Values.Distinct().Count().ShouldBe(2);
    }

    [Fact]
    public async Task Two_nodes_at_once_buy_equal_calls_once_and_never_exceed_a_limit()
    {
        const int Limit = 7;
        var (_, url) = await cluster.CreateAsync(withClock: false);
        await using var first = Open(url);
        await using var second = Open(url);
        await first.SetLimitAsync("video", Limit, CancellationToken.None);

        async Task<List<StepOutcome.Applied>> NodeAsync(PostgresJobStore store)
        {
            await Task.WhenAll(Enumerable.Range(0, 40).Select(_ => Life.CreateAsync(store, Life.New())));
            var lease = await store.JoinAsync(Guid.CreateVersion7(), CancellationToken.None);
            var claimed = await store.ClaimAsync(lease, 40, CancellationToken.None);
            return [.. (await Task.WhenAll(claimed.SelectMany(job => (JobStep[])
            [
                new(job.Fence) { Intents = [Life.Intent(job, "parse", 0) with { CacheKey = "key" }] },
                new(job.Fence) { Intents = [Life.Intent(job, "video", 0), Life.Intent(job, "video", 1)] },
            ]).Select(step => store.CommitAsync(step, CancellationToken.None)))).Cast<StepOutcome.Applied>()];
        }

        var outcomes = (await Task.WhenAll(NodeAsync(first), NodeAsync(second))).SelectMany(node => node).ToList();

        outcomes.ShouldAllBe(outcome => outcome.Refused.Count == 0);
        var held = outcomes.SelectMany(outcome => outcome.Blocked).ToList();
        var steps = outcomes.Count / 2;
        steps.ShouldBe(80);
        held.Count(call => call.For.StartsWith("key", StringComparison.Ordinal)).ShouldBe(steps - 1);
        held.Count(call => call.For == "video").ShouldBe((2 * steps) - Limit);
    }

    [Fact]
    public async Task What_a_dead_node_holds_locked_does_not_keep_its_jobs_from_going_on()
    {
        await using var fixture = await PostgresFixture.OpenAsync(cluster);
        var job = await fixture.CreateAsync();
        var paused = await fixture.JoinAsync();
        await fixture.ClaimOneAsync(paused);

        // Its writer stands still in the middle of a transaction, holding the job and the lock by which the node is known.
        await using var stuck = await fixture.HoldAsync(
            $"UPDATE nodes SET session = 4711 WHERE id = '{paused.Node}'",
            $"SELECT pg_advisory_lock(4711); BEGIN; UPDATE job_work SET event_seq = 99 WHERE job_id = '{job}'");
        var living = await fixture.OutliveAsync(TimeSpan.FromSeconds(5));

        (await fixture.Store.SweepAsync(living, TimeSpan.FromSeconds(5), CancellationToken.None)).ShouldBe(1);

        (await fixture.ClaimOneAsync(living)).Job.Id.ShouldBe(job);
        await Should.ThrowAsync<NpgsqlException>(async () =>
        {
            await using var commit = new NpgsqlCommand("COMMIT", stuck);
            await commit.ExecuteNonQueryAsync();
        });
    }

    [Fact]
    public async Task Who_has_not_been_alive_for_a_whole_lease_declares_nobody_dead()
    {
        await using var fixture = await PostgresFixture.OpenAsync(cluster);
        await fixture.JoinAsync();
        await fixture.AdvanceAsync(TimeSpan.FromSeconds(6));
        var newcomer = await fixture.JoinAsync();

        (await fixture.Store.SweepAsync(newcomer, TimeSpan.FromSeconds(5), CancellationToken.None)).ShouldBe(0);
        await fixture.AdvanceAsync(TimeSpan.FromSeconds(5));
        await fixture.Store.HeartbeatAsync(newcomer, CancellationToken.None);
        (await fixture.Store.SweepAsync(newcomer, TimeSpan.FromSeconds(5), CancellationToken.None)).ShouldBe(1);
    }

    [Fact]
    public async Task A_late_result_that_its_jobs_end_could_not_see_yet_is_on_the_bill_after_the_next_sweep()
    {
        await using var fixture = await PostgresFixture.OpenAsync(cluster);
        var job = await fixture.CreateAsync();
        var lease = await fixture.JoinAsync();
        var claimed = await fixture.ClaimOneAsync(lease);
        var call = fixture.Intent(job);
        await fixture.ApplyAsync(new JobStep(claimed.Fence) { Intents = [call] });
        var end = new JobStep(claimed.Fence) { Updates = [call with { State = CallState.Unknown }], Ending = new JobEnding(JobState.Failed, null) };

        // What is kept aside at the very moment of a retry finds no work to wait for; here the retry ends before it is committed.
        await using var keeping = await fixture.HoldAsync(
            "SELECT 1",
            $"""
            BEGIN;
            INSERT INTO late_results (job_id, stage, call_index, generation, state, response, cost, cost_source, retryable, attempts, kept_at)
            VALUES ('{job}', '{call.Id.Stage}', 0, 0, 'succeeded', '{"{}"}', 0.25, 'reported', false, 1, now())
            """);
        await fixture.ApplyAsync(end);
        await using (var commit = new NpgsqlCommand("COMMIT", keeping))
        {
            await commit.ExecuteNonQueryAsync();
        }

        (await fixture.FindAsync(job)).Settled.ShouldBe(0m);
        await fixture.Store.SweepAsync(lease, TimeSpan.FromSeconds(5), CancellationToken.None);

        var record = await fixture.FindAsync(job);
        (record.Settled, record.Reserved).ShouldBe((0.25m, 0m));
        (await fixture.ScalarAsync<long>("SELECT COUNT(*) FROM late_results")).ShouldBe(0);
    }

    private static PostgresJobStore Open(string url) => PostgresJobStore.Open(url, TimeProvider.System, NullLogger<PostgresJobStore>.Instance);
}
