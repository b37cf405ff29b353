using Reelwright.Engine.Store;
using Reelwright.Storage.Sqlite;
using Reelwright.Storage.Tests.Contract;

namespace Reelwright.Storage.Tests;

internal sealed class SqliteFixture : StoreFixture
{
    private readonly TemporaryFolder? folder;
    private readonly SqliteJobStore store;

    public SqliteFixture()
    {
        folder = new TemporaryFolder();
        store = SqliteJobStore.Open(folder.PathOf("jobs.db"), Time);
    }

    public SqliteFixture(string path) => store = SqliteJobStore.Open(path, Time);

    public override IJobStore Store => store;

    public override IJobReader Reader => store;

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
