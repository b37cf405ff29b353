using NpgsqlTypes;
using Reelwright.Engine.Ledger;

namespace Reelwright.Storage.Postgres.Writing;

internal sealed partial class StepStatements
{
    // 1. A parked job with a cancel request is ready at once.
    private readonly ArrayStatement<JobRow> fence = new ArrayStatement<JobRow>(
        """
        UPDATE job_work w SET
            last_write = s.token,
            event_seq = w.event_seq + s.events,
            deaths = CASE WHEN s.cleared THEN 0 ELSE w.deaths END,
            kills = CASE WHEN s.cleared THEN 0 ELSE w.kills END,
            proven = w.proven OR s.cleared,
            node = CASE WHEN s.delay IS NULL THEN w.node END,
            epoch = CASE WHEN s.delay IS NULL THEN w.epoch END,
            parked = COALESCE(s.delay > 0, false) AND NOT w.cancel_requested,
            run_at = CASE WHEN s.delay IS NULL THEN w.run_at ELSE now() + s.delay * interval '1 second' END
        FROM unnest($1, $2, $3, $4, $5, $6, $7) AS s(job, node, epoch, token, events, cleared, delay)
        WHERE w.job_id = ANY (ARRAY[s.job]) AND w.node = s.node AND w.epoch = s.epoch
        """)
        .With(NpgsqlDbType.Uuid, row => row.Job)
        .With(NpgsqlDbType.Uuid, row => row.Write.Step.Fence.Lease.Node)
        .With(NpgsqlDbType.Bigint, row => row.Write.Step.Fence.Lease.Epoch)
        .With(NpgsqlDbType.Bigint, row => row.Write.Token)
        .With(NpgsqlDbType.Integer, row => row.Write.Step.Events.Count)
        .With(NpgsqlDbType.Boolean, row => row.Write.ShowsProgress)
        .With(NpgsqlDbType.Double, row => row.Write.Step.Ending is null ? row.Delay : null);

    // 2.
    private readonly ArrayStatement<UpdateRow> updates = new ArrayStatement<UpdateRow>(
        """
        UPDATE calls c SET
            state = u.state, dispatched = u.dispatched, attempts = u.attempts, failures = u.failures, round = u.round, retryable = u.retryable,
            run_at = now() + u.delay * interval '1 second', operation = u.operation, response = u.response, cost = u.cost, cost_source = u.cost_source,
            provider = u.provider, error_code = u.error_code, last_error = u.last_error,
            fresh_until = now() + u.fresh_for * interval '1 second', answer_until = now() + u.answer_delay * interval '1 second',
            doubtful_from = now() + u.doubt_delay * interval '1 second',
            accepted_at = CASE WHEN u.state = 'accepted' AND c.state <> 'accepted' THEN now() ELSE c.accepted_at END,
            settled_at = CASE WHEN u.state IN ('succeeded', 'failed') THEN now() END
        FROM unnest($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22)
            AS u(job, token, stage, call_index, generation, state, dispatched, attempts, failures, round, retryable,
                 delay, operation, response, cost, cost_source, provider, error_code, last_error, fresh_for, answer_delay, doubt_delay)
        WHERE c.job_id = ANY (ARRAY[u.job]) AND c.stage = u.stage AND c.call_index = u.call_index AND c.generation = u.generation
          AND c.state NOT IN ('succeeded', 'failed') AND (SELECT w.last_write FROM job_work w WHERE w.job_id = u.job) = u.token
        """)
        .With(NpgsqlDbType.Uuid, row => row.Call.Id.Job.Value)
        .With(NpgsqlDbType.Bigint, row => row.Token)
        .With(NpgsqlDbType.Text, row => row.Call.Id.Stage)
        .With(NpgsqlDbType.Integer, row => row.Call.Id.Index)
        .With(NpgsqlDbType.Integer, row => row.Call.Id.Generation)
        .With(NpgsqlDbType.Text, row => row.Call.State.ToWord())
        .With(NpgsqlDbType.Boolean, row => row.Call.Dispatched)
        .With(NpgsqlDbType.Integer, row => row.Call.Attempts)
        .With(NpgsqlDbType.Integer, row => row.Call.Failures)
        .With(NpgsqlDbType.Integer, row => row.Call.Round)
        .With(NpgsqlDbType.Boolean, row => row.Call.Retryable)
        .With(NpgsqlDbType.Double, row => row.Delay)
        .With(NpgsqlDbType.Text, row => PostgresText.Storable(row.Call.Operation))
        .With(NpgsqlDbType.Text, row => PostgresText.Storable(row.Call.Response))
        .With(NpgsqlDbType.Numeric, row => row.Call.State.IsSettled() ? row.Call.Cost : null)
        .With(NpgsqlDbType.Text, row => row.Call.CostSource)
        .With(NpgsqlDbType.Text, row => PostgresText.Storable(row.Call.Provider))
        .With(NpgsqlDbType.Text, row => PostgresText.Storable(row.Call.ErrorCode))
        .With(NpgsqlDbType.Text, row => PostgresText.Storable(row.Call.LastError))
        .With(NpgsqlDbType.Double, row => row.FreshFor)
        .With(NpgsqlDbType.Double, row => row.AnswerDelay)
        .With(NpgsqlDbType.Double, row => row.DoubtDelay);

    // 3. An old generation's end says nothing about the slot of the one that came after it.
    private readonly ArrayStatement<UpdateRow> slots = new ArrayStatement<UpdateRow>(
        """
        UPDATE service_slots o SET job_id = NULL, stage = NULL, call_index = NULL
        FROM unnest($1, $2, $3, $4, $5) AS u(job, token, stage, call_index, generation)
        WHERE o.job_id = ANY (ARRAY[u.job]) AND o.stage = u.stage AND o.call_index = u.call_index
          AND (SELECT w.last_write FROM job_work w WHERE w.job_id = u.job) = u.token
          AND (SELECT MAX(c.generation) FROM calls c WHERE c.job_id = u.job AND c.stage = u.stage AND c.call_index = u.call_index) = u.generation
        """)
        .With(NpgsqlDbType.Uuid, row => row.Call.Id.Job.Value)
        .With(NpgsqlDbType.Bigint, row => row.Token)
        .With(NpgsqlDbType.Text, row => row.Call.Id.Stage)
        .With(NpgsqlDbType.Integer, row => row.Call.Id.Index)
        .With(NpgsqlDbType.Integer, row => row.Call.Id.Generation);

    // 4. Equal answers are not taken from the cache any more.
    private readonly ArrayStatement<VoidRow> voids = new ArrayStatement<VoidRow>(
        """
        WITH voided AS (
            UPDATE calls c SET voided = true, round = j.round, fresh_until = NULL
            FROM unnest($1, $2, $3, $4, $5) AS v(job, token, stage, call_index, generation)
            CROSS JOIN LATERAL (SELECT j.round FROM jobs j WHERE j.id = v.job OFFSET 0) j
            WHERE c.job_id = ANY (ARRAY[v.job]) AND c.stage = v.stage AND c.call_index = v.call_index AND c.generation = v.generation
              AND c.state = 'succeeded' AND (SELECT w.last_write FROM job_work w WHERE w.job_id = v.job) = v.token
            RETURNING c.job_id, c.cache_key
        )
        UPDATE calls o SET fresh_until = now() FROM voided v
        WHERE o.key_answered = ANY (ARRAY[v.cache_key]) AND o.fresh_until > now() AND o.job_id <> v.job_id
        """)
        .With(NpgsqlDbType.Uuid, row => row.Call.Job.Value)
        .With(NpgsqlDbType.Bigint, row => row.Write.Token)
        .With(NpgsqlDbType.Text, row => row.Call.Stage)
        .With(NpgsqlDbType.Integer, row => row.Call.Index)
        .With(NpgsqlDbType.Integer, row => row.Call.Generation);

    private readonly ArrayStatement<ReuseRow> reuses = new ArrayStatement<ReuseRow>(
        """
        INSERT INTO calls (job_id, stage, call_index, generation, service, idempotency_key, state, request, estimate, dispatched, attempts, failures, round,
                           response, cost, cost_source, provider, cached, cache_key, fresh_until, created_at, settled_at)
        SELECT r.job, r.stage, r.call_index, r.generation, r.service, r.key, 'succeeded', r.request, 0, false, 0, 0, r.round,
               r.response, 0, r.cost_source, r.provider, true, r.cache_key, now() + r.fresh_for * interval '1 second', now(), now()
        FROM unnest($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)
            AS r(job, token, stage, call_index, generation, service, key, request, round, response, cost_source, provider, cache_key, fresh_for)
        WHERE (SELECT w.last_write FROM job_work w WHERE w.job_id = r.job) = r.token
        """)
        .With(NpgsqlDbType.Uuid, row => row.Call.Id.Job.Value)
        .With(NpgsqlDbType.Bigint, row => row.Token)
        .With(NpgsqlDbType.Text, row => row.Call.Id.Stage)
        .With(NpgsqlDbType.Integer, row => row.Call.Id.Index)
        .With(NpgsqlDbType.Integer, row => row.Call.Id.Generation)
        .With(NpgsqlDbType.Text, row => row.Call.Service)
        .With(NpgsqlDbType.Text, row => row.Call.IdempotencyKey)
        .With(NpgsqlDbType.Text, row => PostgresText.Storable(row.Call.Request))
        .With(NpgsqlDbType.Integer, row => row.Call.Round)
        .With(NpgsqlDbType.Text, row => PostgresText.Storable(row.Call.Response))
        .With(NpgsqlDbType.Text, row => row.Call.CostSource)
        .With(NpgsqlDbType.Text, row => PostgresText.Storable(row.Call.Provider))
        .With(NpgsqlDbType.Text, row => row.Call.CacheKey)
        .With(NpgsqlDbType.Double, row => row.FreshFor);

    // 5. The function is in the migrations.
    private readonly ArrayStatement<BeginRow> begins = new ArrayStatement<BeginRow>(
        $"""
        SELECT b.place, b.verdict, now(), {CallRow.Columns}
        FROM begin_calls($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22, $23, $24, $25) b
        LEFT JOIN LATERAL (
            SELECT * FROM calls a
            WHERE a.job_id = b.answer_job AND a.stage = b.answer_stage AND a.call_index = b.answer_index AND a.generation = b.answer_generation OFFSET 0) c ON true
        ORDER BY b.place
        """)
        .With(NpgsqlDbType.Integer, row => row.Place)
        .With(NpgsqlDbType.Uuid, row => row.Call.Id.Job.Value)
        .With(NpgsqlDbType.Bigint, row => row.Write.Token)
        .With(NpgsqlDbType.Boolean, row => row.IsAgain)
        .With(NpgsqlDbType.Text, row => row.Lead)
        .With(NpgsqlDbType.Text, row => row.Call.Service)
        .With(NpgsqlDbType.Text, row => row.Call.Id.Stage)
        .With(NpgsqlDbType.Integer, row => row.Call.Id.Index)
        .With(NpgsqlDbType.Integer, row => row.Call.Id.Generation)
        .With(NpgsqlDbType.Text, row => row.Call.IdempotencyKey)
        .With(NpgsqlDbType.Text, row => row.Call.State.ToWord())
        .With(NpgsqlDbType.Text, row => row.IsAgain ? null : PostgresText.Storable(row.Call.Request))
        .With(NpgsqlDbType.Numeric, row => row.Call.Estimate)
        .With(NpgsqlDbType.Numeric, row => row.UpToHere)
        .With(NpgsqlDbType.Boolean, row => row.Call.Dispatched)
        .With(NpgsqlDbType.Integer, row => row.Call.Attempts)
        .With(NpgsqlDbType.Integer, row => row.Call.Failures)
        .With(NpgsqlDbType.Integer, row => row.Call.Round)
        .With(NpgsqlDbType.Double, row => row.Delay)
        .With(NpgsqlDbType.Text, row => PostgresText.Storable(row.Call.Operation))
        .With(NpgsqlDbType.Text, row => PostgresText.Storable(row.Call.LastError))
        .With(NpgsqlDbType.Text, row => row.Call.CacheKey)
        .With(NpgsqlDbType.Text, row => row.Call.Origin)
        .With(NpgsqlDbType.Double, row => row.AnswerDelay)
        .With(NpgsqlDbType.Double, row => row.DoubtDelay);

    // 6.
    private readonly ArrayStatement<EventRow> events = new ArrayStatement<EventRow>(
        """
        INSERT INTO job_events (job_id, seq, kind, data, at)
        SELECT e.job, w.event_seq - e.behind, e.kind, e.data, now()
        FROM unnest($1, $2, $3, $4, $5) AS e(job, token, behind, kind, data)
        CROSS JOIN LATERAL (SELECT w.event_seq, w.last_write FROM job_work w WHERE w.job_id = e.job OFFSET 0) w
        WHERE w.last_write = e.token
        """)
        .With(NpgsqlDbType.Uuid, row => row.Write.Job.Value)
        .With(NpgsqlDbType.Bigint, row => row.Write.Token)
        .With(NpgsqlDbType.Integer, row => row.Behind)
        .With(NpgsqlDbType.Text, row => row.Event.Kind)
        .With(NpgsqlDbType.Text, row => PostgresText.Storable(row.Event.Data));

    // 7.
    private readonly ArrayStatement<JobRow> jobs = new ArrayStatement<JobRow>(
        """
        UPDATE jobs j SET
            last_write = s.token,
            updated_at = GREATEST(j.updated_at, now()),
            current_stage = CASE WHEN s.moved THEN s.stage ELSE j.current_stage END,
            stages_completed = COALESCE(s.completed::text[], j.stages_completed),
            progress_percentage = COALESCE(s.percentage, j.progress_percentage),
            parsed_data = COALESCE(s.plan, j.parsed_data),
            reference_image_url = COALESCE(s.image, j.reference_image_url),
            clips = COALESCE(s.clips, j.clips),
            clip_urls = COALESCE(s.clip_urls::text[], j.clip_urls),
            result = COALESCE(s.result, j.result),
            warnings = CASE WHEN s.redone IS NULL AND s.warnings IS NULL THEN j.warnings ELSE merge_warnings(j.warnings, s.redone::text[], s.warnings) END,
            cost_prompt_parsing = m.prompt_parsing,
            cost_image_generation = m.image_generation,
            cost_video_generation = m.video_generation,
            cost_composition = m.composition,
            cost_total = m.total,
            cost_reserved = m.reserved,
            cost_in_doubt = m.in_doubt,
            status = COALESCE(s.state, j.status),
            completed_at = CASE WHEN s.state = 'completed' THEN now() ELSE j.completed_at END,
            failed_at = CASE WHEN s.state = 'failed' THEN now() ELSE j.failed_at END,
            cancelled_at = CASE WHEN s.state = 'cancelled' THEN now() ELSE j.cancelled_at END,
            error = COALESCE(s.error, j.error),
            error_code = COALESCE(s.error_code, j.error_code)
        FROM unnest($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17)
            AS s(place, job, token, moved, stage, completed, percentage, plan, image, clips, clip_urls, result, state, error, error_code, redone, warnings)
        CROSS JOIN LATERAL (SELECT w.last_write, w.cancel_requested FROM job_work w WHERE w.job_id = s.job OFFSET 0) w
        CROSS JOIN LATERAL (
            SELECT COALESCE(SUM(c.cost) FILTER (WHERE c.stage = 'prompt_parsing'), 0) AS prompt_parsing,
                   COALESCE(SUM(c.cost) FILTER (WHERE c.stage = 'image_generation'), 0) AS image_generation,
                   COALESCE(SUM(c.cost) FILTER (WHERE c.stage = 'video_generation'), 0) AS video_generation,
                   COALESCE(SUM(c.cost) FILTER (WHERE c.stage = 'composition'), 0) AS composition,
                   COALESCE(SUM(c.cost), 0) AS total,
                   COALESCE(SUM(c.estimate) FILTER (WHERE c.state NOT IN ('succeeded', 'failed') AND NOT c.superseded AND s.state IS NULL), 0) AS reserved,
                   COALESCE(SUM(c.estimate) FILTER (WHERE c.state NOT IN ('succeeded', 'failed') AND (c.superseded OR s.state IS NOT NULL)), 0) AS in_doubt
            FROM calls c WHERE c.job_id = s.job) m
        WHERE j.id = ANY (ARRAY[s.job]) AND w.last_write = s.token
        RETURNING s.place, w.cancel_requested, j.cost_total, j.cost_reserved, j.cost_in_doubt
        """)
        .With(NpgsqlDbType.Integer, row => row.Place)
        .With(NpgsqlDbType.Uuid, row => row.Job)
        .With(NpgsqlDbType.Bigint, row => row.Write.Token)
        .With(NpgsqlDbType.Boolean, row => row.HasMoved)
        .With(NpgsqlDbType.Text, row => row.Write.Step.Progress?.CurrentStage)
        .With(NpgsqlDbType.Text, row => row.StagesCompleted)
        .With(NpgsqlDbType.Integer, row => row.Write.Step.Progress?.Percentage)
        .With(NpgsqlDbType.Json, row => row.Document("plan"))
        .With(NpgsqlDbType.Text, row => row.ReferenceImageUrl)
        .With(NpgsqlDbType.Json, row => row.Document("clips"))
        .With(NpgsqlDbType.Text, row => row.ClipUrls)
        .With(NpgsqlDbType.Json, row => row.Document("result"))
        .With(NpgsqlDbType.Text, row => row.Write.EndState)
        .With(NpgsqlDbType.Json, row => row.Error)
        .With(NpgsqlDbType.Text, row => PostgresText.Storable(row.Failure?.Code))
        .With(NpgsqlDbType.Text, row => row.Redone)
        .With(NpgsqlDbType.Jsonb, row => row.Warnings);

    // 8. The open calls of an ended job are followed. They keep no slot, and no other job waits for their answers.
    private readonly ArrayStatement<JobRow> ended = new ArrayStatement<JobRow>(
        """
        WITH gone AS MATERIALIZED (
            DELETE FROM job_work w USING unnest($1, $2) AS s(job, token) WHERE w.job_id = ANY (ARRAY[s.job]) AND w.last_write = s.token RETURNING w.job_id
        ), opened AS (
            UPDATE calls c SET cache_key = NULL, ask_at = now(), asks = 0 FROM gone g WHERE c.job_id = ANY (ARRAY[g.job_id]) AND c.state NOT IN ('succeeded', 'failed')
        )
        UPDATE service_slots o SET job_id = NULL, stage = NULL, call_index = NULL FROM gone g WHERE o.job_id = ANY (ARRAY[g.job_id])
        """)
        .With(NpgsqlDbType.Uuid, row => row.Job)
        .With(NpgsqlDbType.Bigint, row => row.Write.Token);

    // 9. They came while the owner worked on the job, and there is no next owner.
    private readonly ArrayStatement<JobRow> late = new ArrayStatement<JobRow>(LateResults.AdoptEnded).With(NpgsqlDbType.Uuid, row => row.Job);
}
