using Reelwright.Engine.Jobs;

namespace Reelwright.Storage.Sqlite;

/// <summary>
/// Which jobs to claim: first those with a cancel request, then by priority, then fair between owners, then by age. Each owner's best are
/// found by an index, so that a claim costs the same however many wait behind them.
/// </summary>
internal static class ReadyWork
{
    // A number, as in the predicate of the index: with a parameter SQLite would not use the index.
    private static readonly string Cancelled =
        $"SELECT job_id FROM job_work WHERE node IS NULL AND cancel_requested = 1 AND deaths < {PoisonJobRules.From} ORDER BY priority DESC, created_at, job_id LIMIT $1";

    // From one owner to the next by the index, instead of over all that waits.
    private const string Owners =
        """
        WITH RECURSIVE owners (owner) AS (
            SELECT (SELECT MIN(owner) FROM job_work WHERE node IS NULL)
            UNION ALL
            SELECT (SELECT MIN(w.owner) FROM job_work w WHERE w.node IS NULL AND w.owner > o.owner) FROM owners o WHERE o.owner IS NOT NULL
        )
        SELECT o.owner, (SELECT COUNT(*) FROM job_work r WHERE r.node IS NOT NULL AND r.owner = o.owner) FROM owners o WHERE o.owner IS NOT NULL
        """;

    private static readonly string OfOwner =
        $"""
        SELECT job_id, priority, created_at FROM job_work
        WHERE node IS NULL AND owner = $1 AND run_at <= $2 AND cancel_requested = 0 AND deaths < {PoisonJobRules.From}
        ORDER BY priority DESC, created_at, job_id LIMIT $3
        """;

    // An owned suspect sorts before all others; then none is a candidate.
    private static readonly string Suspect =
        $"""
        SELECT job_id, priority, created_at, node IS NULL FROM job_work
        WHERE deaths >= {PoisonJobRules.From} AND (node IS NOT NULL OR run_at <= $1 OR cancel_requested = 1) ORDER BY node IS NULL, deaths, job_id LIMIT 1
        """;

    public static IReadOnlyList<string> Best(SqliteSession session, long now, int limit)
    {
        var candidates = new List<Candidate>();
        var owners = session.Query(Owners, row => (Name: row.GetString(0), Running: row.GetInt32(1)));
        foreach (var owner in owners)
        {
            var best = session.Query(OfOwner, row => new Candidate(row.GetString(0), row.GetInt32(1), 0, row.GetInt64(2)), owner.Name, now, limit);
            var place = owner.Running;
            var priority = int.MinValue;
            foreach (var job in best)
            {
                // An owner's n-th waiting job of a priority stands behind every other owner's n-th, counting what it has running already.
                place = job.Priority == priority ? place + 1 : owner.Running + 1;
                priority = job.Priority;
                candidates.Add(job with { Turn = place });
            }
        }

        foreach (var (job, isFree) in session.Query(
            Suspect, row => (new Candidate(row.GetString(0), row.GetInt32(1), 1, row.GetInt64(2)), row.Flag(3)), now))
        {
            if (isFree)
            {
                candidates.Add(job);
            }
        }

        var cancelled = session.Query(Cancelled, row => row.GetString(0), limit);
        return
        [
            .. cancelled.Concat(candidates
                .OrderByDescending(job => job.Priority).ThenBy(job => job.Turn).ThenBy(job => job.CreatedAt).ThenBy(job => job.Id, StringComparer.Ordinal)
                .Select(job => job.Id)).Distinct().Take(limit),
        ];
    }

    private readonly record struct Candidate(string Id, int Priority, int Turn, long CreatedAt);
}
