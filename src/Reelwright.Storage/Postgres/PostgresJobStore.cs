using Microsoft.Extensions.Logging;
using Npgsql;
using Reelwright.Engine.Store;
using Reelwright.Storage.Postgres.Writing;

namespace Reelwright.Storage.Postgres;

/// <summary>
/// The store in PostgreSQL, for any number of nodes. What the engine writes all the time (creating, claiming, steps) goes through one
/// group-committing writer, which waits for a database that is away. Leases have a connection of their own; everything else uses the pool
/// and fails at once. The database's clock is the only one that counts.
/// </summary>
public sealed partial class PostgresJobStore : IJobStore, IJobReader, IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(700);

    private readonly PostgresDatabase database;
    private readonly WriterSession session;
    private readonly PostgresWriter writer;
    private readonly JobFinder finder;
    private readonly TimeProvider time;

    private PostgresJobStore(PostgresDatabase database, TimeProvider time, ILogger log)
    {
        this.database = database;
        this.time = time;
        session = new WriterSession(database, time);
        writer = new PostgresWriter(session, time, log);
        finder = new JobFinder(questions => OnConnectionAsync(connection => JobFinder.AskAsync(connection, questions), CancellationToken.None));
    }

    /// <summary>Connects when it is first needed, and brings the schema up to date then: a node may start before its database.</summary>
    /// <exception cref="InvalidDatabaseUrlException">The URL can't be used.</exception>
    /// <exception cref="DatabaseUnusableException">The server answers, and this program can't work with its database.</exception>
    /// <param name="patience">How long a user's write waits for a database that does not answer at all; 0.7 s when not given.</param>
    public static PostgresJobStore Open(string databaseUrl, TimeProvider time, ILogger<PostgresJobStore> log, TimeSpan? patience = null)
    {
        PostgresStartCheck.Run(databaseUrl);
        return new(new PostgresDatabase(databaseUrl, new DatabasePulse(time, patience ?? Patience), log), time, log);
    }

    public Task<CreateOutcome> CreateAsync(NewJob job, CancellationToken cancellationToken) =>
        writer.WriteWithinAsync(new CreateWrite(job), database.Pulse, cancellationToken);

    public Task<StepOutcome> CommitAsync(JobStep step, CancellationToken cancellationToken) =>
        writer.WriteAsync(new StepWrite(step), cancellationToken);

    public Task<IReadOnlyList<ClaimedJob>> ClaimAsync(NodeLease lease, int limit, CancellationToken cancellationToken) =>
        writer.WriteAsync(new ClaimWrite(lease, limit), cancellationToken);

    public Task PingAsync(CancellationToken cancellationToken) =>
        OnConnectionAsync<bool>(
            async connection =>
            {
                // Writes the version that is there already, so that a full disk and a database that only reads are noticed.
                await using var command = new NpgsqlCommand("UPDATE schema_versions SET script = script WHERE version = 1", connection);
                return await command.ExecuteNonQueryAsync(cancellationToken) == 1;
            },
            cancellationToken);

    public async ValueTask DisposeAsync()
    {
        await writer.DisposeAsync();
        await database.DisposeAsync();
    }

    /// <summary>
    /// A connection that broke while it lay in the pool says nothing about the database: the pool is emptied, and the question asked once
    /// more. So what is asked here must be safe to ask twice.
    /// </summary>
    private async Task<T> OnConnectionAsync<T>(Func<NpgsqlConnection, Task<T>> ask, CancellationToken cancellationToken)
    {
        try
        {
            return await AskAsync(ask, cancellationToken);
        }
        catch (Exception exception) when (PostgresFaults.Of(exception) is PostgresFault.Outage or PostgresFault.Collision)
        {
            database.DropIdleConnections();
            return await AskAsync(ask, cancellationToken);
        }
    }

    /// <summary>For users who change something or are about to, and do not wait for a database that is away.</summary>
    private async Task<T> OnConnectionWithinAsync<T>(Func<NpgsqlConnection, Task<T>> ask, CancellationToken cancellationToken)
    {
        try
        {
            return await database.Pulse.WaitAsync(OnConnectionAsync(ask, cancellationToken), cancellationToken);
        }
        catch (TimeoutException timeout)
        {
            throw new DatabaseUnavailableException("The database did not answer in time.", timeout);
        }
    }

    private async Task<T> AskAsync<T>(Func<NpgsqlConnection, Task<T>> ask, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenAsync(cancellationToken);
        var answer = await ask(connection);
        database.Pulse.Beat();
        return answer;
    }
}
