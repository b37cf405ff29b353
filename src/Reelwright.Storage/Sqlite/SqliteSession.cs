using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Reelwright.Storage.Sqlite;

/// <summary>A connection with its prepared statements. Parameters are positional: <c>$1</c>, <c>$2</c>, ...</summary>
internal sealed class SqliteSession(SqliteConnection connection) : IDisposable
{
    private const int BusyMilliseconds = 5000;

    private readonly Dictionary<string, SqliteCommand> prepared = [];

    public int Execute(string sql, params ReadOnlySpan<object?> values) => Prepare(sql, values).ExecuteNonQuery();

    public List<T> Query<T>(string sql, Func<SqliteDataReader, T> read, params ReadOnlySpan<object?> values)
    {
        using var reader = Prepare(sql, values).ExecuteReader();
        var rows = new List<T>();
        while (reader.Read())
        {
            rows.Add(read(reader));
        }

        return rows;
    }

    /// <summary>Reads rows until <paramref name="next"/> says that it has enough.</summary>
    public void Scan(string sql, Func<SqliteDataReader, bool> next, params ReadOnlySpan<object?> values)
    {
        using var reader = Prepare(sql, values).ExecuteReader();
        while (reader.Read() && next(reader))
        {
        }
    }

    /// <summary>Begins a transaction with the write lock; false when another program has held the lock for so long.</summary>
    public bool TryBegin(TimeSpan wait)
    {
        // Past the library, whose own waiting counts in whole seconds.
        raw.sqlite3_busy_timeout(connection.Handle, (int)wait.TotalMilliseconds);
        var result = raw.sqlite3_exec(connection.Handle, "BEGIN IMMEDIATE");
        raw.sqlite3_busy_timeout(connection.Handle, BusyMilliseconds);
        if (result != raw.SQLITE_BUSY)
        {
            SqliteException.ThrowExceptionForRC(result, connection.Handle);
        }

        return result == raw.SQLITE_OK;
    }

    /// <summary>After a fault that may have left a transaction open: its connection must not come back from the pool with it.</summary>
    public void Abandon()
    {
        SqliteConnection.ClearPool(connection);
        Dispose();
    }

    public void Dispose()
    {
        foreach (var command in prepared.Values)
        {
            command.Dispose();
        }

        connection.Dispose();
    }

    private SqliteCommand Prepare(string sql, ReadOnlySpan<object?> values)
    {
        if (!prepared.TryGetValue(sql, out var command))
        {
            command = connection.CreateCommand();
            command.CommandText = sql;
            for (var i = 1; i <= values.Length; i++)
            {
                command.Parameters.Add(new SqliteParameter { ParameterName = $"${i}" });
            }

            prepared.Add(sql, command);
        }

        for (var i = 0; i < values.Length; i++)
        {
            command.Parameters[i].Value = values[i] ?? DBNull.Value;
        }

        return command;
    }
}
