using Reelwright.Engine.Jobs;
using Reelwright.Engine.Ledger;
using Reelwright.Engine.Store;

namespace Reelwright.Storage.Sqlite;

/// <content>Calls of ended jobs whose bill is not known yet.</content>
public sealed partial class SqliteJobStore
{
    public Task<IReadOnlyList<OpenCall>> ClaimOpenCallsAsync(NodeLease lease, TimeSpan hold, int limit, CancellationToken cancellationToken) =>
        writer.WriteAsync<IReadOnlyList<OpenCall>>(session => ClaimOpenCalls(session, lease, hold, limit), cancellationToken);

    public Task StoreOpenCallAsync(LedgerCall call, CancellationToken cancellationToken) =>
        writer.WriteAsync(
            session => session.Execute(
                """
                UPDATE calls SET state = $5, operation = $6, accepted_at = $7, last_error = $8, doubtful_from = $9, answer_until = $10, ask_at = $11, asks = $12
                WHERE job_id = $1 AND stage = $2 AND call_index = $3 AND generation = $4 AND state NOT IN ('succeeded', 'failed') AND asks = $12 - 1
                  AND ask_at IS NOT NULL AND NOT EXISTS (SELECT 1 FROM job_work w WHERE w.job_id = $1)
                """,
                call.Id.Job.ToString(), call.Id.Stage, call.Id.Index, call.Id.Generation, call.State.ToWord(), call.Operation, call.AcceptedAt.ToMillis(),
                call.LastError, call.DoubtfulFrom.ToMillis(), call.AnswerUntil.ToMillis(), call.AskAt.ToMillis(), call.Asks),
            cancellationToken);

    private List<OpenCall> ClaimOpenCalls(SqliteSession session, NodeLease lease, TimeSpan hold, int limit)
    {
        var alive = session.Query(
            "SELECT 1 FROM nodes WHERE id = $1 AND epoch = $2 AND alive = 1", row => row.GetInt64(0), lease.Node.ToString("D"), lease.Epoch);
        if (alive.Count == 0)
        {
            return [];
        }

        var now = Now;
        var due = session.Query(
            $"SELECT {CallRow.Columns}, j.status FROM calls c JOIN jobs j ON j.id = c.job_id WHERE c.ask_at <= $1 ORDER BY c.ask_at LIMIT $2",
            row => new OpenCall(CallRow.Read(row), JobStates.Parse(row.GetString(CallRow.Count))),
            now, limit);
        foreach (var open in due)
        {
            session.Execute(
                "UPDATE calls SET ask_at = $5 WHERE job_id = $1 AND stage = $2 AND call_index = $3 AND generation = $4",
                open.Call.Id.Job.ToString(), open.Call.Id.Stage, open.Call.Id.Index, open.Call.Id.Generation, now + (long)hold.TotalMilliseconds);
        }

        return due;
    }
}
