using System.Collections.Concurrent;

namespace Reelwright.Storage.Sqlite;

/// <summary>Sessions for reading that keep their prepared statements: parsing a query costs more than running it.</summary>
internal sealed class SqliteReaders(SqliteDatabase database) : IDisposable
{
    private const int MostKept = 16;

    private readonly ConcurrentBag<SqliteSession> idle = [];
    private volatile bool disposed;

    public T Read<T>(Func<SqliteSession, T> query)
    {
        var session = idle.TryTake(out var kept) ? kept : new SqliteSession(database.Connect());
        T result;
        try
        {
            result = query(session);
        }
        catch
        {
            session.Abandon();
            throw;
        }

        if (disposed || idle.Count >= MostKept)
        {
            session.Dispose();
        }
        else
        {
            idle.Add(session);
        }

        return result;
    }

    public void Dispose()
    {
        disposed = true;
        while (idle.TryTake(out var session))
        {
            session.Dispose();
        }
    }
}
