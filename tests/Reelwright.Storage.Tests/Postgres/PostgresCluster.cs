using Microsoft.Extensions.Logging.Abstractions;
using Reelwright.Storage.Postgres;
using Reelwright.Storage.Tests.Postgres;
using Reelwright.Testing.Postgres;

[assembly: AssemblyFixture(typeof(PostgresCluster))]

namespace Reelwright.Storage.Tests.Postgres;

/// <summary>
/// One server for all tests here (without fsync, for speed: what it is asked to be is right, not fast on the disk) with a database for
/// each. Its databases have a clock that the test moves: a function now() that stands before the system's in the search path.
/// </summary>
public sealed class PostgresCluster : IAsyncLifetime
{
    private const string Template = "template_reelwright";
    private const string Plain = "template_plain";

    private int databases;

    public PostgresServer Server { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        Server = await PostgresServer.StartAsync(isDurable: false, CancellationToken.None);
        await PrepareAsync(Plain, clock: false);
        await PrepareAsync(Template, clock: true);
    }

    public ValueTask DisposeAsync() => Server.DisposeAsync();

    /// <summary>A new database with the schema in it, and its URL.</summary>
    /// <param name="withClock">Its time stands still until a test moves it.</param>
    public async Task<(string Name, string Url)> CreateAsync(bool withClock)
    {
        var name = $"test_{Interlocked.Increment(ref databases)}";
        await Server.ExecuteAsync($"CREATE DATABASE {name} TEMPLATE {(withClock ? Template : Plain)}", "postgres", CancellationToken.None);
        return (name, UrlOf(name, withClock));
    }

    public async Task<string> CreateEmptyAsync()
    {
        var name = $"test_{Interlocked.Increment(ref databases)}";
        await Server.ExecuteAsync($"CREATE DATABASE {name}", "postgres", CancellationToken.None);
        return Server.UrlOf(name);
    }

    public Task DropAsync(string name) => Server.ExecuteAsync($"DROP DATABASE {name} WITH (FORCE)", "postgres", CancellationToken.None);

    private string UrlOf(string name, bool withClock) => Server.UrlOf(name) + (withClock ? "&search_path=clock,pg_catalog" : "");

    private async Task PrepareAsync(string name, bool clock)
    {
        await Server.ExecuteAsync($"CREATE DATABASE {name}", "postgres", CancellationToken.None);
        if (clock)
        {
            await Server.ExecuteAsync(
                """
                CREATE SCHEMA clock;
                CREATE TABLE clock.moment (at timestamptz NOT NULL);
                INSERT INTO clock.moment VALUES (now());
                CREATE FUNCTION clock.now() RETURNS timestamptz LANGUAGE sql STABLE AS 'SELECT at FROM clock.moment';
                """,
                name,
                CancellationToken.None);
        }

        await using var store = PostgresJobStore.Open(UrlOf(name, clock), TimeProvider.System, NullLogger<PostgresJobStore>.Instance);
        await store.PingAsync(CancellationToken.None);
    }
}
