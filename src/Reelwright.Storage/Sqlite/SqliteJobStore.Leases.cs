using Reelwright.Engine.Jobs;
using Reelwright.Engine.Store;

namespace Reelwright.Storage.Sqlite;

public sealed partial class SqliteJobStore
{
    public Task<NodeLease> JoinAsync(Guid node, CancellationToken cancellationToken) =>
        writer.WriteAsync(
            session =>
            {
                var epoch = 1 + session.Query("SELECT COALESCE(MAX(epoch), 0) FROM nodes", row => row.GetInt64(0))[0];
                session.Execute(
                    """
                    INSERT INTO nodes (id, epoch, alive, last_seen) VALUES ($1, $2, 1, $3)
                    ON CONFLICT (id) DO UPDATE SET epoch = excluded.epoch, alive = 1, last_seen = excluded.last_seen
                    """,
                    node.ToString("D"), epoch, Now);

                // Its earlier jobs are free, but no node died: the database kept this one from renewing its lease.
                session.Execute("UPDATE job_work SET node = NULL, epoch = NULL, run_at = $2 WHERE node = $1", node.ToString("D"), Now);
                return new NodeLease(node, epoch);
            },
            cancellationToken);

    public Task<bool> HeartbeatAsync(NodeLease lease, CancellationToken cancellationToken) =>
        writer.WriteAsync(
            session => session.Execute(
                "UPDATE nodes SET last_seen = $3 WHERE id = $1 AND epoch = $2 AND alive = 1",
                lease.Node.ToString("D"), lease.Epoch, Now) == 1,
            cancellationToken);

    public Task<int> SweepAsync(NodeLease lease, TimeSpan leaseTime, CancellationToken cancellationToken) =>
        writer.WriteAsync(
            session =>
            {
                var dead = session.Execute(
                    "UPDATE nodes SET alive = 0 WHERE alive = 1 AND last_seen < $1 AND NOT (id = $2 AND epoch = $3)",
                    Now - (long)leaseTime.TotalMilliseconds, lease.Node.ToString("D"), lease.Epoch);

                FreeOrphans(session, Now);
                return dead;
            },
            cancellationToken);

    /// <summary>The process lock proves that the earlier owner of the jobs is gone, so no lease has to run out.</summary>
    private void ReclaimFromEarlierProcess()
    {
        using var session = new SqliteSession(database.Connect());
        session.Execute("BEGIN IMMEDIATE");
        session.Execute("UPDATE nodes SET alive = 0 WHERE alive = 1");
        FreeOrphans(session, Now);
        session.Execute("COMMIT");
    }

    // In two statements: the second removes the owners that the first compares.
    private static void FreeOrphans(SqliteSession session, long now)
    {
        const string IsOrphan = "w.node IS NOT NULL AND NOT EXISTS (SELECT 1 FROM nodes n WHERE n.id = w.node AND n.epoch = w.epoch AND n.alive = 1)";
        session.Execute(
            $"""
            UPDATE job_work AS w SET kills = kills + 1
            WHERE {IsOrphan} AND (w.deaths >= {PoisonJobRules.From} OR NOT EXISTS (
                SELECT 1 FROM job_work o WHERE o.node = w.node AND o.epoch = w.epoch AND o.job_id <> w.job_id AND (o.proven = 0 OR w.proven = 1)))
            """);
        session.Execute($"UPDATE job_work AS w SET node = NULL, epoch = NULL, deaths = deaths + 1, run_at = $1 WHERE {IsOrphan}", now);
    }

    public Task LeaveAsync(NodeLease lease, CancellationToken cancellationToken) =>
        writer.WriteAsync(
            session =>
            {
                session.Execute(
                    "UPDATE job_work SET node = NULL, epoch = NULL, run_at = $3 WHERE node = $1 AND epoch = $2",
                    lease.Node.ToString("D"), lease.Epoch, Now);
                return session.Execute(
                    "UPDATE nodes SET alive = 0 WHERE id = $1 AND epoch = $2", lease.Node.ToString("D"), lease.Epoch);
            },
            cancellationToken);

    public Task<IReadOnlyList<JobId>> CancelRequestsAsync(NodeLease lease, CancellationToken cancellationToken) =>
        ReadAsync<IReadOnlyList<JobId>>(
            session => session.Query(
                "SELECT job_id FROM job_work WHERE node = $1 AND epoch = $2 AND cancel_requested = 1",
                row => new JobId(Guid.Parse(row.GetString(0))),
                lease.Node.ToString("D"), lease.Epoch),
            cancellationToken);
}
