using Reelwright.Engine.Store;

namespace Reelwright.Storage.Sqlite;

/// <summary>
/// The store in one SQLite file. Writes go through one group-committing writer; reads have their own connections.
/// The process lock makes this process's clock the database's clock.
/// </summary>
public sealed partial class SqliteJobStore : IJobStore, IJobReader, IAsyncDisposable
{
    private readonly SqliteDatabase database;
    private readonly SqliteWriter writer;
    private readonly SqliteReaders readers;
    private readonly TimeProvider time;

    private SqliteJobStore(SqliteDatabase database, TimeProvider time)
    {
        this.database = database;
        this.time = time;
        writer = new SqliteWriter(database);
        readers = new SqliteReaders(database);
    }

    private long Now => time.GetUtcNow().ToUnixTimeMilliseconds();

    /// <summary>Opens the file, creating it and applying migrations as needed.</summary>
    /// <exception cref="DatabaseInUseException">Another process has it.</exception>
    public static SqliteJobStore Open(string path, TimeProvider time)
    {
        var store = new SqliteJobStore(SqliteDatabase.Open(path), time);
        store.ReclaimFromEarlierProcess();
        return store;
    }

    // Writes the version that is there already: a page for the disk to take, and nothing changed.
    public Task PingAsync(CancellationToken cancellationToken) =>
        writer.WriteAsync(session => session.Execute($"PRAGMA user_version = {SqliteMigrations.Newest}"), cancellationToken).WaitAsync(cancellationToken);

    public async ValueTask DisposeAsync()
    {
        await writer.DisposeAsync();
        readers.Dispose();
        database.Dispose();
    }

    private async Task<T> ReadAsync<T>(Func<SqliteSession, T> query, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return await Task.Run(() => readers.Read(query), cancellationToken);
    }
}
