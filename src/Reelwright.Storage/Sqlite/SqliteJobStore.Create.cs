using Reelwright.Engine.Jobs;
using Reelwright.Engine.Store;

namespace Reelwright.Storage.Sqlite;

public sealed partial class SqliteJobStore
{
    private static readonly TimeSpan KeyRetention = TimeSpan.FromHours(24);

    public Task<CreateOutcome> CreateAsync(NewJob job, CancellationToken cancellationToken) =>
        writer.WriteSoonAsync(session => Create(session, job), cancellationToken);

    public Task<KeyedCreation?> FindCreationAsync(string owner, string idempotencyKey, CancellationToken cancellationToken) =>
        ReadAsync(session => FindCreation(session, owner, idempotencyKey, Now), cancellationToken);

    private CreateOutcome Create(SqliteSession session, NewJob job)
    {
        var now = Now;
        if (job.IdempotencyKey is not null && FindByKey(session, job, now) is { } earlier)
        {
            return earlier;
        }

        session.Execute(
            """
            INSERT INTO jobs (id, owner, status, prompt, duration, aspect_ratio, brand_guidelines, request, cost_limit, created_at, updated_at, priority, max_in_doubt)
            VALUES ($1, $2, 'queued', $3, $4, $5, $6, $7, $8, $9, $9, $10, $11)
            """,
            job.Id.ToString(), job.Owner, job.Prompt, job.Duration, job.AspectRatio, job.BrandGuidelines, job.Request, job.CostLimit.ToMicros(), now, job.Priority,
            job.MaxInDoubt.ToMicros());
        session.Execute(
            "INSERT INTO job_work (job_id, owner, priority, created_at, run_at) VALUES ($1, $2, $3, $4, $4)",
            job.Id.ToString(), job.Owner, job.Priority, now);
        SqliteSearch.Add(session, job.Id.ToString(), job.Owner, job.Prompt, now);
        if (job.IdempotencyKey is not null)
        {
            session.Execute(
                "INSERT INTO idempotency_keys (owner, idempotency_key, request_hash, estimated_cost, job_id, created_at) VALUES ($1, $2, $3, $4, $5, $6)",
                job.Owner, job.IdempotencyKey, job.RequestHash, job.EstimatedCost.ToMicros(), job.Id.ToString(), now);
        }

        if (job.Warning is { } warning)
        {
            session.Execute("UPDATE jobs SET warnings = $2 WHERE id = $1", job.Id.ToString(), $"[{warning.Data}]");
            AddEvents(session, job.Id, [warning], now);
        }

        return new CreateOutcome.Created(DateTimeOffset.FromUnixTimeMilliseconds(now));
    }

    private static CreateOutcome? FindByKey(SqliteSession session, NewJob job, long now)
    {
        // A few at a time, so that old keys go away and no creation waits for many.
        session.Execute(
            """
            DELETE FROM idempotency_keys WHERE (owner, idempotency_key) IN (
                SELECT owner, idempotency_key FROM idempotency_keys WHERE created_at < $1 ORDER BY created_at LIMIT 10)
            """,
            OldestKey(now));
        session.Execute(
            "DELETE FROM idempotency_keys WHERE owner = $1 AND idempotency_key = $2 AND created_at < $3",
            job.Owner, job.IdempotencyKey, OldestKey(now));
        return FindCreation(session, job.Owner, job.IdempotencyKey!, now) switch
        {
            null => null,
            { } earlier when earlier.RequestHash == job.RequestHash =>
                new CreateOutcome.Replayed(earlier.Job, earlier.CreatedAt, earlier.EstimatedCost),
            _ => new CreateOutcome.KeyMismatch(),
        };
    }

    private static KeyedCreation? FindCreation(SqliteSession session, string owner, string idempotencyKey, long now) => session.Query(
        """
        SELECT request_hash, job_id, created_at, estimated_cost FROM idempotency_keys
        WHERE owner = $1 AND idempotency_key = $2 AND created_at >= $3
        """,
        row => new KeyedCreation(row.GetString(0), new JobId(Guid.Parse(row.GetString(1))), row.Moment(2), row.Dollars(3)),
        owner, idempotencyKey, OldestKey(now)).FirstOrDefault();

    private static long OldestKey(long now) => now - (long)KeyRetention.TotalMilliseconds;
}
