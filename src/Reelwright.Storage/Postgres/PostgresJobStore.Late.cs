using Npgsql;
using NpgsqlTypes;
using Reelwright.Engine.Ledger;
using Reelwright.Engine.Store;
using Reelwright.Storage.Postgres.Writing;

namespace Reelwright.Storage.Postgres;

public sealed partial class PostgresJobStore
{
    // Waits for a claim or an ending at the same moment: that decides whether there is a next owner.
    private const string LockWork = "SELECT FROM job_work WHERE job_id = $1 FOR UPDATE";

    private const string LockOwned = "SELECT 1 FROM job_work WHERE job_id = $1 AND node = $2 AND epoch = $3 FOR UPDATE";

    // A superset of what the statement before has changed: when its answer was lost, the repetition changes nothing.
    private const string ChangedCalls =
        $"""
        SELECT now(), {CallRow.Columns} FROM calls c
        WHERE c.job_id = $1 AND (c.settled_at = now()::timestamptz(3) OR (NOT c.superseded AND c.state IN ('accepted', 'succeeded', 'failed')))
        ORDER BY c.stage, c.call_index, c.generation
        """;

    public Task StoreLateResultAsync(LedgerCall late, CancellationToken cancellationToken) => OnConnectionAsync(
        async connection =>
        {
            var job = late.Id.Job.Value;
            await using var batch = new NpgsqlBatch(connection)
            {
                BatchCommands =
                {
                    new NpgsqlBatchCommand(LockWork) { Parameters = { Of(job) } },
                    new NpgsqlBatchCommand(LateResults.Keep)
                    {
                        Parameters =
                        {
                            Of(job), OfText(late.Id.Stage), Of(late.Id.Index), Of(late.Id.Generation), OfText(late.State.ToWord()),
                            OfText(PostgresText.Storable(late.Response)),
                            new() { NpgsqlDbType = NpgsqlDbType.Numeric, Value = late.Cost is { } cost ? cost : DBNull.Value },
                            OfText(late.CostSource), OfText(PostgresText.Storable(late.Provider)), OfText(PostgresText.Storable(late.ErrorCode)),
                            OfText(PostgresText.Storable(late.LastError)), Of(late.Retryable), Of(late.Attempts),
                            OfText(PostgresText.Storable(late.Operation)),
                        },
                    },
                    new NpgsqlBatchCommand(LateResults.AdoptEnded) { Parameters = { Of(new[] { job }) } },
                    new NpgsqlBatchCommand(LateResults.WakeParked) { Parameters = { Of(job) } },
                },
            };
            return await batch.ExecuteNonQueryAsync(cancellationToken);
        },
        cancellationToken);

    public Task<IReadOnlyList<LedgerCall>?> AdoptLateResultsAsync(Fence fence, CancellationToken cancellationToken) => OnConnectionAsync<IReadOnlyList<LedgerCall>?>(
        async connection =>
        {
            var (job, node, epoch) = (fence.Job.Value, fence.Lease.Node, fence.Lease.Epoch);
            await using var batch = new NpgsqlBatch(connection)
            {
                BatchCommands =
                {
                    new NpgsqlBatchCommand(LockOwned) { Parameters = { Of(job), Of(node), Of(epoch) } },
                    new NpgsqlBatchCommand(LateResults.AdoptOwned) { Parameters = { Of(job), Of(node), Of(epoch) } },
                    new NpgsqlBatchCommand(ChangedCalls) { Parameters = { Of(job) } },
                },
            };
            await using var row = await batch.ExecuteReaderAsync(cancellationToken);
            if (!await row.ReadAsync(cancellationToken))
            {
                return null;
            }

            await row.NextResultAsync(cancellationToken);
            var adopted = new List<LedgerCall>();
            while (await row.ReadAsync(cancellationToken))
            {
                adopted.Add(CallRow.Read(row, 1, time.GetUtcNow() - row.Moment(0)));
            }

            await row.NextResultAsync(cancellationToken);
            return adopted;
        },
        cancellationToken);
}
