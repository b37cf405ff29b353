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

    [Fact]
    public async Task A_database_of_a_newer_program_is_not_touched()
    {
        var (name, url) = await cluster.CreateAsync(withClock: false);
        await cluster.Server.ExecuteAsync("INSERT INTO schema_versions (version, script) VALUES (999, 'later'), (998, 'later')", name, CancellationToken.None);
        await using var store = Open(url);

        (await Should.ThrowAsync<InvalidOperationException>(store.PingAsync(CancellationToken.None))).Message.ShouldContain("newer Reelwright");
    }

    private static PostgresJobStore Open(string url) => PostgresJobStore.Open(url, TimeProvider.System, NullLogger<PostgresJobStore>.Instance);
}
