using System.Globalization;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;
using Reelwright.Engine.Store;
using Reelwright.Storage.Postgres;
using Reelwright.Storage.Tests.Contract;

namespace Reelwright.Storage.Tests.Postgres;

/// <summary>A store on a database of its own, whose clock is the test's.</summary>
internal sealed class PostgresFixture : StoreFixture
{
    private readonly PostgresCluster cluster;
    private readonly PostgresJobStore store;
    private readonly NpgsqlDataSource direct;
    private readonly string name;

    private PostgresFixture(PostgresCluster cluster, string name, string url)
    {
        this.cluster = cluster;
        this.name = name;
        direct = NpgsqlDataSource.Create(DatabaseUrl.Parse(url));
        store = PostgresJobStore.Open(url, Time, NullLogger<PostgresJobStore>.Instance, patience: TimeSpan.FromSeconds(30));
    }

    public override IJobStore Store => store;

    public override IJobReader Reader => store;

    public static async ValueTask<PostgresFixture> OpenAsync(PostgresCluster cluster)
    {
        var (name, url) = await cluster.CreateAsync(withClock: true);
        var fixture = new PostgresFixture(cluster, name, url);
        await fixture.AdvanceAsync(TimeSpan.Zero);
        return fixture;
    }

    public override async Task AdvanceAsync(TimeSpan by)
    {
        await base.AdvanceAsync(by);
        await ExecuteAsync(string.Create(CultureInfo.InvariantCulture, $"UPDATE clock.moment SET at = '{Time.GetUtcNow():O}'"));
    }

    public override Task<long> CountKeysAsync() => ScalarAsync<long>("SELECT count(*) FROM idempotency_keys");

    /// <summary>SQL past the store.</summary>
    public async Task<int> ExecuteAsync(string sql)
    {
        await using var command = direct.CreateCommand(sql);
        return await command.ExecuteNonQueryAsync();
    }

    public async Task<T> ScalarAsync<T>(string sql)
    {
        await using var command = direct.CreateCommand(sql);
        return (T)(await command.ExecuteScalarAsync())!;
    }

    /// <summary>A connection past the store that stays as the second piece of SQL left it.</summary>
    public async Task<NpgsqlConnection> HoldAsync(string before, string held)
    {
        await ExecuteAsync(before);
        var connection = await direct.OpenConnectionAsync();
        await using var command = new NpgsqlCommand(held, connection);
        await command.ExecuteNonQueryAsync();
        return connection;
    }

    public override async ValueTask DisposeAsync()
    {
        await store.DisposeAsync();
        await direct.DisposeAsync();
        await cluster.DropAsync(name);
    }
}
