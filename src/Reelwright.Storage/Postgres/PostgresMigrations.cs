using System.Globalization;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Reelwright.Storage.Postgres;

/// <summary>
/// Applies the embedded scripts that the database does not have yet, each in its own transaction, in the order of their numbers. An
/// advisory lock lets
/// one node do it while the others wait.
/// </summary>
internal static partial class PostgresMigrations
{
    private const string Prefix = "Reelwright.Storage.Postgres.Migrations.";

    // Any number does, as long as it is always this one.
    private const long Lock = 0x5265656C77726967;

    public static int Newest => EmbeddedScripts.Under(Prefix).Count;

    public static string IsNewer(string place, int version) =>
        $"The database {place} has schema version {version}, but this program knows versions up to {Newest}: it was written by a newer Reelwright. "
        + "Start that version, or name another database in DATABASE_URL.";

    public static async Task ApplyAsync(NpgsqlConnection connection, ILogger log, CancellationToken cancellationToken)
    {
        // Neither waiting for another node's migration nor a long one of our own is a fault.
        await ExecuteAsync(connection, null, string.Create(CultureInfo.InvariantCulture, $"SET statement_timeout = 0; SELECT pg_advisory_lock({Lock})"), cancellationToken);
        try
        {
            await ExecuteAsync(
                connection, null, "CREATE TABLE IF NOT EXISTS schema_versions (version int PRIMARY KEY, script text NOT NULL, applied_at timestamptz NOT NULL DEFAULT now())", cancellationToken);
            var version = await VersionAsync(connection, cancellationToken);
            var scripts = EmbeddedScripts.Under(Prefix);
            if (version > scripts.Count)
            {
                throw new DatabaseUnusableException(IsNewer(connection.Database, version));
            }

            for (var next = version + 1; next <= scripts.Count; next++)
            {
                await ApplyAsync(connection, next, scripts[next - 1], cancellationToken);
                Log.Applied(log, next, scripts[next - 1].Name);
            }

            await PostgresSearch.BackfillAsync(connection, cancellationToken);
        }
        finally
        {
            await ReleaseAsync(connection);
        }
    }

    private static async Task ApplyAsync(NpgsqlConnection connection, int version, EmbeddedScript script, CancellationToken cancellationToken)
    {
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        await ExecuteAsync(connection, transaction, script.Text, cancellationToken);
        await using var record = new NpgsqlCommand("INSERT INTO schema_versions (version, script) VALUES ($1, $2)", connection, transaction);
        record.Parameters.Add(new() { Value = version });
        record.Parameters.Add(new() { Value = script.Name });
        await record.ExecuteNonQueryAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }

    private static async Task<int> VersionAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand("SELECT COALESCE(MAX(version), 0) FROM schema_versions", connection);
        return (int)(await command.ExecuteScalarAsync(cancellationToken))!;
    }

    // A broken connection has lost the lock already; the exception to report is the one that broke it.
    private static async Task ReleaseAsync(NpgsqlConnection connection)
    {
        if (connection.FullState == System.Data.ConnectionState.Open)
        {
            await ExecuteAsync(
                connection, null, string.Create(CultureInfo.InvariantCulture, $"SELECT pg_advisory_unlock({Lock}); RESET statement_timeout"), CancellationToken.None);
        }
    }

    private static async Task ExecuteAsync(NpgsqlConnection connection, NpgsqlTransaction? transaction, string sql, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(sql, connection, transaction) { CommandTimeout = 0 };
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    private static partial class Log
    {
        [LoggerMessage(50, LogLevel.Information, "The database has schema version {Version} now ({Script}).")]
        public static partial void Applied(ILogger logger, int version, string script);
    }
}
