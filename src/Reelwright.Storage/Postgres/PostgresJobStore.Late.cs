using Npgsql;
using NpgsqlTypes;
using Reelwright.Engine.Ledger;
using Reelwright.Storage.Postgres.Writing;

namespace Reelwright.Storage.Postgres;

public sealed partial class PostgresJobStore
{
    // Waits for a claim or an ending at the same moment: that decides whether there is a next owner.
    private const string LockWork = "SELECT FROM job_work WHERE job_id = $1 FOR UPDATE";

    public Task StoreLateResultAsync(LedgerCall settled, CancellationToken cancellationToken) => OnConnectionAsync(
        async connection =>
        {
            var job = settled.Id.Job.Value;
            await using var batch = new NpgsqlBatch(connection)
            {
                BatchCommands =
                {
                    new NpgsqlBatchCommand(LockWork) { Parameters = { Of(job) } },
                    new NpgsqlBatchCommand(LateResults.Keep)
                    {
                        Parameters =
                        {
                            Of(job), OfText(settled.Id.Stage), Of(settled.Id.Index), Of(settled.Id.Generation), OfText(settled.State.ToWord()),
                            OfText(PostgresText.Storable(settled.Response)),
                            new() { NpgsqlDbType = NpgsqlDbType.Numeric, Value = settled.Cost is { } cost ? cost : DBNull.Value },
                            OfText(settled.CostSource), OfText(PostgresText.Storable(settled.Provider)), OfText(PostgresText.Storable(settled.ErrorCode)),
                            OfText(PostgresText.Storable(settled.LastError)), Of(settled.Retryable), Of(settled.Attempts),
                        },
                    },
                    new NpgsqlBatchCommand(LateResults.AdoptEnded) { Parameters = { Of(job) } },
                },
            };
            return await batch.ExecuteNonQueryAsync(cancellationToken);
        },
        cancellationToken);
}
