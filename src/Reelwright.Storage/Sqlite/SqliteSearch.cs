using Reelwright.Engine.Jobs;
using Reelwright.Engine.Store;
using Reelwright.Storage.Search;

namespace Reelwright.Storage.Sqlite;

/// <summary>Finds jobs by a part of their prompt, in the order of the list.</summary>
internal static class SqliteSearch
{
    private const int BitsOfNumber = 20;
    private const int BackfillSize = 2000;

    /// <summary>Adds a job's prompt.</summary>
    public static void Add(SqliteSession session, string job, string owner, string prompt, long createdAt) => session.Execute(
        """
        INSERT INTO job_search (id, job_id, owner, folded)
        SELECT COALESCE((SELECT MAX(id) + 1 FROM job_search WHERE id >= $1 AND id < $1 + 1048576), $1), $2, $3, $4
        """,
        createdAt << BitsOfNumber, job, owner, SearchText.Fold(prompt));

    /// <summary>Adds the prompts of jobs that an earlier version created.</summary>
    public static void Backfill(SqliteSession session)
    {
        var last = "";
        while (true)
        {
            session.Execute("BEGIN IMMEDIATE");
            var jobs = session.Query(
                $"""
                SELECT j.id, j.owner, j.prompt, j.created_at FROM jobs j
                WHERE j.id > $1 AND NOT EXISTS (SELECT 1 FROM job_search s WHERE s.job_id = j.id) ORDER BY j.id LIMIT {BackfillSize}
                """,
                row => (Id: row.GetString(0), Owner: row.GetString(1), Prompt: row.GetString(2), CreatedAt: row.GetInt64(3)),
                last);
            foreach (var job in jobs)
            {
                Add(session, job.Id, job.Owner, job.Prompt, job.CreatedAt);
                last = job.Id;
            }

            session.Execute("COMMIT");
            if (jobs.Count < BackfillSize)
            {
                return;
            }
        }
    }

    /// <summary>The ids of the page, newest first.</summary>
    public static IReadOnlyList<string> Find(SqliteSession session, JobFilter filter)
    {
        var part = SearchText.Fold(filter.PromptContains!);
        var grams = Trigrams.Of(part);
        var source = grams.Count == 0
            ? "FROM job_search s CROSS JOIN jobs j ON j.id = s.job_id WHERE $1 IS NULL"
            : "FROM job_grams g CROSS JOIN job_search s ON s.id = g.rowid CROSS JOIN jobs j ON j.id = s.job_id WHERE job_grams MATCH $1";
        var place = grams.Count == 0 ? "s.id" : "g.rowid";
        var page = new List<(string Id, long CreatedAt)>();

        // Rows of one millisecond come in any order, so that the last one of the page is read with all of its millisecond.
        session.Scan(
            $"""
            SELECT j.id, j.created_at {source}
              AND {place} >= $2 AND {place} < $3 AND s.owner = $4 AND instr(s.folded, $5) > 0
              AND ($6 IS NULL OR j.status = $6) AND ($7 IS NULL OR (j.created_at, j.id) < ($7, $8))
            ORDER BY {place} DESC
            """,
            row =>
            {
                var createdAt = row.GetInt64(1);
                if (page.Count >= filter.Limit && page[^1].CreatedAt != createdAt)
                {
                    return false;
                }

                page.Add((row.GetString(0), createdAt));
                return true;
            },
            grams.Count == 0 ? null : string.Join(" AND ", grams.Select(gram => $"\"{gram.Replace("\"", "\"\"", StringComparison.Ordinal)}\"")),
            FirstPlace(filter), EndOfPlaces(filter), filter.Owner, part, filter.State?.ToWord(), filter.After?.CreatedAt.ToMillis(), filter.After?.Id.ToString());
        return [.. page.OrderByDescending(job => job.CreatedAt).ThenByDescending(job => job.Id, StringComparer.Ordinal).Take(filter.Limit).Select(job => job.Id)];
    }

    private static long FirstPlace(JobFilter filter) =>
        filter.CreatedAfter is { } after ? (Math.Max(0, after.ToMillis()) + 1) << BitsOfNumber : 0;

    private static long EndOfPlaces(JobFilter filter)
    {
        const long Latest = long.MaxValue >> BitsOfNumber;
        var before = filter.CreatedBefore?.ToMillis() ?? Latest;
        var cursor = filter.After is { } after ? after.CreatedAt.ToMillis() + 1 : Latest;
        return Math.Clamp(Math.Min(before, cursor), 0, Latest) << BitsOfNumber;
    }
}
