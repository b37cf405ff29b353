using System.Diagnostics;
using System.Globalization;
using Microsoft.Extensions.Logging.Abstractions;
using Reelwright.Storage.Postgres;
using Reelwright.Storage.Sqlite;
using Reelwright.StoreBench;
using Reelwright.Testing.Postgres;

// search JOBS: how fast a search is, on both databases.
if (args is ["search", ..])
{
    var many = args.Length > 1 ? int.Parse(args[1], CultureInfo.InvariantCulture) : 300_000;
    var folder = Directory.CreateTempSubdirectory("reelwright-search-");
    await using (var sqlite = SqliteJobStore.Open(Path.Combine(folder.FullName, "jobs.db"), TimeProvider.System))
    {
        await SearchBench.RunAsync("SQLite", sqlite, sqlite, many);
    }

    folder.Delete(recursive: true);
    await using var searched = await PostgresServer.StartAsync(isDurable: false, CancellationToken.None);
    await using var postgres = PostgresJobStore.Open(searched.UrlOf("postgres"), TimeProvider.System, NullLogger<PostgresJobStore>.Instance);
    await SearchBench.RunAsync("PostgreSQL", postgres, postgres, many);
    return;
}

// Drives the PostgreSQL store alone, as the engine does, against a server of its own with fsync on. Arguments: jobs, jobs in flight, jobs
// waiting beside them, owners.
var jobs = args.Length > 0 ? int.Parse(args[0], CultureInfo.InvariantCulture) : 6000;
var inFlight = args.Length > 1 ? int.Parse(args[1], CultureInfo.InvariantCulture) : 200;
var waiting = args.Length > 2 ? int.Parse(args[2], CultureInfo.InvariantCulture) : 0;
var owners = args.Length > 3 ? int.Parse(args[3], CultureInfo.InvariantCulture) : 1;

await using var server = await PostgresServer.StartAsync(isDurable: true, CancellationToken.None);
await using var store = PostgresJobStore.Open(server.UrlOf("postgres"), TimeProvider.System, NullLogger<PostgresJobStore>.Instance);
var lease = await store.JoinAsync(Guid.CreateVersion7(), CancellationToken.None);
var load = new Load(store, lease, owners);
await load.RunAsync(1000, inFlight);
for (var i = 0; i < waiting; i += 100)
{
    await load.CreateAsync(Math.Min(100, waiting - i));
}

var started = Stopwatch.GetTimestamp();
var (client, database) = (ProcessorTime.Own(), ProcessorTime.OfTree(server.ProcessId));
await load.RunAsync(jobs, inFlight);
var seconds = Stopwatch.GetElapsedTime(started).TotalSeconds;
Report("jobs/s", jobs / seconds);
Report("client CPU, ms a job", (ProcessorTime.Own() - client).TotalMilliseconds / jobs);
Report("PostgreSQL CPU, ms a job", (ProcessorTime.OfTree(server.ProcessId) - database).TotalMilliseconds / jobs);

const int Reads = 20_000;
(started, client, database) = (Stopwatch.GetTimestamp(), ProcessorTime.Own(), ProcessorTime.OfTree(server.ProcessId));
await load.ReadAsync(Reads, readers: 16);
Report("status reads/s", Reads / Stopwatch.GetElapsedTime(started).TotalSeconds);
Report("client CPU, ms a read", (ProcessorTime.Own() - client).TotalMilliseconds / Reads);
Report("PostgreSQL CPU, ms a read", (ProcessorTime.OfTree(server.ProcessId) - database).TotalMilliseconds / Reads);

static void Report(string what, double value) => Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{what,-28}{value,10:0.000}"));
