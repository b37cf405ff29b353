using Microsoft.Extensions.Logging.Abstractions;
using Reelwright.Storage.Postgres;

namespace Reelwright.Storage.Tests.Postgres;

public sealed class MigrationTests(PostgresCluster cluster)
{
    [Fact]
    public async Task Ten_nodes_bring_an_empty_database_up_to_date_at_once()
    {
        var url = await cluster.CreateEmptyAsync();
        var nodes = Enumerable.Range(0, 10).Select(_ => Open(url)).ToList();

        await Task.WhenAll(nodes.Select(node => node.JoinAsync(Guid.CreateVersion7(), CancellationToken.None)));

        foreach (var node in nodes)
        {
            await Life.CreateAsync(node, Life.New());
            await node.DisposeAsync();
        }
    }

    // What came after the search is undone as well: migrations are applied in their order.
    private const string LaterMigrations =
        """
        ALTER TABLE calls DROP COLUMN origin, DROP COLUMN sent_at, DROP COLUMN answer_until, DROP COLUMN doubtful_from, DROP COLUMN repurchase_allowed, DROP COLUMN superseded, DROP COLUMN voided, DROP COLUMN ask_at, DROP COLUMN asks;
        ALTER TABLE jobs DROP COLUMN cost_in_doubt, DROP COLUMN max_in_doubt;
        ALTER TABLE late_results DROP COLUMN operation;
        DROP FUNCTION money_text(numeric);
        DO $$ BEGIN EXECUTE (SELECT 'DROP FUNCTION ' || oid::regprocedure FROM pg_proc WHERE proname = 'begin_calls' ORDER BY pronargs DESC LIMIT 1); END $$;

        """;

    [Fact]
    public async Task Jobs_of_an_earlier_version_are_found_after_the_migration()
    {
        var (name, url) = await cluster.CreateAsync(withClock: false);
        await using (var before = Open(url))
        {
            await before.CreateAsync(Life.New() with { Prompt = "A KETTLE of before" }, CancellationToken.None);
        }

        await ExecuteAsync(LaterMigrations + "DROP TABLE job_search; DELETE FROM schema_versions WHERE version >= 6", name);
        await using var store = Open(url);

        var found = await store.ListAsync(new() { Owner = Life.New().Owner, Limit = 9, PromptContains = "kettle" }, CancellationToken.None);
        found.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_database_of_a_newer_program_is_not_touched()
    {
        var (name, url) = await cluster.CreateAsync(withClock: false);
        await ExecuteAsync("INSERT INTO schema_versions (version, script) VALUES (999, 'later'), (998, 'later')", name);

        Refusal(url).ShouldContain("was written by a newer Reelwright");
    }

    [Theory]
    [InlineData("CREATE TABLE jobs (id int)", "has a table jobs of another program")]
    [InlineData("CREATE TABLE jobs (id int); CREATE TABLE schema_versions (version int)", "has a table jobs of another program")]
    [InlineData("CREATE TABLE schema_versions (version text)", "has a table schema_versions of another program")]
    [InlineData("CREATE TABLE schema_versions (v int)", "has a table schema_versions of another program")]
    public async Task Another_programs_database_is_refused(string sql, string sentence)
    {
        var url = await cluster.CreateEmptyAsync();
        await ExecuteAsync(sql, NameOf(url));

        Refusal(url).ShouldContain(sentence);
    }

    [Theory]
    [InlineData(false, "may not create tables in schema \"public\"")]
    [InlineData(true, "may not read and write the tables of")]
    public async Task A_user_without_rights_is_refused_with_the_cure(bool hasTables, string sentence)
    {
        var url = hasTables ? (await cluster.CreateAsync(withClock: false)).Url : await cluster.CreateEmptyAsync();
        var user = $"guest_{NameOf(url)}";
        await ExecuteAsync($"CREATE ROLE {user} LOGIN PASSWORD 'secret'; REVOKE CREATE ON SCHEMA public FROM PUBLIC", NameOf(url));

        var refusal = Refusal(With(url, user, "secret"));

        refusal.ShouldContain(sentence);
        refusal.ShouldContain(user);
        refusal.ShouldNotContain("secret");
    }

    [Fact]
    public async Task A_wrong_password_is_refused_and_not_told()
    {
        var url = await cluster.CreateEmptyAsync();
        var user = $"guest_{NameOf(url)}";
        await ExecuteAsync($"CREATE ROLE {user} LOGIN PASSWORD 'secret'", NameOf(url));

        var refusal = Refusal(With(url, user, "guessed"));

        refusal.ShouldContain($"refuses the sign-in of user {user}");
        refusal.ShouldNotContain("guessed");
    }

    private static string Refusal(string url) => Should.Throw<DatabaseUnusableException>(() => Open(url)).Message;

    private static string NameOf(string url) => DatabaseUrl.Parse(url).Database!;

    private static string With(string url, string user, string password)
    {
        var settings = DatabaseUrl.Parse(url);
        return $"postgresql://{user}:{password}@{settings.Host}:{settings.Port}/{settings.Database}";
    }

    private Task ExecuteAsync(string sql, string database) => cluster.Server.ExecuteAsync(sql, database, CancellationToken.None);

    private static PostgresJobStore Open(string url) => 
        PostgresJobStore.Open(url, TimeProvider.System, NullLogger<PostgresJobStore>.Instance, patience: TimeSpan.FromSeconds(30));
}
