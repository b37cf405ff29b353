using Microsoft.Data.Sqlite;

namespace Reelwright.Services.Operations;

public sealed partial class OperationStore
{
    private const int SchemaVersion = 1;

    private const string Schema =
        """
        CREATE TABLE operation (
            id TEXT PRIMARY KEY,
            key TEXT NOT NULL UNIQUE,
            fingerprint TEXT NOT NULL,
            job_id TEXT,
            traceparent TEXT,
            request BLOB,
            status TEXT NOT NULL CHECK (status IN ('running', 'succeeded', 'failed', 'cancelled')),
            restarts INTEGER NOT NULL,
            definite INTEGER NOT NULL,
            http_status INTEGER NOT NULL,
            response BLOB,
            created_at INTEGER NOT NULL,
            finished_at INTEGER
        ) STRICT;
        CREATE INDEX operation_running ON operation (created_at) WHERE status = 'running';
        CREATE INDEX operation_finished ON operation (finished_at) WHERE finished_at IS NOT NULL;
        """;

    private const string Columns =
        "SELECT id, key, fingerprint, job_id, traceparent, request, status, restarts, definite, http_status, response FROM operation ";

    private static SqliteConnection Open(string path)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Pooling = false }.ToString());
        try
        {
            return Prepare(connection, path);
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    private static SqliteConnection Prepare(SqliteConnection connection, string path)
    {
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA busy_timeout = 5000;";
        command.ExecuteNonQuery();
        OperationStoreCheck.CheckContent(connection, path, SchemaVersion);
        Migrate(connection);
        return connection;
    }

    private static void Migrate(SqliteConnection connection)
    {
        using var transaction = connection.BeginTransaction(deferred: false);
        using var read = Command(transaction, "PRAGMA user_version");
        var version = (long)read.ExecuteScalar()!;
        if (version < SchemaVersion)
        {
            Execute(transaction, Schema);
            Execute(transaction, $"PRAGMA user_version = {SchemaVersion}");
        }

        transaction.Commit();
    }

    private void Upsert(SqliteTransaction transaction, OperationRecord record) => Execute(
        transaction,
        """
        INSERT INTO operation (id, key, fingerprint, job_id, traceparent, request, status, restarts, definite, http_status, created_at)
        VALUES ($id, $key, $fingerprint, $job, $trace, $request, 'running', 0, 0, 0, $now)
        ON CONFLICT (id) DO UPDATE SET
            request = excluded.request, traceparent = excluded.traceparent, status = 'running', restarts = 0, definite = 0, http_status = 0,
            response = NULL, created_at = excluded.created_at, finished_at = NULL
        """,
        ("$id", record.Id),
        ("$key", record.Key),
        ("$fingerprint", record.Fingerprint),
        ("$job", record.JobId),
        ("$trace", record.TraceParent),
        ("$request", record.Request),
        ("$now", Now()));

    private static OperationRecord? Find(SqliteTransaction transaction, string column, string value) =>
        List(transaction, $"WHERE {column} = $value", ("$value", value)).FirstOrDefault();

    private static List<OperationRecord> List(SqliteTransaction transaction, string where, params ReadOnlySpan<(string Name, object? Value)> parameters)
    {
        using var command = Command(transaction, Columns + where, parameters);
        using var reader = command.ExecuteReader();
        var records = new List<OperationRecord>();
        while (reader.Read())
        {
            records.Add(new OperationRecord
            {
                Id = reader.GetString(0),
                Key = reader.GetString(1),
                Fingerprint = reader.GetString(2),
                JobId = reader.IsDBNull(3) ? null : reader.GetString(3),
                TraceParent = reader.IsDBNull(4) ? null : reader.GetString(4),
                Request = reader.IsDBNull(5) ? null : (byte[])reader.GetValue(5),
                Status = reader.GetString(6),
                Restarts = reader.GetInt32(7),
                IsDefinite = reader.GetInt32(8) == 1,
                HttpStatus = reader.GetInt32(9),
                Response = reader.IsDBNull(10) ? null : (byte[])reader.GetValue(10),
            });
        }

        return records;
    }

    private static int Execute(SqliteTransaction transaction, string sql, params ReadOnlySpan<(string Name, object? Value)> parameters)
    {
        using var command = Command(transaction, sql, parameters);
        return command.ExecuteNonQuery();
    }

    private static SqliteCommand Command(SqliteTransaction transaction, string sql, params ReadOnlySpan<(string Name, object? Value)> parameters)
    {
        var command = transaction.Connection!.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = sql;
        foreach (var (name, value) in parameters)
        {
            command.Parameters.AddWithValue(name, value ?? DBNull.Value);
        }

        return command;
    }
}
