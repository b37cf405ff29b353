using System.Threading.Channels;
using Microsoft.Data.Sqlite;

namespace Reelwright.Storage.Sqlite;

/// <summary>
/// The one writer of the file: verbs that arrive while a commit is on its way to the disk share the next one (group commit).
/// Each verb has its own savepoint, so that one that fails takes no other with it.
/// </summary>
internal sealed class SqliteWriter : IAsyncDisposable
{
    private const int LargestGroup = 256;
    private const int MostLockWaits = 16;

    // So that a user is answered within a second.
    private static readonly TimeSpan LockWait = TimeSpan.FromMilliseconds(600);

    private readonly SqliteDatabase database;
    private readonly Channel<Work> queue = Channel.CreateBounded<Work>(new BoundedChannelOptions(8192) { SingleReader = true });
    private readonly Task loop;

    /// <param name="scheduler">Where its loop runs.</param>
    public SqliteWriter(SqliteDatabase database, TaskScheduler scheduler)
    {
        this.database = database;
        loop = Task.Factory.StartNew(RunAsync, CancellationToken.None, TaskCreationOptions.DenyChildAttach, scheduler).Unwrap();
    }

    /// <summary>
    /// Runs a verb inside the next transaction and completes when that is durable. Once queued, a verb is not taken back.
    /// </summary>
    public async Task<T> WriteAsync<T>(Func<SqliteSession, T> verb, CancellationToken cancellationToken)
    {
        var work = new Work<T>(verb);
        await queue.Writer.WriteAsync(work, cancellationToken);
        return await work.Completion.Task;
    }

    /// <summary>The same for users, who do not wait while another program locks the file.</summary>
    /// <exception cref="DatabaseUnavailableException">The file was locked for too long; the verb has not run.</exception>
    public async Task<T> WriteSoonAsync<T>(Func<SqliteSession, T> verb, CancellationToken cancellationToken)
    {
        var work = new Work<T>(verb) { IsForUser = true };
        await queue.Writer.WriteAsync(work, cancellationToken);
        return await work.Completion.Task;
    }

    public async ValueTask DisposeAsync()
    {
        queue.Writer.TryComplete();
        await loop;
    }

    private async Task RunAsync()
    {
        var group = new List<Work>(LargestGroup);
        SqliteSession? session = null;
        try
        {
            while (await queue.Reader.WaitToReadAsync())
            {
                while (group.Count < LargestGroup && queue.Reader.TryRead(out var work))
                {
                    group.Add(work);
                }

                session = Commit(group, session);
                group.Clear();
            }
        }
        finally
        {
            session?.Dispose();
        }
    }

    /// <summary>
    /// Returns the session to go on with: none after a failed commit, so that the next group starts on a fresh connection.
    /// </summary>
    private SqliteSession? Commit(List<Work> group, SqliteSession? session)
    {
        try
        {
            session ??= new SqliteSession(database.Connect());
            Begin(group, session);
            foreach (var work in group)
            {
                work.Run(session);
            }

            session.Execute("COMMIT");
        }
        catch (Exception exception)
        {
            session?.Abandon();
            foreach (var work in group)
            {
                work.Fail(exception);
            }

            return null;
        }

        foreach (var work in group)
        {
            work.Complete();
        }

        return session;
    }

    /// <summary>
    /// Takes the file's write lock. While another program has it, work of users is refused after each attempt, and other work waits.
    /// </summary>
    private void Begin(List<Work> group, SqliteSession session)
    {
        for (var attempt = 1; !session.TryBegin(LockWait); attempt++)
        {
            while (queue.Reader.TryRead(out var work))
            {
                group.Add(work);
            }

            var locked = new DatabaseUnavailableException("Another program locks the database file.", null);
            group.FindAll(work => work.IsForUser).ForEach(work => work.Fail(locked));
            group.RemoveAll(work => work.IsForUser);
            if (attempt >= MostLockWaits)
            {
                throw locked;
            }
        }
    }

    private abstract class Work
    {
        public bool IsForUser { get; init; }

        public abstract void Run(SqliteSession session);

        public abstract void Complete();

        public abstract void Fail(Exception exception);
    }

    private sealed class Work<T>(Func<SqliteSession, T> verb) : Work
    {
        private T? result;
        private Exception? failure;

        public TaskCompletionSource<T> Completion { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public override void Run(SqliteSession session)
        {
            session.Execute("SAVEPOINT verb");
            try
            {
                result = verb(session);
            }
            catch (Exception exception) when (!IsFatal(exception))
            {
                failure = exception;
                session.Execute("ROLLBACK TO verb");
            }

            session.Execute("RELEASE verb");
        }

        public override void Complete()
        {
            if (failure is null)
            {
                Completion.TrySetResult(result!);
            }
            else
            {
                Completion.TrySetException(failure);
            }
        }

        public override void Fail(Exception exception) => Completion.TrySetException(exception);

        // Full disk, I/O error, corruption: SQLite may have rolled the whole transaction back already.
        private static bool IsFatal(Exception exception) =>
            exception is SqliteException { SqliteErrorCode: 10 or 11 or 13 or 26 };
    }
}
