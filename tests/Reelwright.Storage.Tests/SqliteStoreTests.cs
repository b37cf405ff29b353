using Microsoft.Data.Sqlite;
using Reelwright.Engine.Jobs;
using Reelwright.Engine.Store;
using Reelwright.Storage.Sqlite;
using Reelwright.Storage.Tests.Contract;
using Reelwright.Testing.Time;

namespace Reelwright.Storage.Tests;

/// <summary>The contract over SQLite, and what is SQLite's own.</summary>
public sealed class SqliteStoreTests : StoreContract
{
    [Fact]
    public void A_second_process_is_refused_with_a_sentence_that_says_what_to_do()
    {
        using var folder = new TemporaryFolder();
        using var held = new FileStream(folder.PathOf("jobs.db.lock"), FileMode.Create, FileAccess.ReadWrite, FileShare.None);

        var refusal = Should.Throw<DatabaseInUseException>(() => SqliteJobStore.Open(folder.PathOf("jobs.db"), TimeProvider.System));

        refusal.Message.ShouldContain("DATA_DIR");
    }

    [Fact]
    public async Task Jobs_of_a_killed_process_are_ready_at_once_when_the_file_is_opened_again()
    {
        using var folder = new TemporaryFolder();
        var path = folder.PathOf("jobs.db");
        JobId job;
        await using (var before = new SqliteFixture(path))
        {
            job = await before.CreateAsync();
            await before.ClaimOneAsync(await before.JoinAsync());
        }

        await using var after = new SqliteFixture(path);
        var claimed = await after.ClaimOneAsync(await after.JoinAsync());
        claimed.Job.Id.ShouldBe(job);
        claimed.Job.Deaths.ShouldBe(1);
    }

    [Fact]
    public async Task A_file_that_another_program_locks_refuses_a_creation_in_time_and_does_not_make_it_later()
    {
        using var folder = new TemporaryFolder();
        await using var fixture = new SqliteFixture(folder.PathOf("jobs.db"));
        var refused = fixture.NewJob();
        using (var other = new SqliteConnection($"Data Source={folder.PathOf("jobs.db")};Pooling=False"))
        {
            other.Open();
            Run(other, "BEGIN IMMEDIATE");
            var started = TimeProvider.System.GetTimestamp();
            await Should.ThrowAsync<DatabaseUnavailableException>(fixture.Store.CreateAsync(refused, CancellationToken.None));
            TimeProvider.System.GetElapsedTime(started).ShouldBeLessThan(TimeSpan.FromSeconds(2));
            Run(other, "ROLLBACK");
        }

        await Eventually.Within(
            TimeSpan.FromSeconds(20),
            async () =>
            {
                try
                {
                    await fixture.CreateAsync();
                    return true;
                }
                catch (Exception busy) when (busy is System.Data.Common.DbException)
                {
                    return false;
                }
            },
            CancellationToken.None);
        (await fixture.Reader.FindAsync("ada", refused.Id, CancellationToken.None)).ShouldBeNull();
    }

    [Fact]
    public async Task Jobs_of_an_earlier_version_are_found_once_the_file_was_opened()
    {
        using var folder = new TemporaryFolder();
        var path = folder.PathOf("jobs.db");
        await using (var before = new SqliteFixture(path))
        {
            await before.CreateAsync(prompt: "A KETTLE of before");
        }

        using (var connection = new SqliteConnection($"Data Source={path};Pooling=False"))
        {
            connection.Open();
            // What came after the search is undone as well: migrations are applied in their order.
            Run(connection, "DROP INDEX open_calls; ALTER TABLE jobs DROP COLUMN cost_in_doubt; ALTER TABLE jobs DROP COLUMN max_in_doubt");
            foreach (var column in new[] { "origin", "sent_at", "answer_until", "doubtful_from", "repurchase_allowed", "superseded", "voided", "ask_at", "asks" })
            {
                Run(connection, $"ALTER TABLE calls DROP COLUMN {column}");
            }

            Run(connection, "DROP TRIGGER job_search_deleted; DROP TRIGGER job_search_inserted; DROP TABLE job_grams; DROP TABLE job_search; PRAGMA user_version = 4");
        }

        await using var fixture = new SqliteFixture(path);
        await fixture.CreateAsync(prompt: "A kettle of today");
        var found = await fixture.Reader.ListAsync(new JobFilter { Owner = "ada", Limit = 9, PromptContains = "kettle" }, CancellationToken.None);
        found.Count.ShouldBe(2);
    }

    [Fact]
    public async Task Every_transition_that_is_not_in_the_table_is_refused_by_the_database()
    {
        using var folder = new TemporaryFolder();
        var path = folder.PathOf("jobs.db");
        JobId job;
        await using (var fixture = new SqliteFixture(path))
        {
            job = await fixture.CreateAsync();
        }

        using var connection = new SqliteConnection($"Data Source={path};Pooling=False");
        connection.Open();
        foreach (var from in Enum.GetValues<JobState>())
        {
            foreach (var to in Enum.GetValues<JobState>().Where(state => state != from))
            {
                ForceState(connection, job, from);
                if (from.CanBecome(to))
                {
                    Run(connection, $"UPDATE jobs SET status = '{to.ToWord()}' WHERE id = '{job}'").ShouldBe(1);
                }
                else
                {
                    Should.Throw<SqliteException>(() => Run(connection, $"UPDATE jobs SET status = '{to.ToWord()}' WHERE id = '{job}'"), $"{from} -> {to}");
                }
            }
        }
    }

    [Fact]
    public async Task A_verb_that_fails_takes_no_other_of_its_group_with_it()
    {
        await using var fixture = new SqliteFixture();
        var job = fixture.NewJob();
        await fixture.Store.CreateAsync(job, CancellationToken.None);

        var twice = fixture.Store.CreateAsync(job, CancellationToken.None);
        var others = Enumerable.Range(0, 20).Select(_ => fixture.Store.CreateAsync(fixture.NewJob(), CancellationToken.None)).ToList();

        await Should.ThrowAsync<SqliteException>(twice);
        (await Task.WhenAll(others)).ShouldAllBe(outcome => outcome is CreateOutcome.Created);
    }

    protected override ValueTask<StoreFixture> OpenAsync() => ValueTask.FromResult<StoreFixture>(new SqliteFixture());

    // Past the trigger: the row is put into a state by replacing it.
    private static void ForceState(SqliteConnection connection, JobId job, JobState state)
    {
        var trigger = (string)Scalar(connection, "SELECT sql FROM sqlite_master WHERE name = 'jobs_allowed_transitions'");
        Run(connection, "DROP TRIGGER jobs_allowed_transitions");
        Run(connection, $"UPDATE jobs SET status = '{state.ToWord()}' WHERE id = '{job}'");
        Run(connection, trigger);
    }

    private static int Run(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return command.ExecuteNonQuery();
    }

    private static object Scalar(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return command.ExecuteScalar()!;
    }
}
