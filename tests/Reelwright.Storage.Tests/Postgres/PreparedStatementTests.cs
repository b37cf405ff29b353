using Microsoft.Extensions.Logging.Abstractions;
using Reelwright.Engine.Store;
using Reelwright.Storage.Postgres;

namespace Reelwright.Storage.Tests.Postgres;

/// <summary>
/// The writer once kept its statements over its connections. A node that lost its connection while it lay idle, such as one that was
/// paused and declared dead, went on asking for plans that only the old connection had known, and wrote nothing ever again.
/// </summary>
public sealed class PreparedStatementTests(PostgresCluster cluster)
{
    private static readonly TimeSpan Bound = TimeSpan.FromSeconds(20);

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(6)]
    public async Task A_connection_that_is_ended_while_it_lies_idle_takes_its_prepared_statements_with_it(int uses)
    {
        var (name, url) = await cluster.CreateAsync(withClock: false);
        await using var store = PostgresJobStore.Open(url, TimeProvider.System, NullLogger<PostgresJobStore>.Instance);
        var lease = await store.JoinAsync(Guid.CreateVersion7(), CancellationToken.None);
        for (var life = 0; life < 3; life++)
        {
            for (var use = 0; use < uses; use++)
            {
                await LiveAsync(store, lease);
            }

            await cluster.Server.ExecuteAsync(
                $"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '{name}' AND pid <> pg_backend_pid()", "postgres", CancellationToken.None);
            await LiveAsync(store, lease);
        }
    }

    private static Task LiveAsync(PostgresJobStore store, NodeLease lease) => Task.WhenAll(
        Life.CreateAsync(store, Life.New()),
        Life.LiveAllAsync(store, lease, 1)).WaitAsync(Bound, TimeProvider.System);
}
