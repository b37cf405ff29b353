using Microsoft.Data.Sqlite;
using Reelwright.Engine.Store;
using Reelwright.Storage.Sqlite;
using Reelwright.Storage.Tests.Contract;

namespace Reelwright.Storage.Tests;

internal sealed class SqliteFixture : StoreFixture
{
    private readonly TemporaryFolder? folder;
    private readonly SqliteJobStore store;
    private readonly string path;

    public SqliteFixture()
    {
        folder = new TemporaryFolder();
        path = folder.PathOf("jobs.db");
        store = SqliteJobStore.Open(path, Time);
    }

    public SqliteFixture(string path)
    {
        this.path = path;
        store = SqliteJobStore.Open(path, Time);
    }

    public override IJobStore Store => store;

    public override IJobReader Reader => store;

    public override async Task<long> CountKeysAsync()
    {
        await using var connection = new SqliteConnection($"Data Source={path};Pooling=False");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = "SELECT count(*) FROM idempotency_keys";
        return (long)(await command.ExecuteScalarAsync())!;
    }

    public override async ValueTask DisposeAsync()
    {
        await store.DisposeAsync();
        folder?.Dispose();
    }
}

internal sealed class TemporaryFolder : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("reelwright-");

    public string PathOf(string name) => Path.Combine(folder.FullName, name);

    public void Dispose() => folder.Delete(recursive: true);
}
