using Reelwright.Engine.Jobs;
using Reelwright.Engine.Ledger;

namespace Reelwright.Storage.Sqlite;

public sealed partial class SqliteJobStore
{
    public Task StoreLateResultAsync(LedgerCall settled, CancellationToken cancellationToken) =>
        writer.WriteAsync(session => KeepAside(session, settled), cancellationToken);

    private bool KeepAside(SqliteSession session, LedgerCall settled)
    {
        var now = Now;

        // A failure that came first may belong to an earlier request: the later result counts.
        session.Execute(
            """
            INSERT INTO late_results (idempotency_key, state, response, cost, cost_source, provider, error_code, last_error, retryable, attempts, kept_at)
            SELECT idempotency_key, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11 FROM calls WHERE idempotency_key = $1
            ON CONFLICT (idempotency_key) DO UPDATE SET
                state = excluded.state, response = excluded.response, cost = excluded.cost, cost_source = excluded.cost_source, provider = excluded.provider,
                error_code = excluded.error_code, last_error = excluded.last_error, retryable = excluded.retryable, attempts = excluded.attempts, kept_at = excluded.kept_at
            WHERE late_results.state = 'failed' AND (excluded.state = 'succeeded' OR excluded.attempts > late_results.attempts)
            """,
            settled.IdempotencyKey, settled.State.ToWord(), settled.Response, settled.Cost.ToMicros(), settled.CostSource, settled.Provider,
            settled.ErrorCode, settled.LastError, settled.Retryable, settled.Attempts, now);

        // A job that has ended has no next owner, so the result is adopted at once.
        var job = settled.Id.Job.ToString();
        var worked = session.Query("SELECT 1 FROM job_work WHERE job_id = $1", row => row.GetInt64(0), job).Count > 0;
        if (!worked)
        {
            AdoptLateResults(session, job, now);
        }

        return !worked;
    }

    /// <summary>False when the job's budget does not hold the estimate.</summary>
    private static bool TryReserve(SqliteSession session, LedgerCall call)
    {
        var estimate = call.Estimate.ToMicros();
        var reserved = session.Execute(
            "UPDATE jobs SET cost_reserved = cost_reserved + $2 WHERE id = $1 AND cost_total + cost_reserved + $2 <= cost_limit",
            call.Id.Job.ToString(), estimate);
        if (reserved == 0)
        {
            return false;
        }

        session.Execute(
            """
            INSERT INTO calls (job_id, stage, call_index, generation, service, idempotency_key, state, request, estimate, dispatched, attempts, failures, round, retryable, created_at, cache_key)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, 0, $14, $15)
            """,
            call.Id.Job.ToString(), call.Id.Stage, call.Id.Index, call.Id.Generation, call.Service, call.IdempotencyKey, call.State.ToWord(), call.Request,
            estimate, call.Dispatched, call.Attempts, call.Failures, call.Round, call.CreatedAt.ToMillis(), call.CacheKey);
        return true;
    }

    /// <summary>Writes the outcome, replaces the reservation by the cost. A row that is settled already stays.</summary>
    private static void Settle(SqliteSession session, LedgerCall call)
    {
        var settled = session.Execute(
            """
            UPDATE calls SET state = $5, response = $6, cost = $7, cost_source = $8, provider = $9, error_code = $10, last_error = $11, retryable = $12, failures = $13,
                   round = $14, attempts = $15, run_at = $16, settled_at = $17, operation = $18, fresh_until = $19
            WHERE job_id = $1 AND stage = $2 AND call_index = $3 AND generation = $4 AND state NOT IN ('succeeded', 'failed')
            """,
            call.Id.Job.ToString(), call.Id.Stage, call.Id.Index, call.Id.Generation, call.State.ToWord(), call.Response, call.Cost.ToMicros(), call.CostSource,
            call.Provider, call.ErrorCode, call.LastError, call.Retryable, call.Failures, call.Round, call.Attempts, call.RunAt.ToMillis(), call.SettledAt.ToMillis(),
            call.Operation, call.FreshUntil.ToMillis());
        if (settled == 0)
        {
            return;
        }

        FreeSlot(session, call.Id);

        var column = JobColumns.CostOf(call.Id.Stage);
        session.Execute(
            $"""
            UPDATE jobs SET cost_reserved = cost_reserved - $2, {column} = {column} + $3, cost_total = cost_total + $3 WHERE id = $1
            """,
            call.Id.Job.ToString(), call.Estimate.ToMicros(), (call.Cost ?? 0).ToMicros());
    }

    private static void Update(SqliteSession session, LedgerCall call)
    {
        session.Execute(
            """
            UPDATE calls SET state = $5, dispatched = $6, attempts = $7, failures = $8, round = $9, run_at = $10, operation = $11, accepted_at = $12, last_error = $13
            WHERE job_id = $1 AND stage = $2 AND call_index = $3 AND generation = $4 AND state NOT IN ('succeeded', 'failed')
            """,
            call.Id.Job.ToString(), call.Id.Stage, call.Id.Index, call.Id.Generation, call.State.ToWord(), call.Dispatched, call.Attempts, call.Failures, call.Round,
            call.RunAt.ToMillis(), call.Operation, call.AcceptedAt.ToMillis(), call.LastError);
        if (!call.Dispatched)
        {
            FreeSlot(session, call.Id);
        }
    }
}
