using System.Globalization;
using Microsoft.Data.Sqlite;

namespace Reelwright.Storage.Sqlite;

/// <summary>
/// Applies the embedded scripts that the file does not have yet, each in its own transaction, in the order of their numbers.
/// The version is SQLite's own <c>user_version</c>, which changes with the transaction.
/// </summary>
internal static class SqliteMigrations
{
    private const string Prefix = "Reelwright.Storage.Sqlite.Migrations.";

    public static int Newest => EmbeddedScripts.Under(Prefix).Count;

    public static void Apply(SqliteConnection connection)
    {
        var version = Version(connection);
        var scripts = EmbeddedScripts.Under(Prefix);
        for (var next = version + 1; next <= scripts.Count; next++)
        {
            using var transaction = connection.BeginTransaction(deferred: false);
            Execute(connection, transaction, scripts[next - 1].Text);
            Execute(connection, transaction, string.Create(CultureInfo.InvariantCulture, $"PRAGMA user_version = {next}"));
            transaction.Commit();
        }
    }

    public static int Version(SqliteConnection connection)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA user_version";
        return Convert.ToInt32(command.ExecuteScalar(), CultureInfo.InvariantCulture);
    }

    private static void Execute(SqliteConnection connection, SqliteTransaction transaction, string sql)
    {
        using var command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
