using Microsoft.Data.Sqlite;
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
    private readonly TaskScheduler scheduler;

    private SqliteJobStore(SqliteDatabase database, TimeProvider time, TaskScheduler scheduler)
    {
        this.database = database;
        this.time = time;
        this.scheduler = scheduler;
        writer = new SqliteWriter(database, scheduler);
        readers = new SqliteReaders(database);
    }

    private long Now => time.GetUtcNow().ToUnixTimeMilliseconds();

    /// <summary>Whether a process has the database at this path.</summary>
    public static bool IsInUse(string path) => SqliteDatabase.IsInUse(path);

    /// <summary>Opens the file, creating it and applying migrations as needed.</summary>
    /// <param name="scheduler">Where reads and the writer run; null for the thread pool.</param>
    /// <exception cref="DatabaseInUseException">Another process has it.</exception>
    /// <exception cref="DatabaseUnusableException">It is damaged, foreign or newer, or can't be written.</exception>
    public static SqliteJobStore Open(string path, TimeProvider time, TaskScheduler? scheduler = null)
    {
        var database = SqliteDatabase.Open(path);
        var store = new SqliteJobStore(database, time, scheduler ?? TaskScheduler.Default);
        try
        {
            store.ReclaimFromEarlierProcess();
            return store;
        }
        catch (SqliteException fault)
        {
            database.Dispose();
            throw SqliteFileCheck.Explain(Path.GetFullPath(path), fault);
        }
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
        return await Task.Factory.StartNew(() => readers.Read(query), cancellationToken, TaskCreationOptions.DenyChildAttach, scheduler);
    }
}
