using System.Globalization;
using Microsoft.Data.Sqlite;

namespace Reelwright.Services.Operations;

/// <summary>Finds out whether a file is an operation store that this service can work with, and says in a sentence why not.</summary>
internal static class OperationStoreCheck
{
    // Reading every page of a larger file would delay the start; its damage shows when the page is used.
    private const long LargestCheckedPageByPage = 32 * 1024 * 1024;

    private const string Replace = "Restore it from a backup, or move it away to start with an empty one.";
    private const string Elsewhere = "choose another data folder with --data (DATA_DIR)";

    private static readonly byte[] Header = "SQLite format 3\0"u8.ToArray();

    /// <summary>Before SQLite opens the file: it writes beside a file that is not its own.</summary>
    public static void CheckHeader(string path)
    {
        if (Directory.Exists(path))
        {
            throw new OperationStoreUnusableException($"{path} is a folder, but must be a database file. Move it away, or {Elsewhere}.");
        }

        if (!File.Exists(path))
        {
            return;
        }

        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        var start = new byte[Header.Length];
        var length = file.ReadAtLeast(start, start.Length, throwOnEndOfStream: false);
        if (length > 0 && !start.AsSpan(0, length).SequenceEqual(Header))
        {
            throw new OperationStoreUnusableException($"{path} is not an SQLite database. {Replace}");
        }
    }

    /// <summary>Checks whose database it is, its version and its pages.</summary>
    public static void CheckContent(SqliteConnection connection, string path, long newestVersion)
    {
        var tables = Number(connection, "SELECT count(*) FROM sqlite_schema WHERE type = 'table'");
        if (tables > 0 && Number(connection, "SELECT count(*) FROM sqlite_schema WHERE type = 'table' AND name = 'operation'") == 0)
        {
            throw new OperationStoreUnusableException($"{path} is the database of another program. Move it away, or {Elsewhere}.");
        }

        var version = Number(connection, "PRAGMA user_version");
        if (version > newestVersion)
        {
            throw new OperationStoreUnusableException(
                $"{path} has schema version {version}, but this service knows versions up to {newestVersion}: it was written by a newer one. "
                + $"Start that version, or {Elsewhere}.");
        }

        if (new FileInfo(path).Length > LargestCheckedPageByPage)
        {
            return;
        }

        using var check = connection.CreateCommand();
        check.CommandText = "PRAGMA quick_check(1)";
        if (Convert.ToString(check.ExecuteScalar(), CultureInfo.InvariantCulture) is var finding and not "ok")
        {
            throw new OperationStoreUnusableException($"{path} is damaged ({finding?.ReplaceLineEndings(" ")}). {Replace}");
        }
    }

    public static OperationStoreUnusableException Explain(string path, Exception problem) => problem switch
    {
        SqliteException { SqliteErrorCode: SQLitePCL.raw.SQLITE_CORRUPT or SQLitePCL.raw.SQLITE_NOTADB or SQLitePCL.raw.SQLITE_ERROR } =>
            new($"{path} is damaged ({Reason(problem)}). {Replace}", problem),
        SqliteException { SqliteErrorCode: SQLitePCL.raw.SQLITE_FULL } =>
            new($"There is no room left for {path}. Free some disk space, or {Elsewhere}.", problem),
        SqliteException { SqliteErrorCode: SQLitePCL.raw.SQLITE_BUSY or SQLitePCL.raw.SQLITE_LOCKED } =>
            new($"{path} is locked by another program. Close that program, and start again.", problem),
        _ => new(
            $"{path} can't be opened for writing ({Reason(problem)}). "
            + $"Make the file and its folder writable for the user that runs Reelwright, or {Elsewhere}.",
            problem),
    };

    private static string Reason(Exception problem) =>
        problem is SqliteException && problem.Message.Split('\'') is [_, var words, ..] ? words : problem.Message.TrimEnd('.');

    private static long Number(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return Convert.ToInt64(command.ExecuteScalar(), CultureInfo.InvariantCulture);
    }
}
