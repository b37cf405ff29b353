using Npgsql;
using Reelwright.Engine.Jobs;
using Reelwright.Engine.Ledger;
using Reelwright.Engine.Store;

namespace Reelwright.Storage.Postgres;

public sealed partial class PostgresJobStore
{
    // One row with nulls when there is the job but nothing else.
    private const string FindEvents =
        """
        SELECT e.seq, e.kind, e.data, e.at FROM jobs j
        LEFT JOIN LATERAL (SELECT * FROM job_events e WHERE e.job_id = j.id AND e.seq > $3 ORDER BY e.seq LIMIT 1000) e ON true
        WHERE j.id = $1 AND j.owner = $2 ORDER BY e.seq
        """;

    private const string FindLastEvent =
        "SELECT (SELECT COALESCE(MAX(e.seq), 0) FROM job_events e WHERE e.job_id = j.id) FROM jobs j WHERE j.id = $1 AND j.owner = $2";

    private const string FindCreation =
        """
        SELECT request_hash, job_id, created_at, estimated_cost FROM idempotency_keys
        WHERE owner = $1 AND idempotency_key = $2 AND created_at >= now() - interval '24 hours'
        """;

    private const string FindCalls =
        $"""
        SELECT {CallRow.Columns} FROM jobs j LEFT JOIN calls c ON c.job_id = j.id
        WHERE j.id = $1 AND j.owner = $2 ORDER BY c.created_at, c.call_index, c.generation
        """;

    public Task<JobRecord?> FindAsync(string owner, JobId job, CancellationToken cancellationToken) => finder.FindAsync(owner, job, cancellationToken);

    public Task<IReadOnlyList<JobRecord>> ListAsync(JobFilter filter, CancellationToken cancellationToken) => OnConnectionAsync<IReadOnlyList<JobRecord>>(
        async connection =>
        {
            IReadOnlyList<JobRecord> found = [];
            foreach (var command in ListCommands.For(filter))
            {
                await using (command)
                {
                    command.Connection = connection;
                    found = await ReadJobsAsync(command, cancellationToken);
                }

                if (found.Count == filter.Limit)
                {
                    break;
                }
            }

            return found;
        },
        cancellationToken);

    private static async Task<IReadOnlyList<JobRecord>> ReadJobsAsync(NpgsqlCommand command, CancellationToken cancellationToken)
    {
        await using var row = await command.ExecuteReaderAsync(cancellationToken);
        var jobs = new List<JobRecord>();
        while (await row.ReadAsync(cancellationToken))
        {
            jobs.Add(JobRecordRow.Read(row, 0));
        }

        return jobs;
    }

    public Task<IReadOnlyList<NumberedEvent>?> EventsAsync(string owner, JobId job, long after, CancellationToken cancellationToken) => OnConnectionAsync<IReadOnlyList<NumberedEvent>?>(
        async connection =>
        {
            await using var command = new NpgsqlCommand(FindEvents, connection) { Parameters = { Of(job.Value), OfText(owner), Of(after) } };
            return await ReadAllAsync(command, row => new NumberedEvent(row.GetInt64(0), row.GetString(1), row.GetString(2), row.Moment(3)), cancellationToken);
        },
        cancellationToken);

    public Task<long?> LastEventAsync(string owner, JobId job, CancellationToken cancellationToken) => OnConnectionAsync(
        async connection =>
        {
            await using var command = new NpgsqlCommand(FindLastEvent, connection) { Parameters = { Of(job.Value), OfText(owner) } };
            return (long?)await command.ExecuteScalarAsync(cancellationToken);
        },
        cancellationToken);

    public Task<KeyedCreation?> FindCreationAsync(string owner, string idempotencyKey, CancellationToken cancellationToken) => OnConnectionWithinAsync(
        async connection =>
        {
            await using var command = new NpgsqlCommand(FindCreation, connection) { Parameters = { OfText(owner), OfText(idempotencyKey) } };
            await using var row = await command.ExecuteReaderAsync(cancellationToken);
            return await row.ReadAsync(cancellationToken)
                ? new KeyedCreation(row.OptionalText(0) ?? "", new JobId(row.GetGuid(1)), row.Moment(2), row.GetDecimal(3))
                : null;
        },
        cancellationToken);

    public Task<IReadOnlyList<LedgerCall>?> CallsAsync(string owner, JobId job, CancellationToken cancellationToken) => OnConnectionAsync<IReadOnlyList<LedgerCall>?>(
        async connection =>
        {
            await using var command = new NpgsqlCommand(FindCalls, connection) { Parameters = { Of(job.Value), OfText(owner) } };
            return await ReadAllAsync(command, row => CallRow.Read(row, 0), cancellationToken);
        },
        cancellationToken);

    /// <summary>Null when there is no job; see <see cref="FindEvents"/>.</summary>
    private static async Task<List<T>?> ReadAllAsync<T>(NpgsqlCommand command, Func<NpgsqlDataReader, T> read, CancellationToken cancellationToken)
    {
        await using var row = await command.ExecuteReaderAsync(cancellationToken);
        List<T>? found = null;
        while (await row.ReadAsync(cancellationToken))
        {
            found ??= [];
            if (!row.IsDBNull(0))
            {
                found.Add(read(row));
            }
        }

        return found;
    }
}
