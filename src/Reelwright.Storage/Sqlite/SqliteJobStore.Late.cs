using Microsoft.Data.Sqlite;
using Reelwright.Engine.Jobs;
using Reelwright.Engine.Ledger;
using Reelwright.Engine.Store;

namespace Reelwright.Storage.Sqlite;

/// <content>Results that came too late for a step.</content>
public sealed partial class SqliteJobStore
{
    public Task StoreLateResultAsync(LedgerCall late, CancellationToken cancellationToken) =>
        writer.WriteAsync(session => StoreLateResult(session, late), cancellationToken);

    public Task<IReadOnlyList<LedgerCall>?> AdoptLateResultsAsync(Fence fence, CancellationToken cancellationToken) =>
        writer.WriteAsync<IReadOnlyList<LedgerCall>?>(
            session => IsOwned(session, fence) ? AdoptLateResults(session, fence.Job.ToString(), Now, hasEnded: false) : null,
            cancellationToken);

    private bool StoreLateResult(SqliteSession session, LedgerCall late)
    {
        var now = Now;

        // A failure that came first may belong to an earlier request: the later result counts.
        session.Execute(
            """
            INSERT INTO late_results (idempotency_key, state, response, cost, cost_source, provider, error_code, last_error, retryable, attempts, kept_at, operation)
            SELECT idempotency_key, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12 FROM calls WHERE idempotency_key = $1
            ON CONFLICT (idempotency_key) DO UPDATE SET
                state = excluded.state, response = excluded.response, cost = excluded.cost, cost_source = excluded.cost_source, provider = excluded.provider,
                error_code = excluded.error_code, last_error = excluded.last_error, retryable = excluded.retryable, attempts = excluded.attempts,
                kept_at = excluded.kept_at, operation = excluded.operation
            WHERE late_results.state = 'accepted'
               OR (late_results.state = 'failed' AND (excluded.state = 'succeeded' OR excluded.attempts > late_results.attempts))
            """,
            late.IdempotencyKey, late.State.ToWord(), late.Response, late.Cost.ToMicros(), late.CostSource, late.Provider,
            late.ErrorCode, late.LastError, late.Retryable, late.Attempts, now, late.Operation);

        var job = late.Id.Job.ToString();
        if (session.Query("SELECT 1 FROM job_work WHERE job_id = $1", row => row.GetInt64(0), job).Count == 0)
        {
            // A job that has ended has no next owner, so the result is adopted at once.
            AdoptLateResults(session, job, now, hasEnded: true);
            return true;
        }

        // A job that waits for this answer goes on at once.
        session.Execute("UPDATE job_work SET run_at = MIN(run_at, $2) WHERE job_id = $1 AND node IS NULL", job, now);
        return false;
    }

    /// <summary>Adopts the job's late results. Those of an ended job get their cost events here, because no owner adds them.</summary>
    private static List<LedgerCall> AdoptLateResults(SqliteSession session, string job, long now, bool hasEnded)
    {
        // A late failure counts only when the call was not sent again since: the later request may have succeeded.
        var found = session.Query(
            $"""
            SELECT {CallRow.Columns}, l.state, l.response, l.cost, l.cost_source, l.provider, l.error_code, l.last_error, l.retryable, l.operation
            FROM late_results l JOIN calls c ON c.idempotency_key = l.idempotency_key
            WHERE c.job_id = $1 AND c.state NOT IN ('succeeded', 'failed') AND (l.state = 'succeeded' OR l.attempts = c.attempts)
              AND (l.state <> 'accepted' OR c.state <> 'accepted')
            """,
            row => ReadLate(row, now), job);
        foreach (var late in found)
        {
            if (!late.State.IsSettled())
            {
                Update(session, late);
                session.Execute("UPDATE calls SET ask_at = $2 WHERE idempotency_key = $1", late.IdempotencyKey, hasEnded ? now : null);
            }
            else if (Settle(session, late, hasEnded) && hasEnded)
            {
                var total = session.Query("SELECT cost_total FROM jobs WHERE id = $1", row => row.Dollars(0), job)[0];
                AddEvents(session, late.Id.Job, [JobEvents.Cost(late, total)], now);
            }
        }

        session.Execute("DELETE FROM late_results WHERE idempotency_key IN (SELECT idempotency_key FROM calls WHERE job_id = $1)", job);
        return found;
    }

    private static LedgerCall ReadLate(SqliteDataReader row, long now)
    {
        const int Late = CallRow.Count;
        var at = DateTimeOffset.FromUnixTimeMilliseconds(now);
        var call = CallRow.Read(row) with { State = CallStates.Parse(row.GetString(Late)), AnswerUntil = null, RunAt = null };
        return call.State == CallState.Accepted
            ? call with { Operation = row.OptionalText(Late + 8), AcceptedAt = at }
            : call with
            {
                Response = row.OptionalText(Late + 1),
                Cost = row.OptionalDollars(Late + 2),
                CostSource = row.OptionalText(Late + 3),
                Provider = row.OptionalText(Late + 4),
                ErrorCode = row.OptionalText(Late + 5),
                LastError = row.OptionalText(Late + 6),
                Retryable = row.Flag(Late + 7),
                SettledAt = at,
            };
    }

    private static bool IsOwned(SqliteSession session, Fence fence) => session.Query(
        "SELECT 1 FROM job_work WHERE job_id = $1 AND node = $2 AND epoch = $3",
        row => row.GetInt64(0),
        fence.Job.ToString(), fence.Lease.Node.ToString("D"), fence.Lease.Epoch).Count > 0;
}
