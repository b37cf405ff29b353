using Microsoft.Data.Sqlite;
using Reelwright.MediaFiles;
using Reelwright.Services.Work;

namespace Reelwright.Services.Operations;

/// <summary>
/// The service's own small database: one row a call. Every commit reaches the disk (<c>synchronous=FULL</c>) before the call is answered,
/// because a call whose row is lost could be charged twice. One connection runs one statement at a time, about a thousand calls a second.
/// </summary>
public sealed partial class OperationStore : IDisposable
{
    private const int DiskFull = 13;

    private readonly SemaphoreSlim gate = new(1);
    private readonly FileStream inUse;
    private readonly SqliteConnection connection;
    private readonly TimeProvider time;

    public OperationStore(string path, TimeProvider time)
    {
        this.time = time;
        var full = Path.GetFullPath(path);
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(full)!);
            OperationStoreCheck.CheckHeader(full);
            inUse = Lock(full);
            connection = Open(full);
        }
        catch (Exception problem) when (problem is SqliteException or IOException or UnauthorizedAccessException or OperationStoreUnusableException)
        {
            inUse?.Dispose();
            throw problem as OperationStoreUnusableException ?? OperationStoreCheck.Explain(full, problem);
        }
    }

    /// <summary>Begins the operation of a key, or returns the existing one. A transient failure starts again under its old id.</summary>
    public Task<BeginOutcome> BeginAsync(OperationRecord wanted, int maxRunning, CancellationToken cancellationToken) =>
        RunAsync(transaction =>
        {
            var existing = Find(transaction, "key", wanted.Key);
            if (existing is not null && existing.Fingerprint != wanted.Fingerprint)
            {
                return new BeginOutcome(BeginKind.Mismatch, existing);
            }

            if (existing is { IsRunning: true })
            {
                return new BeginOutcome(BeginKind.AlreadyRunning, existing);
            }

            if (existing is { IsDefinite: true })
            {
                return new BeginOutcome(BeginKind.AlreadyEnded, existing);
            }

            if (CountRunning(transaction) >= maxRunning)
            {
                return new BeginOutcome(BeginKind.Busy, null);
            }

            var begun = existing is null ? wanted : wanted with { Id = existing.Id };
            Upsert(transaction, begun);
            return new BeginOutcome(BeginKind.Started, begun);
        }, cancellationToken);

    public Task<OperationRecord?> FindAsync(string id, CancellationToken cancellationToken) =>
        RunAsync(transaction => Find(transaction, "id", id), cancellationToken);

    public Task<OperationRecord?> FindByKeyAsync(string key, CancellationToken cancellationToken) =>
        RunAsync(transaction => Find(transaction, "key", key), cancellationToken);

    /// <summary>The operations that ran when the process ended, oldest first.</summary>
    public Task<IReadOnlyList<OperationRecord>> FindRunningAsync(CancellationToken cancellationToken) =>
        RunAsync<IReadOnlyList<OperationRecord>>(transaction => List(transaction, "WHERE status = 'running' ORDER BY created_at, id"), cancellationToken);

    /// <summary>Increments the number of restarts of an operation before it is resumed, and returns it.</summary>
    public Task<int> CountRestartAsync(string id, CancellationToken cancellationToken) =>
        RunAsync(transaction =>
        {
            Execute(transaction, "UPDATE operation SET restarts = restarts + 1 WHERE id = $id", ("$id", id));
            return Find(transaction, "id", id)!.Restarts;
        }, cancellationToken);

    /// <summary>Records an orderly stop, so that resuming the work does not count as a restart.</summary>
    public Task<int> ReleaseAsync(CancellationToken cancellationToken) =>
        RunAsync(transaction => Execute(transaction, "UPDATE operation SET restarts = restarts - 1 WHERE status = 'running'"), cancellationToken);

    /// <summary>Saves the answer. Returns false when an earlier answer exists; the earlier one is kept.</summary>
    public Task<bool> EndAsync(string id, ServiceAnswer answer, CancellationToken cancellationToken) =>
        RunAsync(transaction => Execute(
            transaction,
            """
            UPDATE operation SET status = $status, http_status = $http, definite = $definite, response = $response, request = NULL, finished_at = $now
            WHERE id = $id AND status = 'running'
            """,
            ("$id", id),
            ("$status", answer.Status),
            ("$http", answer.HttpStatus),
            ("$definite", answer.IsDefinite ? 1 : 0),
            ("$response", answer.Envelope),
            ("$now", Now())) == 1, cancellationToken);

    /// <summary>Deletes answers that are older than the retention time, and returns their number.</summary>
    public Task<int> SweepAsync(TimeSpan keepFor, CancellationToken cancellationToken) =>
        RunAsync(transaction => Execute(
            transaction, "DELETE FROM operation WHERE finished_at < $limit", ("$limit", Now() - (long)keepFor.TotalMilliseconds)), cancellationToken);

    public void Dispose()
    {
        connection.Dispose();
        inUse.Dispose();
        gate.Dispose();
    }

    private async Task<T> RunAsync<T>(Func<SqliteTransaction, T> work, CancellationToken cancellationToken)
    {
        await gate.WaitAsync(cancellationToken);
        try
        {
            using var transaction = connection.BeginTransaction(deferred: false);
            var result = work(transaction);
            transaction.Commit();
            return result;
        }
        catch (SqliteException exception) when (exception.SqliteErrorCode == DiskFull)
        {
            throw new MediaStoreFullException($"the database {connection.DataSource}", exception);
        }
        finally
        {
            gate.Release();
        }
    }

    // The operating system holds the lock as long as the process lives, and releases it however the process ends.
    private static FileStream Lock(string path)
    {
        // EWOULDBLOCK, on Linux and on macOS: the only fault that means that another process holds the lock.
        const int HeldOnLinux = 11;
        const int HeldOnMacOs = 35;
        try
        {
            return new FileStream($"{path}.lock", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException exception) when (exception.HResult is HeldOnLinux or HeldOnMacOs)
        {
            throw new OperationStoreInUseException(path, exception);
        }
    }

    private long Now() => time.GetUtcNow().ToUnixTimeMilliseconds();

    private static long CountRunning(SqliteTransaction transaction)
    {
        using var command = Command(transaction, "SELECT count(*) FROM operation WHERE status = 'running'");
        return (long)command.ExecuteScalar()!;
    }
}
