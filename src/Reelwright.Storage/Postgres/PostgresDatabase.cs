using Microsoft.Extensions.Logging;
using Npgsql;

namespace Reelwright.Storage.Postgres;

/// <summary>
/// A node's connections, 20 at most: one for its writer, one for its lease, which must not wait behind anything, and a pool for everybody
/// else.
/// The schema is brought up to date before the first of them is used, whenever the database can first be reached.
/// </summary>
internal sealed class PostgresDatabase : IAsyncDisposable
{
    private const int StatementSeconds = 10;

    private readonly SemaphoreSlim migrating = new(1);
    private readonly NpgsqlDataSource writing;
    private readonly NpgsqlDataSource leases;
    private readonly NpgsqlDataSource pool;
    private readonly ILogger log;
    private volatile bool isMigrated;

    public PostgresDatabase(string url, DatabasePulse pulse, ILogger log)
    {
        Pulse = pulse;
        Pulse.Probe = ProbeAsync;
        this.log = log;
        pool = NpgsqlDataSource.Create(Settings(url, least: 3, most: 18, StatementSeconds, ""));
        leases = NpgsqlDataSource.Create(Settings(url, least: 1, most: 1, seconds: 3, ""));

        writing = NpgsqlDataSource.Create(Settings(url, least: 0, most: 1, StatementSeconds, "-c plan_cache_mode=force_generic_plan -c enable_bitmapscan=off -c lock_timeout=3s"));
    }

    public DatabasePulse Pulse { get; }

    public ValueTask<NpgsqlConnection> OpenForWriterAsync(CancellationToken cancellationToken) => OpenAsync(writing, cancellationToken);

    public ValueTask<NpgsqlConnection> OpenForLeaseAsync(CancellationToken cancellationToken) => OpenAsync(leases, cancellationToken);

    public ValueTask<NpgsqlConnection> OpenAsync(CancellationToken cancellationToken) => OpenAsync(pool, cancellationToken);

    /// <summary>After a broken connection: the others that lie in the pool are most likely broken as well.</summary>
    public void DropIdleConnections()
    {
        pool.Clear();
        leases.Clear();
    }

    public async ValueTask DisposeAsync()
    {
        await writing.DisposeAsync();
        await leases.DisposeAsync();
        await pool.DisposeAsync();
        migrating.Dispose();
    }

    private async ValueTask<NpgsqlConnection> OpenAsync(NpgsqlDataSource source, CancellationToken cancellationToken)
    {
        if (!isMigrated)
        {
            await MigrateAsync(cancellationToken);
        }

        var connection = await source.OpenConnectionAsync(cancellationToken);
        Pulse.Beat();
        return connection;
    }

    private async Task ProbeAsync()
    {
        await using var connection = await pool.OpenConnectionAsync();
        await using var command = new NpgsqlCommand("SELECT 1", connection);
        await command.ExecuteScalarAsync();
    }

    private async Task MigrateAsync(CancellationToken cancellationToken)
    {
        await migrating.WaitAsync(cancellationToken);
        try
        {
            if (!isMigrated)
            {
                await using var connection = await pool.OpenConnectionAsync(cancellationToken);
                await PostgresMigrations.ApplyAsync(connection, log, cancellationToken);
                isMigrated = true;
            }
        }
        finally
        {
            migrating.Release();
        }
    }

    /// <summary>
    /// The operator's settings, and ours where there is none. Time limits are the server's, and a little later the client's, in case it
    /// hangs. Plans are made
    /// once, perhaps when the tables are empty, and have to be right when they are not: through an index, wherever there is one.
    /// </summary>
    private static NpgsqlConnectionStringBuilder Settings(string url, int least, int most, int seconds, string options)
    {
        var settings = DatabaseUrl.Parse(url);
        settings.ApplicationName ??= "reelwright";
        settings.MinPoolSize = least;
        settings.MaxPoolSize = most;
        settings.MaxAutoPrepare = 64;
        settings.AutoPrepareMinUsages = 2;
        settings.NoResetOnClose = true;
        settings.IncludeErrorDetail = false;
        settings.CommandTimeout = seconds + 2;
        settings.CancellationTimeout = 1000;
        settings.ReadBufferSize = settings.WriteBufferSize = 32 * 1024;
        if (!settings.ContainsKey("Timeout") || settings.Timeout > seconds)
        {
            settings.Timeout = Math.Min(seconds, 5);
        }

        settings.Options = $"{settings.Options} -c jit=off -c enable_seqscan=off -c statement_timeout={seconds}s -c idle_in_transaction_session_timeout=15s {options}".Trim();
        return settings;
    }
}
