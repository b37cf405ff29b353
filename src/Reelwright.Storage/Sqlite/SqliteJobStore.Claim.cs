using Microsoft.Data.Sqlite;
using Reelwright.Engine.Jobs;
using Reelwright.Engine.Ledger;
using Reelwright.Engine.Store;

namespace Reelwright.Storage.Sqlite;

public sealed partial class SqliteJobStore
{
    private const string JobOfWork =
        """
        SELECT j.id, j.owner, j.status, j.request, j.current_stage, j.stages_completed, j.progress_percentage, j.cost_limit, j.cost_total,
               j.cost_reserved, j.round, j.cost_in_doubt, w.cancel_requested, j.started_at, w.deaths, w.priority, w.kills, j.max_in_doubt
        FROM jobs j JOIN job_work w ON w.job_id = j.id WHERE j.id = $1
        """;

    public Task<IReadOnlyList<ClaimedJob>> ClaimAsync(NodeLease lease, int limit, CancellationToken cancellationToken) =>
        writer.WriteAsync(session => Claim(session, lease, limit), cancellationToken);

    private IReadOnlyList<ClaimedJob> Claim(SqliteSession session, NodeLease lease, int limit)
    {
        var alive = session.Query(
            "SELECT 1 FROM nodes WHERE id = $1 AND epoch = $2 AND alive = 1", row => row.GetInt64(0), lease.Node.ToString("D"), lease.Epoch);
        if (alive.Count == 0)
        {
            return [];
        }

        var now = Now;
        var claimed = new List<ClaimedJob>();
        foreach (var id in ReadyWork.Best(session, now, limit))
        {
            session.Execute("UPDATE job_work SET node = $2, epoch = $3, proven = 0 WHERE job_id = $1", id, lease.Node.ToString("D"), lease.Epoch);
            session.Execute(
                "UPDATE jobs SET status = 'processing', started_at = $2, updated_at = $2 WHERE id = $1 AND status = 'queued'", id, now);
            var adopted = AdoptLateResults(session, id, now, hasEnded: false);
            var job = session.Query(JobOfWork, ReadJob, id)[0];
            claimed.Add(new ClaimedJob(job, lease, LatestGenerations(session, id)) { Adopted = adopted });
        }

        return claimed;
    }

    private static List<LedgerCall> LatestGenerations(SqliteSession session, string job) => session.Query(
        $"""
        SELECT {CallRow.Columns} FROM calls c
        WHERE c.job_id = $1 AND c.generation = (SELECT MAX(generation) FROM calls g WHERE g.job_id = c.job_id AND g.stage = c.stage AND g.call_index = c.call_index)
        ORDER BY c.created_at, c.stage, c.call_index
        """,
        CallRow.Read, job);

    private static Job ReadJob(SqliteDataReader row) => new()
    {
        Id = new JobId(Guid.Parse(row.GetString(0))),
        Owner = row.GetString(1),
        State = JobStates.Parse(row.GetString(2)),
        Request = row.GetString(3),
        CurrentStage = row.OptionalText(4),
        StagesCompleted = row.Words(5),
        Percentage = row.GetInt32(6),
        CostLimit = row.Dollars(7),
        Settled = row.Dollars(8),
        Reserved = row.Dollars(9),
        Round = row.GetInt32(10),
        InDoubt = row.Dollars(11),
        CancelRequested = row.Flag(12),
        StartedAt = row.Moment(13),
        Deaths = row.GetInt32(14),
        Priority = row.GetInt32(15),
        SoleCauseDeaths = row.GetInt32(16),
        MaxInDoubt = row.Dollars(17),
    };
}
