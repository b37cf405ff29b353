using Reelwright.Engine.Ledger;
using Reelwright.Engine.Store;

namespace Reelwright.Storage.Sqlite;

/// <content>What decides whether a call may be begun now: the cache, the slots of its service, the job's budget, in this order.</content>
public sealed partial class SqliteJobStore
{
    /// <summary>
    /// After the first intent that is refused all are: the job is going to fail, and a cheaper call behind it would be bought for nothing.
    /// </summary>
    private static (List<CallId> Refused, List<BlockedCall> Blocked) Dispatch(SqliteSession session, JobStep step, long now)
    {
        var refused = new List<CallId>();
        var held = new List<BlockedCall>();
        foreach (var call in step.Resends)
        {
            if (TryTakeSlot(session, call))
            {
                Update(session, call);
            }
            else
            {
                held.Add(new BlockedCall(call.Id, call.Service, null));
            }
        }

        foreach (var call in step.Intents)
        {
            if (refused.Count > 0)
            {
                refused.Add(call.Id);
            }
            else if (HeldByCache(session, call, now) is { } equal)
            {
                held.Add(equal);
            }
            else if (!TryTakeSlot(session, call))
            {
                held.Add(new BlockedCall(call.Id, call.Service, null));
            }
            else if (!TryReserve(session, call))
            {
                FreeSlot(session, call.Id);
                refused.Add(call.Id);
            }
        }

        return (refused, held);
    }

    private static BlockedCall? HeldByCache(SqliteSession session, LedgerCall call, long now)
    {
        if (call.CacheKey is not { } key)
        {
            return null;
        }

        var answers = session.Query(
            $"SELECT {CallRow.Columns} FROM calls c WHERE c.cache_key = $1 AND c.state = 'succeeded' AND c.fresh_until > $2 ORDER BY c.fresh_until DESC LIMIT 1",
            CallRow.Read, key, now);
        if (answers.Count > 0)
        {
            return new BlockedCall(call.Id, key, answers[0]);
        }

        var onItsWay = session.Query(
            """
            SELECT 1 FROM calls WHERE cache_key = $1 AND state IN ('intent', 'accepted', 'unknown') AND NOT (job_id = $2 AND stage = $3 AND call_index = $4)
            """,
            row => row.GetInt64(0), key, call.Id.Job.ToString(), call.Id.Stage, call.Id.Index).Count > 0;
        return onItsWay ? new BlockedCall(call.Id, key, null) : null;
    }

    /// <summary>A call that is in doubt has kept its slot.</summary>
    private static bool TryTakeSlot(SqliteSession session, LedgerCall call)
    {
        if (LimitOf(session, call.Service) is not { } limit)
        {
            return true;
        }

        var (job, stage, index) = (call.Id.Job.ToString(), call.Id.Stage, call.Id.Index);
        var kept = session.Query(
            "SELECT 1 FROM service_slots WHERE job_id = $1 AND stage = $2 AND call_index = $3", row => row.GetInt64(0), job, stage, index);
        return kept.Count > 0 || session.Execute(
            """
            UPDATE service_slots SET job_id = $2, stage = $3, call_index = $4
            WHERE service = $1 AND slot = (SELECT slot FROM service_slots WHERE service = $1 AND job_id IS NULL AND slot <= $5 ORDER BY slot LIMIT 1)
            """,
            call.Service, job, stage, index, limit) == 1;
    }

    private static void FreeSlot(SqliteSession session, CallId call) => session.Execute(
        "UPDATE service_slots SET job_id = NULL, stage = NULL, call_index = NULL WHERE job_id = $1 AND stage = $2 AND call_index = $3",
        call.Job.ToString(), call.Stage, call.Index);

    /// <summary>A row of its own in the ledger, settled from the start.</summary>
    private static void Reuse(SqliteSession session, LedgerCall call) => session.Execute(
        """
        INSERT INTO calls (job_id, stage, call_index, generation, service, idempotency_key, state, request, estimate, dispatched, attempts, failures, round, retryable, created_at,
                           cache_key, response, cost, cost_source, provider, cached, fresh_until, settled_at)
        VALUES ($1, $2, $3, $4, $5, $6, 'succeeded', $7, 0, 0, 0, 0, $8, 0, $9, $10, $11, 0, $12, $13, 1, $14, $15)
        """,
        call.Id.Job.ToString(), call.Id.Stage, call.Id.Index, call.Id.Generation, call.Service, call.IdempotencyKey, call.Request, call.Round, call.CreatedAt.ToMillis(),
        call.CacheKey, call.Response, call.CostSource, call.Provider, call.FreshUntil.ToMillis(), call.SettledAt.ToMillis());
}
