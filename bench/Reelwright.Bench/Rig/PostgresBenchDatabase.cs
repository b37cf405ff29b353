using System.Data.Common;
using Npgsql;
using Reelwright.Testing.Postgres;

namespace Reelwright.Bench.Rig;

/// <summary>A PostgreSQL server of our own, with the durability that it has by default.</summary>
internal sealed class PostgresBenchDatabase : BenchDatabase
{
    private readonly PostgresServer server;
    private NpgsqlDataSource? source;
    private int made;

    private PostgresBenchDatabase(PostgresServer server) => this.server = server;

    public override int? ProcessId => server.ProcessId;

    public static async Task<PostgresBenchDatabase> StartAsync(CancellationToken cancellationToken) => new(await PostgresServer.StartAsync(isDurable: true, cancellationToken));

    public override async Task<IReadOnlyDictionary<string, string>> RenewAsync(string dataFolder, CancellationToken cancellationToken)
    {
        await ForgetAsync();
        if (made > 0)
        {
            await server.ExecuteAsync($"DROP DATABASE bench{made} WITH (FORCE)", "postgres", cancellationToken);
        }

        var name = $"bench{++made}";
        await server.ExecuteAsync($"CREATE DATABASE {name}", "postgres", cancellationToken);

        // What earlier phases left to be written must not be charged to the next.
        await server.ExecuteAsync("CHECKPOINT", "postgres", cancellationToken);
        source = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder
        {
            Host = "127.0.0.1", Port = server.Port, Database = name, Username = PostgresServer.User, Password = PostgresServer.Password, MaxPoolSize = 2,
        });
        return new Dictionary<string, string> { ["DATABASE_URL"] = server.UrlOf(name) };
    }

    public override async ValueTask DisposeAsync()
    {
        await ForgetAsync();
        await server.DisposeAsync();
    }

    protected override async Task<DbConnection> OpenAsync(CancellationToken cancellationToken) => await source!.OpenConnectionAsync(cancellationToken);

    protected override DateTimeOffset ReadTime(DbDataReader reader, int column) => new(reader.GetDateTime(column), TimeSpan.Zero);

    private async Task ForgetAsync()
    {
        if (source is not null)
        {
            await source.DisposeAsync();
            source = null;
        }
    }
}
