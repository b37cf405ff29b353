using Reelwright.Testing.Fakes;
using Reelwright.Testing.Postgres;
using Reelwright.Testing.Processes;

namespace Reelwright.Testing.Clusters;

/// <summary>
/// A PostgreSQL server whose databases have the product's schema, made by the product itself, and the audit that watches it.
/// </summary>
public sealed class ClusterServer : IAsyncDisposable
{
    private const string Template = "template_cluster";

    private int databases;

    private ClusterServer(PostgresServer server) => Server = server;

    public PostgresServer Server { get; }

    public static async Task<ClusterServer> StartAsync(CancellationToken cancellationToken)
    {
        var cluster = new ClusterServer(await PostgresServer.StartAsync(isDurable: false, cancellationToken));
        try
        {
            await cluster.PrepareAsync(cancellationToken);
            return cluster;
        }
        catch
        {
            await cluster.DisposeAsync();
            throw;
        }
    }

    /// <summary>The name of a new database.</summary>
    public async Task<string> CreateDatabaseAsync(CancellationToken cancellationToken)
    {
        var name = $"cluster_{Interlocked.Increment(ref databases)}";
        await Server.ExecuteAsync($"CREATE DATABASE {name} TEMPLATE {Template}", "postgres", cancellationToken);
        return name;
    }

    public ValueTask DisposeAsync() => Server.DisposeAsync();

    private async Task PrepareAsync(CancellationToken cancellationToken)
    {
        await Server.ExecuteAsync($"CREATE DATABASE {Template}", "postgres", cancellationToken);
        await using var services = await FakeServices.StartAsync(new FakeSettings(), cancellationToken);
        await using var node = await ReelwrightProcess.StartOrchestratorAsync(
            services, cancellationToken, new Dictionary<string, string?> { ["DATABASE_URL"] = Server.UrlOf(Template) });
        await node.TerminateAsync(cancellationToken);
        await Server.ExecuteAsync("DELETE FROM nodes", Template, cancellationToken);
        await Server.ExecuteAsync(Audit.Schema, Template, cancellationToken);
    }
}
