namespace Reelwright.Storage.Postgres.Writing;

internal sealed partial class ClaimStatements
{
    // The 2 is PoisonJobRules.From, a number as in the predicates of the indexes.
    private const string Ready = "w.node IS NULL AND NOT w.parked AND w.deaths < 2";

    private const string GiveBackSql = "UPDATE job_work SET node = NULL, epoch = NULL WHERE node = $1 AND epoch = $2 AND last_write = $3";

    private const string WakeSql =
        """
        UPDATE job_work w SET parked = false
        FROM (SELECT p.job_id FROM job_work p WHERE p.parked AND p.run_at <= now() ORDER BY p.run_at LIMIT 500 FOR UPDATE SKIP LOCKED) due
        WHERE w.job_id = ANY (ARRAY[due.job_id])
        """;

    // One suspect at a time is worked on, over all nodes: without the lock two nodes would each take one at the same moment.
    private const string JudgeSql =
        "SELECT pg_advisory_xact_lock(hashtext('reelwright suspects')) FROM (SELECT 1 FROM job_work w WHERE w.deaths >= 2 LIMIT 1) suspects";

    // A lane is an owner (by its hash) at one priority. Lanes with ready jobs are found one after the other by their index, from a random
    // one onward and then around, so that of more than twice 256 each has its chance. Fair between owners: an owner's n-th waiting job
    // stands behind every other owner's n-th, counting what it has running already; that is counted only where there is more than one
    // lane. Some more than are wanted are looked at, for those that another node takes at this moment are skipped. Of suspects only the
    // first is a candidate, and an owned one stands before all others: then none is. A late result that came in since the statement before
    // stays for the next owner or for the job's end.
    private const string ClaimSql =
        $"""
        WITH RECURSIVE lease AS (
            SELECT 1 FROM nodes n WHERE n.id = $1 AND n.epoch = $2 AND n.alive
        ), best AS (
            SELECT w.rank FROM job_work w WHERE {Ready} AND EXISTS (SELECT FROM lease) ORDER BY w.rank, w.lane LIMIT 1
        ), onward(rank, lane) AS (
            SELECT f.rank, f.lane FROM best b CROSS JOIN LATERAL (
                SELECT w.rank, w.lane FROM job_work w WHERE {Ready} AND (w.rank, w.lane) >= (b.rank, $4) ORDER BY w.rank, w.lane LIMIT 1) f
            UNION ALL
            SELECT f.rank, f.lane FROM onward o CROSS JOIN LATERAL (
                SELECT w.rank, w.lane FROM job_work w WHERE {Ready} AND (w.rank, w.lane) > (o.rank, o.lane) ORDER BY w.rank, w.lane LIMIT 1) f
        ), around(rank, lane) AS (
            SELECT f.rank, f.lane FROM best b CROSS JOIN LATERAL (
                SELECT w.rank, w.lane FROM job_work w WHERE {Ready} AND w.rank = b.rank AND w.lane < $4 ORDER BY w.rank, w.lane LIMIT 1) f
            UNION ALL
            SELECT f.rank, f.lane FROM around o CROSS JOIN LATERAL (
                SELECT w.rank, w.lane FROM job_work w WHERE {Ready} AND w.rank = o.rank AND w.lane > o.lane AND w.lane < $4 ORDER BY w.rank, w.lane LIMIT 1) f
        ), lanes AS MATERIALIZED (
            (SELECT rank, lane FROM onward LIMIT 256) UNION ALL (SELECT rank, lane FROM around LIMIT 256)
        ), weighed AS MATERIALIZED (
            SELECT l.rank, l.lane, CASE WHEN (SELECT COUNT(*) FROM lanes) = 1 THEN 0 ELSE (
                SELECT COUNT(*) FROM job_work r WHERE r.lane = l.lane AND r.node IS NOT NULL) END AS running
            FROM lanes l
        ), candidates AS (
            SELECT c.job_id, l.rank, l.running + c.place AS turn, c.created_at FROM weighed l CROSS JOIN LATERAL (
                SELECT w.job_id, w.created_at, ROW_NUMBER() OVER (ORDER BY w.created_at, w.job_id) AS place
                FROM job_work w WHERE {Ready} AND w.rank = l.rank AND w.lane = l.lane
                ORDER BY w.created_at, w.job_id LIMIT $3 + 64 / (SELECT COUNT(*) FROM lanes)) c
            UNION ALL
            SELECT s.job_id, s.rank, 1, s.created_at FROM (
                SELECT w.job_id, w.rank, w.created_at, w.node FROM job_work w WHERE w.deaths >= 2 AND (w.node IS NOT NULL OR NOT w.parked)
                ORDER BY w.node IS NULL, w.deaths, w.job_id LIMIT 1) s
            WHERE s.node IS NULL AND EXISTS (SELECT FROM lease)
        ), taken AS (
            SELECT c.job_id, c.rank, c.turn, c.created_at
            FROM (SELECT * FROM candidates ORDER BY rank, turn, created_at, job_id LIMIT $3 + 64) c
            CROSS JOIN LATERAL (SELECT w.job_id FROM job_work w WHERE w.job_id = c.job_id AND w.node IS NULL AND NOT w.parked FOR UPDATE SKIP LOCKED) w
            LIMIT $3
        ), owned AS (
            UPDATE job_work w SET node = $1, epoch = $2, last_write = $5, proven = false FROM taken t WHERE w.job_id = ANY (ARRAY[t.job_id])
            RETURNING w.job_id, w.cancel_requested, w.deaths, w.kills, t.rank, t.turn, t.created_at
        ), begun AS (
            UPDATE jobs j SET
                status = 'processing',
                started_at = CASE WHEN j.status = 'queued' THEN now() ELSE j.started_at END,
                updated_at = CASE WHEN j.status = 'queued' THEN GREATEST(j.updated_at, now()) ELSE j.updated_at END
            FROM owned o WHERE j.id = ANY (ARRAY[o.job_id])
            RETURNING {ClaimedRow.Columns}, o.rank, o.turn, o.created_at AS waits_since
        ), told AS MATERIALIZED (
            DELETE FROM late_results l USING owned o WHERE l.job_id = ANY (ARRAY[o.job_id]) AND l.adopted RETURNING l.job_id, l.stage, l.call_index, l.generation
        )
        SELECT now(), b.*, EXISTS (
            SELECT FROM told t WHERE t.job_id = c.job_id AND t.stage = c.stage AND t.call_index = c.call_index AND t.generation = c.generation), {CallRow.Columns}
        FROM (SELECT * FROM begun OFFSET 0) b
        LEFT JOIN LATERAL (
            SELECT DISTINCT ON (c.stage, c.call_index) c.* FROM calls c WHERE c.job_id = b.id ORDER BY c.stage, c.call_index, c.generation DESC) c ON true
        ORDER BY b.rank, b.turn, b.waits_since, b.id, c.created_at, c.stage, c.call_index
        """;
}
