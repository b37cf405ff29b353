using Npgsql;
using Reelwright.Engine.Jobs;
using Reelwright.Engine.Ledger;
using Reelwright.Engine.Store;
using Reelwright.Storage.Postgres.Writing;

namespace Reelwright.Storage.Postgres;

/// <content>Calls of ended jobs whose bill is not known yet.</content>
public sealed partial class PostgresJobStore
{
    private const string ClaimOpenCalls =
        $"""
        WITH due AS MATERIALIZED (
            SELECT c.job_id, c.stage, c.call_index, c.generation FROM calls c
            WHERE c.ask_at <= now() AND EXISTS (SELECT FROM nodes n WHERE n.id = $1 AND n.epoch = $2 AND n.alive)
            ORDER BY c.ask_at LIMIT $4 FOR UPDATE SKIP LOCKED
        ), taken AS (
            UPDATE calls c SET ask_at = now() + $3 * interval '1 second' FROM due d
            WHERE c.job_id = ANY (ARRAY[d.job_id]) AND c.stage = d.stage AND c.call_index = d.call_index AND c.generation = d.generation
            RETURNING c.*
        )
        SELECT now(), j.status, {CallRow.Columns} FROM taken c CROSS JOIN LATERAL (SELECT j.status FROM jobs j WHERE j.id = c.job_id OFFSET 0) j
        """;

    private const string StoreOpenCall =
        """
        UPDATE calls c SET state = $5, operation = $6, accepted_at = CASE WHEN $5 = 'accepted' AND c.state <> 'accepted' THEN now() ELSE c.accepted_at END,
               last_error = $7, answer_until = now() + $8 * interval '1 second', doubtful_from = now() + $9 * interval '1 second',
               ask_at = now() + $10 * interval '1 second', asks = $11
        WHERE c.job_id = $1 AND c.stage = $2 AND c.call_index = $3 AND c.generation = $4 AND c.state NOT IN ('succeeded', 'failed') AND c.asks = $11 - 1
          AND c.ask_at IS NOT NULL AND NOT EXISTS (SELECT FROM job_work w WHERE w.job_id = $1)
        """;

    public Task<IReadOnlyList<OpenCall>> ClaimOpenCallsAsync(NodeLease lease, TimeSpan hold, int limit, CancellationToken cancellationToken) =>
        OnConnectionAsync<IReadOnlyList<OpenCall>>(
            async connection =>
            {
                await using var command = new NpgsqlCommand(ClaimOpenCalls, connection)
                {
                    Parameters = { Of(lease.Node), Of(lease.Epoch), Of(hold.TotalSeconds), Of(limit) },
                };
                await using var row = await command.ExecuteReaderAsync(cancellationToken);
                var due = new List<OpenCall>();
                while (await row.ReadAsync(cancellationToken))
                {
                    due.Add(new OpenCall(CallRow.Read(row, 2, time.GetUtcNow() - row.Moment(0)), JobStates.Parse(row.GetString(1))));
                }

                return due;
            },
            cancellationToken);

    public Task StoreOpenCallAsync(LedgerCall call, CancellationToken cancellationToken) => OnConnectionAsync(
        async connection =>
        {
            await using var command = new NpgsqlCommand(StoreOpenCall, connection)
            {
                Parameters =
                {
                    Of(call.Id.Job.Value), OfText(call.Id.Stage), Of(call.Id.Index), Of(call.Id.Generation), OfText(call.State.ToWord()),
                    OfText(PostgresText.Storable(call.Operation)), OfText(PostgresText.Storable(call.LastError)), OfDistance(call.AnswerUntil),
                    OfDistance(call.DoubtfulFrom), OfDistance(call.AskAt), Of(call.Asks),
                },
            };
            return await command.ExecuteNonQueryAsync(cancellationToken);
        },
        cancellationToken);

    /// <summary>Moments travel as distances in seconds, so that only the database's clock counts.</summary>
    private NpgsqlParameter OfDistance(DateTimeOffset? moment) => new()
    {
        NpgsqlDbType = NpgsqlTypes.NpgsqlDbType.Double,
        Value = moment is { } at ? (at - time.GetUtcNow()).TotalSeconds : DBNull.Value,
    };
}
