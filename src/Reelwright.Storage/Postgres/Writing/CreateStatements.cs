using Npgsql;
using NpgsqlTypes;
using Reelwright.Engine.Jobs;
using Reelwright.Engine.Store;
using Reelwright.Storage.Search;

namespace Reelwright.Storage.Postgres.Writing;

/// <summary>
/// Creates jobs. 1. Keys older than a day are deleted: those of the callers, and a few others. 2. Keys are taken: of several jobs with one
/// key, one gets it.
/// 3. Jobs without a key, and those that got theirs, are inserted. 4. The outcome of each is read by its key or its id.
/// </summary>
internal sealed class CreateStatements
{
    private readonly List<CreateWrite> writes = [];

    // 1.
    private readonly ArrayStatement<NewJob> forget = new ArrayStatement<NewJob>(
        """
        WITH old AS (
            SELECT o.owner, o.idempotency_key FROM idempotency_keys o WHERE o.created_at < now() - interval '24 hours'
            ORDER BY o.created_at LIMIT 20 FOR UPDATE SKIP LOCKED
        ), asked AS (
            SELECT c.owner, c.key FROM unnest($1, $2) AS c(owner, key)
            UNION
            SELECT o.owner, o.idempotency_key FROM old o
        )
        DELETE FROM idempotency_keys k USING asked c
        WHERE k.owner = ANY (ARRAY[c.owner]) AND k.idempotency_key = ANY (ARRAY[c.key]) AND k.created_at < now() - interval '24 hours'
        """)
        .With(NpgsqlDbType.Text, job => job.Owner)
        .With(NpgsqlDbType.Text, job => job.IdempotencyKey);

    // 2.
    private readonly ArrayStatement<NewJob> take = new ArrayStatement<NewJob>(
        """
        INSERT INTO idempotency_keys (owner, idempotency_key, request_hash, estimated_cost, job_id, created_at)
        SELECT owner, key, hash, estimate, job, now() FROM unnest($1, $2, $3, $4, $5) AS c(owner, key, hash, estimate, job)
        ON CONFLICT DO NOTHING
        """)
        .With(NpgsqlDbType.Text, job => job.Owner)
        .With(NpgsqlDbType.Text, job => job.IdempotencyKey)
        .With(NpgsqlDbType.Text, job => job.RequestHash)
        .With(NpgsqlDbType.Numeric, job => job.EstimatedCost)
        .With(NpgsqlDbType.Uuid, job => job.Id.Value);

    // 3.
    private readonly ArrayStatement<NewJob> make = new ArrayStatement<NewJob>(
        """
        WITH made AS (
            INSERT INTO jobs (id, owner, status, prompt, duration, aspect_ratio, brand_guidelines, request, cost_limit, priority, max_in_doubt, created_at, updated_at)
            SELECT c.id, c.owner, 'queued', c.prompt, c.duration, c.aspect_ratio, c.brand_guidelines, c.request, c.cost_limit, c.priority, c.max_in_doubt, now(), now()
            FROM unnest($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
                AS c(id, owner, key, prompt, duration, aspect_ratio, brand_guidelines, request, cost_limit, priority, max_in_doubt)
            WHERE c.key IS NULL OR (SELECT k.job_id FROM idempotency_keys k WHERE k.owner = c.owner AND k.idempotency_key = c.key) = c.id
            ON CONFLICT (id) DO NOTHING
            RETURNING id, owner, priority, created_at)
        INSERT INTO job_work (job_id, rank, lane, created_at, run_at) SELECT id, -priority, hashtext(owner), created_at, created_at FROM made
        """)
        .With(NpgsqlDbType.Uuid, job => job.Id.Value)
        .With(NpgsqlDbType.Text, job => job.Owner)
        .With(NpgsqlDbType.Text, job => job.IdempotencyKey)
        .With(NpgsqlDbType.Text, job => PostgresText.Storable(job.Prompt))
        .With(NpgsqlDbType.Integer, job => job.Duration)
        .With(NpgsqlDbType.Text, job => job.AspectRatio)
        .With(NpgsqlDbType.Json, job => job.BrandGuidelines)
        .With(NpgsqlDbType.Json, job => job.Request)
        .With(NpgsqlDbType.Numeric, job => job.CostLimit)
        .With(NpgsqlDbType.Smallint, job => (short)job.Priority)
        .With(NpgsqlDbType.Numeric, job => job.MaxInDoubt);

    // What the search looks at; nothing for a job that was not made.
    private readonly ArrayStatement<(Guid Job, string Folded)> search = new ArrayStatement<(Guid Job, string Folded)>(
        """
        INSERT INTO job_search (job_id, folded, grams)
        SELECT c.id, c.folded, c.grams::int[] FROM unnest($1, $2, $3) AS c(id, folded, grams)
        WHERE (SELECT w.job_id FROM job_work w WHERE w.job_id = c.id) IS NOT NULL
        ON CONFLICT (job_id) DO NOTHING
        """)
        .With(NpgsqlDbType.Uuid, row => row.Job)
        .With(NpgsqlDbType.Text, row => row.Folded)
        .With(NpgsqlDbType.Text, row => PostgresSearch.GramsOf(row.Folded));

    // The job's first event, for the few that have one. A creation that is repeated finds it written.
    private readonly ArrayStatement<NewJob> warn = new ArrayStatement<NewJob>(
        """
        WITH warned AS (
            UPDATE job_work w SET event_seq = 1 FROM unnest($1, $2, $3) AS c(id, kind, data)
            WHERE w.job_id = ANY (ARRAY[c.id]) AND w.event_seq = 0 AND NOT EXISTS (SELECT FROM job_events e WHERE e.job_id = c.id)
            RETURNING w.job_id, c.kind, c.data
        ), shown AS (
            UPDATE jobs j SET warnings = jsonb_build_array(w.data::jsonb) FROM warned w WHERE j.id = w.job_id)
        INSERT INTO job_events (job_id, seq, kind, data, at) SELECT job_id, 1, kind, data, now() FROM warned
        """)
        .With(NpgsqlDbType.Uuid, job => job.Id.Value)
        .With(NpgsqlDbType.Text, job => job.Warning!.Kind)
        .With(NpgsqlDbType.Text, job => job.Warning!.Data);

    // 4.
    private readonly ArrayStatement<NewJob> tell = new ArrayStatement<NewJob>(
        """
        SELECT c.place, k.job_id, k.request_hash, k.estimated_cost, k.created_at, j.owner, j.created_at
        FROM unnest($1, $2, $3) WITH ORDINALITY AS c(id, owner, key, place)
        LEFT JOIN LATERAL (SELECT k.* FROM idempotency_keys k WHERE k.owner = c.owner AND k.idempotency_key = c.key OFFSET 0) k ON true
        LEFT JOIN LATERAL (SELECT j.owner, j.created_at FROM jobs j WHERE j.id = c.id OFFSET 0) j ON true
        """)
        .With(NpgsqlDbType.Uuid, job => job.Id.Value)
        .With(NpgsqlDbType.Text, job => job.Owner)
        .With(NpgsqlDbType.Text, job => job.IdempotencyKey);

    public void Add(CreateWrite write)
    {
        writes.Add(write);
        if (write.Job.IdempotencyKey is not null)
        {
            forget.Add(write.Job);
            take.Add(write.Job);
        }

        make.Add(write.Job);
        search.Add((write.Job.Id.Value, SearchText.Fold(PostgresText.Storable(write.Job.Prompt)!)));
        if (write.Job.Warning is not null)
        {
            warn.Add(write.Job);
        }

        tell.Add(write.Job);
    }

    public void AppendTo(NpgsqlBatch batch)
    {
        forget.AppendTo(batch);
        take.AppendTo(batch);
        make.AppendTo(batch);
        search.AppendTo(batch);
        warn.AppendTo(batch);
        tell.AppendTo(batch);
    }

    public async ValueTask ReadAsync(BatchResults results, CancellationToken cancellationToken)
    {
        if (writes.Count == 0)
        {
            return;
        }

        var row = await results.NextAsync(cancellationToken);
        while (await row.ReadAsync(cancellationToken))
        {
            var write = writes[(int)row.GetInt64(0) - 1];
            write.Outcome = OutcomeOf(write.Job, row);
        }
    }

    public void Clear()
    {
        writes.Clear();
        forget.Clear();
        take.Clear();
        make.Clear();
        search.Clear();
        warn.Clear();
        tell.Clear();
    }

    private static CreateOutcome OutcomeOf(NewJob job, NpgsqlDataReader row)
    {
        if (!row.IsDBNull(1) && row.GetGuid(1) != job.Id.Value)
        {
            return row.OptionalText(2) == job.RequestHash
                ? new CreateOutcome.Replayed(new JobId(row.GetGuid(1)), row.Moment(4), row.GetDecimal(3))
                : new CreateOutcome.KeyMismatch();
        }

        return row.OptionalText(5) == job.Owner
            ? new CreateOutcome.Created(row.Moment(6))
            : throw new InvalidOperationException($"The job {job.Id} was not created: its id belongs to another job.");
    }
}
