using Reelwright.Engine.Jobs;
using Reelwright.Engine.Ledger;

namespace Reelwright.Storage.Sqlite;

public sealed partial class SqliteJobStore
{
    /// <summary>False when the job's budget does not hold the estimate.</summary>
    private static bool TryReserve(SqliteSession session, LedgerCall call)
    {
        var estimate = call.Estimate.ToMicros();
        var reserved = session.Execute(
            "UPDATE jobs SET cost_reserved = cost_reserved + $2 WHERE id = $1 AND cost_total + cost_reserved + cost_in_doubt + $2 <= cost_limit",
            call.Id.Job.ToString(), estimate);
        if (reserved == 0)
        {
            return false;
        }

        if (call.Id.Generation > 0)
        {
            Supersede(session, call.Id);
        }

        session.Execute(
            """
            INSERT INTO calls (job_id, stage, call_index, generation, service, idempotency_key, state, request, estimate, dispatched, attempts, failures, round, retryable, created_at,
                               cache_key, origin, sent_at, answer_until, doubtful_from)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, 0, $14, $15, $16, $17, $18, $19)
            """,
            call.Id.Job.ToString(), call.Id.Stage, call.Id.Index, call.Id.Generation, call.Service, call.IdempotencyKey, call.State.ToWord(), call.Request,
            estimate, call.Dispatched, call.Attempts, call.Failures, call.Round, call.CreatedAt.ToMillis(), call.CacheKey, call.Origin, call.SentAt.ToMillis(),
            call.AnswerUntil.ToMillis(), call.DoubtfulFrom.ToMillis());
        return true;
    }

    /// <summary>The generations before this one stay in doubt. No other job waits for their answers.</summary>
    private static void Supersede(SqliteSession session, CallId next)
    {
        const string InDoubt =
            "job_id = $1 AND stage = $2 AND call_index = $3 AND generation < $4 AND superseded = 0 AND state NOT IN ('succeeded', 'failed')";
        var (job, stage, index, generation) = (next.Job.ToString(), next.Stage, next.Index, next.Generation);
        session.Execute(
            $"""
            UPDATE jobs SET (cost_reserved, cost_in_doubt) = (
                SELECT cost_reserved - d.estimates, cost_in_doubt + d.estimates FROM (SELECT COALESCE(SUM(estimate), 0) AS estimates FROM calls WHERE {InDoubt}) d)
            WHERE id = $1
            """,
            job, stage, index, generation);
        session.Execute($"UPDATE calls SET superseded = 1, cache_key = NULL WHERE {InDoubt}", job, stage, index, generation);
    }

    /// <summary>
    /// Writes the outcome, and replaces the estimate, reserved or in doubt, by the cost. False when the row was settled already.
    /// </summary>
    private static bool Settle(SqliteSession session, LedgerCall call, bool hasEnded = false)
    {
        var superseded = session.Query(
            """
            UPDATE calls SET state = $5, response = $6, cost = $7, cost_source = $8, provider = $9, error_code = $10, last_error = $11, retryable = $12, failures = $13,
                   round = $14, attempts = $15, run_at = $16, settled_at = $17, operation = $18, fresh_until = $19, ask_at = NULL
            WHERE job_id = $1 AND stage = $2 AND call_index = $3 AND generation = $4 AND state NOT IN ('succeeded', 'failed')
            RETURNING superseded
            """,
            row => row.Flag(0),
            call.Id.Job.ToString(), call.Id.Stage, call.Id.Index, call.Id.Generation, call.State.ToWord(), call.Response, call.Cost.ToMicros(), call.CostSource,
            call.Provider, call.ErrorCode, call.LastError, call.Retryable, call.Failures, call.Round, call.Attempts, call.RunAt.ToMillis(), call.SettledAt.ToMillis(),
            call.Operation, call.FreshUntil.ToMillis());
        if (superseded.Count == 0)
        {
            return false;
        }

        if (!superseded[0])
        {
            FreeSlot(session, call.Id);
        }

        var column = JobColumns.CostOf(call.Id.Stage);
        var estimated = superseded[0] || hasEnded ? "cost_in_doubt" : "cost_reserved";
        session.Execute(
            $"UPDATE jobs SET {estimated} = {estimated} - $2, {column} = {column} + $3, cost_total = cost_total + $3 WHERE id = $1",
            call.Id.Job.ToString(), call.Estimate.ToMicros(), (call.Cost ?? 0).ToMicros());
        return true;
    }

    private static void Update(SqliteSession session, LedgerCall call)
    {
        session.Execute(
            """
            UPDATE calls SET state = $5, dispatched = $6, attempts = $7, failures = $8, round = $9, run_at = $10, operation = $11, accepted_at = $12, last_error = $13,
                   origin = $14, sent_at = $15, answer_until = $16, doubtful_from = $17
            WHERE job_id = $1 AND stage = $2 AND call_index = $3 AND generation = $4 AND state NOT IN ('succeeded', 'failed')
            """,
            call.Id.Job.ToString(), call.Id.Stage, call.Id.Index, call.Id.Generation, call.State.ToWord(), call.Dispatched, call.Attempts, call.Failures, call.Round,
            call.RunAt.ToMillis(), call.Operation, call.AcceptedAt.ToMillis(), call.LastError, call.Origin, call.SentAt.ToMillis(), call.AnswerUntil.ToMillis(),
            call.DoubtfulFrom.ToMillis());
        if (!call.Dispatched)
        {
            FreeSlot(session, call.Id);
        }
    }

    /// <summary>Its cost stays. Equal answers are not taken from the cache any more.</summary>
    private static void Void(SqliteSession session, CallId call, long now)
    {
        session.Execute(
            """
            UPDATE calls SET fresh_until = $5 WHERE state = 'succeeded' AND fresh_until > $5 AND cache_key = (
                SELECT v.cache_key FROM calls v WHERE v.job_id = $1 AND v.stage = $2 AND v.call_index = $3 AND v.generation = $4)
            """,
            call.Job.ToString(), call.Stage, call.Index, call.Generation, now);
        session.Execute(
            """
            UPDATE calls SET voided = 1, round = (SELECT round FROM jobs WHERE id = $1)
            WHERE job_id = $1 AND stage = $2 AND call_index = $3 AND generation = $4 AND state = 'succeeded'
            """,
            call.Job.ToString(), call.Stage, call.Index, call.Generation);
    }
}
