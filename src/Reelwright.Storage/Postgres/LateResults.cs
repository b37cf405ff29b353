namespace Reelwright.Storage.Postgres;

/// <summary>Results that came after the lease was lost. They are stored, and adopted into the ledger as soon as no node works on the job.</summary>
internal static class LateResults
{
    // A failure that came first may belong to an earlier request: the later result counts.
    public const string Keep =
        """
        INSERT INTO late_results (job_id, stage, call_index, generation, state, response, cost, cost_source, provider, error_code, last_error, retryable, attempts, kept_at)
        SELECT c.job_id, c.stage, c.call_index, c.generation, $5, $6, $7, $8, $9, $10, $11, $12, $13, now()
        FROM calls c WHERE c.job_id = $1 AND c.stage = $2 AND c.call_index = $3 AND c.generation = $4
        ON CONFLICT (job_id, stage, call_index, generation) DO UPDATE SET
            state = excluded.state, response = excluded.response, cost = excluded.cost, cost_source = excluded.cost_source, provider = excluded.provider,
            error_code = excluded.error_code, last_error = excluded.last_error, retryable = excluded.retryable, attempts = excluded.attempts, kept_at = now()
        WHERE late_results.state = 'failed' AND NOT late_results.adopted AND (excluded.state = 'succeeded' OR excluded.attempts > late_results.attempts)
        """;

    /// <summary>Of jobs that wait for their next owner. The claim reads the ledger after this, and returns what was adopted.</summary>
    public const string AdoptUnowned =
        $"""
        WITH due AS MATERIALIZED (
            SELECT l.* FROM late_results l CROSS JOIN LATERAL (
                SELECT w.job_id FROM job_work w WHERE w.job_id = l.job_id AND w.node IS NULL FOR UPDATE SKIP LOCKED) w
            WHERE NOT l.adopted
        ), {Settle}, told AS (
            UPDATE late_results l SET adopted = true FROM settled s
            WHERE l.job_id = ANY (ARRAY[s.job_id]) AND l.stage = s.stage AND l.call_index = s.call_index AND l.generation = s.generation
        ) {Bill}
        """;

    /// <summary>
    /// Of jobs whose owner ends them with this very step. They came while it worked on the job, so it does not know of them: the job's bill is made whole here.
    /// </summary>
    public const string AdoptEnding =
        $"""
        WITH due AS MATERIALIZED (
            DELETE FROM late_results l USING unnest($1, $2) AS s(job, token)
            WHERE l.job_id = ANY (ARRAY[s.job]) AND (SELECT w.last_write FROM job_work w WHERE w.job_id = s.job) = s.token
            RETURNING l.*
        ), {Settle} {Bill}
        """;

    /// <summary>
    /// Of jobs that have ended already. A result may be written at the moment at which a retry begins and ends: then neither knows of the other.
    /// </summary>
    public const string AdoptForgotten =
        $"""
        WITH due AS MATERIALIZED (
            DELETE FROM late_results l WHERE NOT EXISTS (SELECT FROM job_work w WHERE w.job_id = l.job_id) RETURNING l.*
        ), {Settle} {Bill}
        """;

    /// <summary>Of one job that has ended and has no next owner: its bill is made whole here.</summary>
    public const string AdoptEnded =
        $"""
        WITH due AS MATERIALIZED (
            SELECT l.* FROM late_results l WHERE l.job_id = $1 AND NOT EXISTS (SELECT FROM job_work w WHERE w.job_id = $1)
        ), {Settle}, gone AS (
            DELETE FROM late_results l WHERE l.job_id = $1 AND EXISTS (SELECT FROM due)
        ) {Bill}
        """;

    // A late failure counts only when the call was not sent again since: the later request may have succeeded.
    private const string Settle =
        """
        settled AS (
            UPDATE calls c SET
                state = d.state, response = d.response, cost = d.cost, cost_source = d.cost_source, provider = d.provider, error_code = d.error_code,
                last_error = d.last_error, retryable = d.retryable, settled_at = now()
            FROM due d
            WHERE c.job_id = ANY (ARRAY[d.job_id]) AND c.stage = d.stage AND c.call_index = d.call_index AND c.generation = d.generation
              AND c.state NOT IN ('succeeded', 'failed') AND (d.state = 'succeeded' OR d.attempts = c.attempts)
            RETURNING c.job_id, c.stage, c.call_index, c.generation, c.estimate, COALESCE(c.cost, 0) AS cost
        ), freed AS (
            UPDATE service_slots o SET job_id = NULL, stage = NULL, call_index = NULL FROM settled s
            WHERE o.job_id = ANY (ARRAY[s.job_id]) AND o.stage = s.stage AND o.call_index = s.call_index
        )
        """;

    private const string Bill =
        """
        UPDATE jobs j SET
            cost_prompt_parsing = j.cost_prompt_parsing + s.prompt_parsing,
            cost_image_generation = j.cost_image_generation + s.image_generation,
            cost_video_generation = j.cost_video_generation + s.video_generation,
            cost_composition = j.cost_composition + s.composition,
            cost_total = j.cost_total + s.total,
            cost_reserved = j.cost_reserved - s.estimates
        FROM (
            SELECT job_id, SUM(estimate) AS estimates, SUM(cost) AS total,
                   COALESCE(SUM(cost) FILTER (WHERE stage = 'prompt_parsing'), 0) AS prompt_parsing,
                   COALESCE(SUM(cost) FILTER (WHERE stage = 'image_generation'), 0) AS image_generation,
                   COALESCE(SUM(cost) FILTER (WHERE stage = 'video_generation'), 0) AS video_generation,
                   COALESCE(SUM(cost) FILTER (WHERE stage = 'composition'), 0) AS composition
            FROM settled GROUP BY job_id) s
        WHERE j.id = ANY (ARRAY[s.job_id])
        """;
}
