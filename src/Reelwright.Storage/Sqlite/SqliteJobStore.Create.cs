using Reelwright.Engine.Jobs;
using Reelwright.Engine.Store;

namespace Reelwright.Storage.Sqlite;

public sealed partial class SqliteJobStore
{
    private static readonly TimeSpan KeyRetention = TimeSpan.FromHours(24);

    public Task<CreateOutcome> CreateAsync(NewJob job, CancellationToken cancellationToken) =>
        writer.WriteAsync(session => Create(session, job), cancellationToken);

    private CreateOutcome Create(SqliteSession session, NewJob job)
    {
        var now = Now;
        if (job.IdempotencyKey is not null && FindByKey(session, job, now) is { } earlier)
        {
            return earlier;
        }

        session.Execute(
            """
            INSERT INTO jobs (id, owner, status, prompt, duration, aspect_ratio, brand_guidelines, request, cost_limit, created_at, updated_at, priority)
            VALUES ($1, $2, 'queued', $3, $4, $5, $6, $7, $8, $9, $9, $10)
            """,
            job.Id.ToString(), job.Owner, job.Prompt, job.Duration, job.AspectRatio, job.BrandGuidelines, job.Request, job.CostLimit.ToMicros(), now, job.Priority);
        session.Execute(
            "INSERT INTO job_work (job_id, owner, priority, created_at, run_at) VALUES ($1, $2, $3, $4, $4)",
            job.Id.ToString(), job.Owner, job.Priority, now);
        if (job.IdempotencyKey is not null)
        {
            session.Execute(
                "INSERT INTO idempotency_keys (owner, idempotency_key, request_hash, estimated_cost, job_id, created_at) VALUES ($1, $2, $3, $4, $5, $6)",
                job.Owner, job.IdempotencyKey, job.RequestHash, job.EstimatedCost.ToMicros(), job.Id.ToString(), now);
        }

        return new CreateOutcome.Created(DateTimeOffset.FromUnixTimeMilliseconds(now));
    }

    private static CreateOutcome? FindByKey(SqliteSession session, NewJob job, long now)
    {
        var oldest = now - (long)KeyRetention.TotalMilliseconds;
        session.Execute(
            "DELETE FROM idempotency_keys WHERE owner = $1 AND idempotency_key = $2 AND created_at < $3",
            job.Owner, job.IdempotencyKey, oldest);
        var found = session.Query(
            """
            SELECT k.request_hash, j.id, j.created_at, k.estimated_cost FROM idempotency_keys k JOIN jobs j ON j.id = k.job_id
            WHERE k.owner = $1 AND k.idempotency_key = $2
            """,
            row => (Hash: row.GetString(0), Job: new JobId(Guid.Parse(row.GetString(1))), CreatedAt: row.Moment(2), EstimatedCost: row.Dollars(3)),
            job.Owner, job.IdempotencyKey);
        return found switch
        {
            [] => null,
            [var earlier, ..] when earlier.Hash == job.RequestHash => new CreateOutcome.Replayed(earlier.Job, earlier.CreatedAt, earlier.EstimatedCost),
            _ => new CreateOutcome.KeyMismatch(),
        };
    }
}
