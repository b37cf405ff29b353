using Microsoft.Data.Sqlite;
using Reelwright.Engine.Store;
using Reelwright.Simulation.Scheduling;
using Reelwright.Storage.Sqlite;

namespace Reelwright.Simulation.Cluster;

/// <summary>The SQLite store on a file in memory, with a connection of the simulation's own beside it.</summary>
internal sealed class SqliteWorldDatabase : IDatabase, IDisposable
{
    private const string MemoryFolder = "/dev/shm";

    private readonly string folder = Path.Combine(Directory.Exists(MemoryFolder) ? MemoryFolder : Path.GetTempPath(), $"simulation-{Path.GetRandomFileName()}");
    private readonly SwitchingScheduler scheduler = new();
    private readonly SwitchingTime time = new();
    private readonly SqliteJobStore store;
    private readonly SqliteConnection beside;
    private readonly SqliteCommand empty;
    private readonly SqliteCommand owns;

    public SqliteWorldDatabase()
    {
        Directory.CreateDirectory(folder);
        var path = Path.Combine(folder, "jobs.db");
        store = SqliteJobStore.Open(path, time, scheduler);

        // The writer's loop starts here and not in the first world, which would differ by that from the others.
        var start = new SimScheduler(0);
        scheduler.Attach(start.NewActor("the database"));
        start.RunUntil(TimeSpan.Zero, long.MaxValue);
        beside = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Pooling = false, ForeignKeys = false }.ToString());
        beside.Open();
        empty = Command(string.Concat(Tables().Select(table => $"DELETE FROM {table};")));
        owns = Command(
            """
            SELECT 1 FROM job_work w JOIN nodes n ON n.id = w.node AND n.epoch = w.epoch AND n.alive = 1
            WHERE w.job_id = $job AND w.node = $node AND w.epoch = $epoch
            """,
            "$job", "$node", "$epoch");
    }

    public IJobStore Store => store;

    public IJobReader Reader => store;

    public void Begin(Actor database, SimTime now)
    {
        time.Current = now;
        scheduler.Attach(database);
        empty.ExecuteNonQuery();
    }

    public bool Owns(NodeLease lease, Guid job)
    {
        owns.Parameters[0].Value = job.ToString("D");
        owns.Parameters[1].Value = lease.Node.ToString("D");
        owns.Parameters[2].Value = lease.Epoch;
        return owns.ExecuteScalar() is not null;
    }

    public void Dispose()
    {
        // The store's writer waits for a world that will not come. It ends with the process.
        beside.Dispose();
        Directory.Delete(folder, recursive: true);
    }

    public ValueTask DisposeAsync()
    {
        Dispose();
        return ValueTask.CompletedTask;
    }

    private List<string> Tables()
    {
        using var command = Command("SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name <> 'jobs', name");
        using var reader = command.ExecuteReader();
        var tables = new List<string>();
        while (reader.Read())
        {
            tables.Add(reader.GetString(0));
        }

        return tables;
    }

    private SqliteCommand Command(string sql, params ReadOnlySpan<string> parameters)
    {
        var command = beside.CreateCommand();
        command.CommandText = sql;
        foreach (var parameter in parameters)
        {
            command.Parameters.Add(new SqliteParameter { ParameterName = parameter });
        }

        return command;
    }
}
