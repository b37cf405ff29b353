using System.Globalization;
using Microsoft.Data.Sqlite;

namespace Reelwright.Storage.Sqlite;

/// <summary>Finds out whether a file is a database of ours that this program can work with, and says in a sentence why not.</summary>
internal static class SqliteFileCheck
{
    /// <summary>Stands in the file's header (https://www.sqlite.org/fileformat.html, application id): "RLWj".</summary>
    private const int ApplicationId = 0x524C576A;

    // Reading every page of a larger file would delay the start; its damage shows when the page is used.
    private const long LargestCheckedPageByPage = 32 * 1024 * 1024;

    private const string Elsewhere = "choose another data folder with --data (DATA_DIR)";
    private const string Replace = "Restore it from a backup, or move it away to start with an empty one.";

    private static readonly byte[] Header = "SQLite format 3\0"u8.ToArray();
    private static readonly string[] OurTables = ["jobs", "job_work", "calls", "job_events"];

    /// <summary>Before SQLite opens the file: it writes beside a file that is not its own.</summary>
    public static void CheckHeader(string path)
    {
        if (Directory.Exists(path))
        {
            throw new DatabaseUnusableException($"{path} is a folder, but must be the database file. Move it away, or {Elsewhere}.");
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
            throw new DatabaseUnusableException($"{path} is not an SQLite database. {Replace}");
        }
    }

    /// <summary>Checks whose database it is, its version and its pages, and marks an empty one as ours.</summary>
    public static void CheckContent(SqliteConnection connection, string path, int newestVersion)
    {
        var tables = Tables(connection);
        var (id, version) = (Number(connection, "PRAGMA application_id"), Number(connection, "PRAGMA user_version"));
        if (id is not 0 and not ApplicationId || (tables.Count > 0 && OurTables.FirstOrDefault(table => !tables.Contains(table)) is not null))
        {
            throw new DatabaseUnusableException($"{path} is the database of another program. Move it away, or {Elsewhere}.");
        }

        if (version > newestVersion)
        {
            throw new DatabaseUnusableException(
                $"{path} has schema version {version}, but this program knows versions up to {newestVersion}: it was written by a newer Reelwright. "
                + $"Start that version, or {Elsewhere}.");
        }

        if (new FileInfo(path).Length <= LargestCheckedPageByPage && Text(connection, "PRAGMA quick_check(1)") is var finding and not "ok")
        {
            throw new DatabaseUnusableException($"{path} is damaged ({finding.ReplaceLineEndings(" ")}). {Replace}");
        }

        if (id == 0)
        {
            using var mark = connection.CreateCommand();
            mark.CommandText = string.Create(CultureInfo.InvariantCulture, $"PRAGMA application_id = {ApplicationId}");
            mark.ExecuteNonQuery();
        }
    }

    /// <summary>What SQLite found wrong (https://www.sqlite.org/rescode.html).</summary>
    public static DatabaseUnusableException Explain(string path, SqliteException problem) => problem.SqliteErrorCode switch
    {
        SQLitePCL.raw.SQLITE_CORRUPT or SQLitePCL.raw.SQLITE_NOTADB => new($"{path} is damaged ({Reason(problem)}). {Replace}", problem),
        SQLitePCL.raw.SQLITE_FULL => new($"There is no room left for {path}. Free some disk space, or {Elsewhere}.", problem),
        SQLitePCL.raw.SQLITE_BUSY or SQLitePCL.raw.SQLITE_LOCKED => new($"{path} is locked by another program. Close that program, and start again.", problem),
        SQLitePCL.raw.SQLITE_ERROR => new($"{path} does not have the tables that its version says ({Reason(problem)}). {Replace}", problem),
        _ => Unwritable(path, Reason(problem), problem),
    };

    public static DatabaseUnusableException Explain(string path, Exception problem) => Unwritable(path, problem.Message.TrimEnd('.'), problem);

    private static DatabaseUnusableException Unwritable(string path, string reason, Exception problem) => new(
        $"{path} can't be opened for writing ({reason}). Make the file and its folder writable for the user that runs Reelwright, or {Elsewhere}.", problem);

    /// <summary>SQLite's own words of: <c>SQLite Error 11: 'database disk image is malformed'.</c></summary>
    private static string Reason(SqliteException problem) =>
        problem.Message.Split('\'') is [_, var words, ..] ? words : problem.Message.TrimEnd('.');

    private static HashSet<string> Tables(SqliteConnection connection)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite~_%' ESCAPE '~'";
        using var row = command.ExecuteReader();
        var names = new HashSet<string>();
        while (row.Read())
        {
            names.Add(row.GetString(0));
        }

        return names;
    }

    private static long Number(SqliteConnection connection, string sql) =>
        long.Parse(Text(connection, sql), CultureInfo.InvariantCulture);

    private static string Text(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return Convert.ToString(command.ExecuteScalar(), CultureInfo.InvariantCulture) ?? "";
    }
}
