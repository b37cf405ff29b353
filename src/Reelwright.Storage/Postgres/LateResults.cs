namespace Reelwright.Storage.Postgres;

/// <summary>
/// Results that came too late for a step, of calls that were settled or accepted. They are stored, and adopted into the ledger by the next
/// claim, by the owner, or after the end of the job.
/// </summary>
internal static class LateResults
{
    // A failure that came first may belong to an earlier request: the later result counts.
    public const string Keep =
        """
        INSERT INTO late_results (job_id, stage, call_index, generation, state, response, cost, cost_source, provider, error_code, last_error, retryable, attempts, kept_at, operation)
        SELECT c.job_id, c.stage, c.call_index, c.generation, $5, $6, $7, $8, $9, $10, $11, $12, $13, now(), $14
        FROM calls c WHERE c.job_id = $1 AND c.stage = $2 AND c.call_index = $3 AND c.generation = $4
        ON CONFLICT (job_id, stage, call_index, generation) DO UPDATE SET
            state = excluded.state, response = excluded.response, cost = excluded.cost, cost_source = excluded.cost_source, provider = excluded.provider,
            error_code = excluded.error_code, last_error = excluded.last_error, retryable = excluded.retryable, attempts = excluded.attempts, kept_at = now(),
            operation = excluded.operation
        WHERE NOT late_results.adopted AND (late_results.state = 'accepted'
           OR (late_results.state = 'failed' AND (excluded.state = 'succeeded' OR excluded.attempts > late_results.attempts)))
        """;

    /// <summary>A job that waits for a late result goes on at once.</summary>
    public const string WakeParked = "UPDATE job_work SET parked = false, run_at = LEAST(run_at, now()) WHERE job_id = $1 AND node IS NULL";

    /// <summary>Of jobs that wait for their next owner. The claim reads the ledger after this, and returns what was adopted.</summary>
    public const string AdoptUnowned =
        $"""
        WITH due AS MATERIALIZED (
            SELECT l.* FROM late_results l CROSS JOIN LATERAL (
                SELECT w.job_id FROM job_work w WHERE w.job_id = l.job_id AND w.node IS NULL FOR UPDATE SKIP LOCKED) w
            WHERE NOT l.adopted
        ), {Settle}, taken AS (
            DELETE FROM late_results l USING due d
            WHERE d.state = 'accepted' AND l.job_id = ANY (ARRAY[d.job_id]) AND l.stage = d.stage AND l.call_index = d.call_index AND l.generation = d.generation
        ), told AS (
            UPDATE late_results l SET adopted = true FROM settled s
            WHERE l.job_id = ANY (ARRAY[s.job_id]) AND l.stage = s.stage AND l.call_index = s.call_index AND l.generation = s.generation
        ) {Bill}
        """;

    /// <summary>Of one job, for its owner.</summary>
    public const string AdoptOwned =
        $"""
        WITH due AS MATERIALIZED (
            DELETE FROM late_results l USING job_work w WHERE l.job_id = $1 AND w.job_id = $1 AND w.node = $2 AND w.epoch = $3 RETURNING l.*
        ), {Settle} {Bill}
        """;

    /// <summary>Of these jobs, as far as they have ended and have no next owner. Their cost events are added here.</summary>
    public const string AdoptEnded =
        $"""
        WITH ended AS MATERIALIZED (
            SELECT j.id, j.cost_total FROM jobs j WHERE j.id = ANY ($1) AND EXISTS (SELECT FROM late_results l WHERE l.job_id = j.id)
              AND NOT EXISTS (SELECT FROM job_work w WHERE w.job_id = j.id) ORDER BY j.id FOR UPDATE
        ), {OfEnded}
        """;

    /// <summary>
    /// Of all jobs that have ended. A result may be written at the moment at which a retry begins and ends: then neither reads the other.
    /// </summary>
    public const string AdoptForgotten =
        $"""
        WITH ended AS MATERIALIZED (
            SELECT j.id, j.cost_total FROM jobs j WHERE j.id IN (SELECT l.job_id FROM late_results l)
              AND NOT EXISTS (SELECT FROM job_work w WHERE w.job_id = j.id) ORDER BY j.id FOR UPDATE
        ), {OfEnded}
        """;

    // The events are those of JobEvents.Cost, numbered after the last one of the job.
    private const string OfEnded =
        $$"""
        due AS MATERIALIZED (
            DELETE FROM late_results l USING ended e WHERE l.job_id = e.id RETURNING l.*
        ), {{Settle}}, told AS (
            INSERT INTO job_events (job_id, seq, kind, data, at)
            SELECT e.id, (SELECT COALESCE(MAX(v.seq), 0) FROM job_events v WHERE v.job_id = e.id) + ROW_NUMBER() OVER steps, 'cost',
                   format('{"stage":"%s","index":%s,"cost_usd":%s,"total_usd":%s}', s.stage, s.call_index, money_text(s.cost),
                          money_text(e.cost_total + SUM(s.cost) OVER steps)),
                   now()
            FROM settled s JOIN ended e ON e.id = s.job_id
            WINDOW steps AS (PARTITION BY e.id ORDER BY s.stage, s.call_index, s.generation)
        ) {{Bill}}
        """;

    // A late failure counts only when the call was not sent again since: the later request may have succeeded.
    private const string Settle =
        """
        settled AS (
            UPDATE calls c SET
                state = d.state, response = d.response, cost = d.cost, cost_source = d.cost_source, provider = d.provider, error_code = d.error_code,
                last_error = d.last_error, retryable = d.retryable, settled_at = now(), ask_at = NULL
            FROM due d
            WHERE c.job_id = ANY (ARRAY[d.job_id]) AND c.stage = d.stage AND c.call_index = d.call_index AND c.generation = d.generation
              AND c.state NOT IN ('succeeded', 'failed') AND (d.state = 'succeeded' OR (d.state = 'failed' AND d.attempts = c.attempts))
            RETURNING c.job_id, c.stage, c.call_index, c.generation, c.estimate, COALESCE(c.cost, 0) AS cost, c.superseded
        ), accepted AS (
            UPDATE calls c SET state = 'accepted', operation = d.operation, accepted_at = now(), answer_until = NULL, run_at = NULL,
                   ask_at = CASE WHEN NOT EXISTS (SELECT FROM job_work w WHERE w.job_id = d.job_id) THEN now() END
            FROM due d
            WHERE d.state = 'accepted' AND c.job_id = ANY (ARRAY[d.job_id]) AND c.stage = d.stage AND c.call_index = d.call_index
              AND c.generation = d.generation AND c.state IN ('intent', 'unknown') AND c.attempts = d.attempts
        ), freed AS (
            UPDATE service_slots o SET job_id = NULL, stage = NULL, call_index = NULL FROM settled s
            WHERE NOT s.superseded AND o.job_id = ANY (ARRAY[s.job_id]) AND o.stage = s.stage AND o.call_index = s.call_index
        )
        """;

    // What a job in work has reserved is in doubt once it has ended.
    private const string Bill =
        """
        UPDATE jobs j SET
            cost_prompt_parsing = j.cost_prompt_parsing + s.prompt_parsing,
            cost_image_generation = j.cost_image_generation + s.image_generation,
            cost_video_generation = j.cost_video_generation + s.video_generation,
            cost_composition = j.cost_composition + s.composition,
            cost_total = j.cost_total + s.total,
            cost_reserved = CASE WHEN s.is_worked_on THEN j.cost_reserved - s.latest ELSE j.cost_reserved END,
            cost_in_doubt = j.cost_in_doubt - s.superseded - CASE WHEN s.is_worked_on THEN 0 ELSE s.latest END
        FROM (
            SELECT job_id, SUM(cost) AS total,
                   COALESCE(SUM(estimate) FILTER (WHERE NOT superseded), 0) AS latest,
                   COALESCE(SUM(estimate) FILTER (WHERE superseded), 0) AS superseded,
                   EXISTS (SELECT FROM job_work w WHERE w.job_id = settled.job_id) AS is_worked_on,
                   COALESCE(SUM(cost) FILTER (WHERE stage = 'prompt_parsing'), 0) AS prompt_parsing,
                   COALESCE(SUM(cost) FILTER (WHERE stage = 'image_generation'), 0) AS image_generation,
                   COALESCE(SUM(cost) FILTER (WHERE stage = 'video_generation'), 0) AS video_generation,
                   COALESCE(SUM(cost) FILTER (WHERE stage = 'composition'), 0) AS composition
            FROM settled GROUP BY job_id) s
        WHERE j.id = ANY (ARRAY[s.job_id])
        """;
}
