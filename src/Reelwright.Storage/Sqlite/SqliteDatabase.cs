using Microsoft.Data.Sqlite;

namespace Reelwright.Storage.Sqlite;

/// <summary>The file, its connections, and the lock that keeps a second process out.</summary>
internal sealed class SqliteDatabase : IDisposable
{
    private readonly FileStream processLock;
    private readonly string connectionString;

    private SqliteDatabase(FileStream processLock, string connectionString)
    {
        this.processLock = processLock;
        this.connectionString = connectionString;
    }

    /// <summary>Opens the file and brings it to the newest schema, both under the process lock.</summary>
    /// <exception cref="DatabaseInUseException">Another process has it.</exception>
    /// <exception cref="DatabaseUnusableException">It is damaged, foreign or newer, or can't be written.</exception>
    public static SqliteDatabase Open(string path)
    {
        var full = Path.GetFullPath(path);
        FileStream? processLock = null;
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(full)!);
            SqliteFileCheck.CheckHeader(full);
            processLock = Lock(full + ".lock", full);
            var connectionString = new SqliteConnectionStringBuilder
            {
                DataSource = full,
                Mode = SqliteOpenMode.ReadWriteCreate,
                ForeignKeys = true,
                DefaultTimeout = 10,
            }.ToString();
            var database = new SqliteDatabase(processLock, connectionString);
            using var connection = database.Connect();
            SqliteFileCheck.CheckContent(connection, full, SqliteMigrations.Newest);
            SqliteMigrations.Apply(connection);
            using var session = new SqliteSession(database.Connect());
            SqliteSearch.Backfill(session);
            return database;
        }
        catch (Exception problem)
        {
            processLock?.Dispose();
            throw problem switch
            {
                SqliteException fault => SqliteFileCheck.Explain(full, fault),
                IOException or UnauthorizedAccessException => SqliteFileCheck.Explain(full, problem),
                _ => problem,
            };
        }
    }

    /// <summary>Whether a process has the file.</summary>
    public static bool IsInUse(string path)
    {
        var processLock = path + ".lock";
        if (!File.Exists(processLock))
        {
            return false;
        }

        try
        {
            Lock(processLock, path).Dispose();
            return false;
        }
        catch (DatabaseInUseException)
        {
            return true;
        }
    }

    /// <summary>A pooled connection. FULL, because a commit that a power cut takes back could be a payment forgotten.</summary>
    public SqliteConnection Connect()
    {
        var connection = new SqliteConnection(connectionString);
        connection.Open();
        using var pragma = connection.CreateCommand();
        pragma.CommandText = "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA busy_timeout = 5000;";
        pragma.ExecuteNonQuery();
        return connection;
    }

    public void Dispose()
    {
        using (var connection = new SqliteConnection(connectionString))
        {
            SqliteConnection.ClearPool(connection);
        }

        processLock.Dispose();
    }

    private static FileStream Lock(string lockPath, string databasePath)
    {
        // EWOULDBLOCK, on Linux and on macOS: the only fault that means that another process holds the lock.
        const int HeldOnLinux = 11;
        const int HeldOnMacOs = 35;
        try
        {
            return new FileStream(lockPath, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException exception) when (exception.HResult is HeldOnLinux or HeldOnMacOs)
        {
            throw new DatabaseInUseException(databasePath, exception);
        }
    }
}
