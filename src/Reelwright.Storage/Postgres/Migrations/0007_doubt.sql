-- Where and when a call was sent, whether its answer may still come, and what may be done about a doubt. jobs.accepts_double_payment is no longer read:
-- consent belongs to a call. Nodes of the version before write rows without these values, and call the function by its old signature.
ALTER TABLE calls
    ADD COLUMN origin text,
    ADD COLUMN sent_at timestamptz(3),
    ADD COLUMN answer_until timestamptz(3),
    ADD COLUMN doubtful_from timestamptz(3),
    ADD COLUMN repurchase_allowed boolean NOT NULL DEFAULT false,
    ADD COLUMN superseded boolean NOT NULL DEFAULT false,
    ADD COLUMN voided boolean NOT NULL DEFAULT false,
    ADD COLUMN ask_at timestamptz(3),
    ADD COLUMN asks int NOT NULL DEFAULT 0;
ALTER TABLE jobs
    ADD COLUMN cost_in_doubt numeric(12,6) NOT NULL DEFAULT 0,
    ADD COLUMN max_in_doubt numeric(12,6) NOT NULL DEFAULT 0;

-- The open calls of ended jobs. The column is null while a job is in work, so that its steps touch no index.
CREATE INDEX open_calls ON calls (ask_at) WHERE ask_at IS NOT NULL;

UPDATE jobs j SET cost_in_doubt = cost_reserved, cost_reserved = 0
WHERE cost_reserved <> 0 AND NOT EXISTS (SELECT FROM job_work w WHERE w.job_id = j.id);
UPDATE calls c SET ask_at = now()
WHERE dispatched AND state NOT IN ('succeeded', 'failed') AND NOT EXISTS (SELECT FROM job_work w WHERE w.job_id = c.job_id);
UPDATE calls c SET doubtful_from = c.created_at FROM jobs j
WHERE j.id = c.job_id AND j.error_code = 'PAYMENT_IN_DOUBT' AND c.dispatched AND c.state IN ('intent', 'unknown');

-- A late result can be an acceptance, too.
ALTER TABLE late_results
    ADD COLUMN operation text,
    DROP CONSTRAINT late_results_state_check,
    ADD CONSTRAINT late_results_state_check CHECK (state IN ('accepted', 'succeeded', 'failed'));

-- Money as it stands in our JSON: two to six decimals.
CREATE FUNCTION money_text(amount numeric) RETURNS text LANGUAGE sql IMMUTABLE AS $$
    SELECT (CASE WHEN scale(trim_scale(amount)) < 2 THEN round(amount, 2) ELSE trim_scale(amount) END)::text
$$;

-- As the function of 0002, with the place and time of the call; the generations before a new one are superseded.
CREATE FUNCTION begin_calls(
    steps int[], jobs uuid[], tokens bigint[], again boolean[], leads text[], services text[], stages text[], indexes int[], generations int[], keys text[],
    states text[], requests text[], estimates numeric[], sums numeric[], dispatches boolean[], attempts_made int[], failures_seen int[], rounds int[],
    delays float8[], operations text[], errors text[], cache_keys text[], origins text[], answer_delays float8[], doubt_delays float8[])
RETURNS TABLE (place int, verdict text, answer_job uuid, answer_stage text, answer_index int, answer_generation int) LANGUAGE plpgsql AS $$
DECLARE
    c record;
    refused_step int := -1;
    slots int;
    has_slot boolean;
BEGIN
    -- 1. Steps without anything but their budget to look at, all at once. After the first intent that is refused all are, because each is held against the
    --    sum up to it: the job is going to fail, and a cheaper call behind it would be bought for nothing.
    RETURN QUERY
    WITH judged AS MATERIALIZED (
        SELECT i.*, i.up_to_here <= (SELECT j.cost_limit FROM jobs j WHERE j.id = i.job) - (
            SELECT COALESCE(SUM(CASE WHEN o.state IN ('succeeded', 'failed') THEN COALESCE(o.cost, 0) ELSE o.estimate END), 0) FROM calls o WHERE o.job_id = i.job) AS is_held
        FROM unnest(jobs, tokens, again, leads, services, stages, indexes, generations, keys, states, requests, estimates, sums, dispatches, attempts_made, failures_seen, rounds,
                    origins, answer_delays, doubt_delays)
            WITH ORDINALITY AS i(job, token, is_again, lead, service, stage, call_index, generation, key, state, request, estimate, up_to_here, dispatched, attempts, failures, round,
                                 origin, answer_delay, doubt_delay, nr)
        WHERE NOT i.is_again AND i.lead IS NULL AND (SELECT w.last_write FROM job_work w WHERE w.job_id = i.job) = i.token
          AND (SELECT l.calls FROM service_limits l WHERE l.service = i.service) IS NULL
    ), made AS (
        INSERT INTO calls (job_id, stage, call_index, generation, service, idempotency_key, state, request, estimate, dispatched, attempts, failures, round, created_at,
                           origin, sent_at, answer_until, doubtful_from)
        SELECT m.job, m.stage, m.call_index, m.generation, m.service, m.key, m.state, m.request, m.estimate, m.dispatched, m.attempts, m.failures, m.round, now(),
               m.origin, now(), now() + m.answer_delay * interval '1 second', now() + m.doubt_delay * interval '1 second'
        FROM judged m WHERE m.is_held
    ), replaced AS (
        UPDATE calls o SET superseded = true, cache_key = NULL FROM judged m
        WHERE m.is_held AND m.generation > 0 AND o.job_id = ANY (ARRAY[m.job]) AND o.stage = m.stage AND o.call_index = m.call_index AND o.generation < m.generation
          AND o.state NOT IN ('succeeded', 'failed')
    )
    SELECT m.nr::int, 'refused', NULL::uuid, NULL::text, NULL::int, NULL::int FROM judged m WHERE NOT m.is_held;

    -- 2. The others one after the other: each may take what the next one would need. By key, so that two nodes do not wait for each other crosswise.
    FOR c IN
        SELECT i.* FROM unnest(steps, jobs, tokens, again, leads, services, stages, indexes, generations, keys, states, requests, estimates, dispatches, attempts_made,
                               failures_seen, rounds, delays, operations, errors, cache_keys, origins, answer_delays, doubt_delays)
            WITH ORDINALITY AS i(step, job, token, is_again, lead, service, stage, call_index, generation, key, state, request, estimate, dispatched, attempts,
                                 failures, round, delay, operation, error, cache_key, origin, answer_delay, doubt_delay, nr)
        WHERE (i.is_again OR i.lead IS NOT NULL OR (SELECT l.calls FROM service_limits l WHERE l.service = i.service) IS NOT NULL)
          AND (SELECT w.last_write FROM job_work w WHERE w.job_id = i.job) = i.token
        ORDER BY i.lead NULLS LAST, i.step, i.nr
    LOOP
        place := c.nr;
        answer_job := NULL; answer_stage := NULL; answer_index := NULL; answer_generation := NULL;
        IF c.step = refused_step THEN
            verdict := 'refused';
            RETURN NEXT;
            CONTINUE;
        END IF;

        IF NOT c.is_again AND c.cache_key IS NOT NULL THEN
            SELECT o.job_id, o.stage, o.call_index, o.generation INTO answer_job, answer_stage, answer_index, answer_generation
            FROM calls o WHERE o.key_answered = c.cache_key AND o.fresh_until > now() ORDER BY o.fresh_until DESC LIMIT 1;
            IF FOUND THEN
                verdict := 'answered';
                RETURN NEXT;
                CONTINUE;
            END IF;

            PERFORM FROM calls o WHERE o.key_on_its_way = c.cache_key AND NOT (o.job_id = c.job AND o.stage = c.stage AND o.call_index = c.call_index);
            IF FOUND THEN
                verdict := 'awaited';
                RETURN NEXT;
                CONTINUE;
            END IF;
        END IF;

        -- A call that is in doubt has kept its slot.
        SELECT l.calls INTO slots FROM service_limits l WHERE l.service = c.service;
        has_slot := slots IS NULL;
        IF NOT has_slot THEN
            PERFORM FROM service_slots s WHERE s.job_id = c.job AND s.stage = c.stage AND s.call_index = c.call_index;
            has_slot := FOUND;
            IF NOT has_slot THEN
                UPDATE service_slots s SET job_id = c.job, stage = c.stage, call_index = c.call_index
                WHERE s.service = c.service AND s.slot = (
                    SELECT f.slot FROM service_slots f WHERE f.service = c.service AND f.job_id IS NULL AND f.slot <= slots ORDER BY f.slot LIMIT 1 FOR UPDATE SKIP LOCKED);
                has_slot := FOUND;
            END IF;
        END IF;

        IF NOT has_slot THEN
            verdict := 'full';
            RETURN NEXT;
            CONTINUE;
        END IF;

        IF c.is_again THEN
            UPDATE calls o SET state = c.state, dispatched = c.dispatched, attempts = c.attempts, failures = c.failures, round = c.round,
                   run_at = now() + c.delay * interval '1 second', operation = c.operation, last_error = c.error,
                   origin = c.origin, sent_at = now(), answer_until = now() + c.answer_delay * interval '1 second',
                   doubtful_from = now() + c.doubt_delay * interval '1 second'
            WHERE o.job_id = c.job AND o.stage = c.stage AND o.call_index = c.call_index AND o.generation = c.generation AND o.state NOT IN ('succeeded', 'failed');
            CONTINUE;
        END IF;

        IF c.estimate <= (SELECT j.cost_limit FROM jobs j WHERE j.id = c.job) - (
            SELECT COALESCE(SUM(CASE WHEN o.state IN ('succeeded', 'failed') THEN COALESCE(o.cost, 0) ELSE o.estimate END), 0) FROM calls o WHERE o.job_id = c.job)
        THEN
            IF c.generation > 0 THEN
                UPDATE calls o SET superseded = true, cache_key = NULL
                WHERE o.job_id = c.job AND o.stage = c.stage AND o.call_index = c.call_index AND o.generation < c.generation AND o.state NOT IN ('succeeded', 'failed');
            END IF;

            INSERT INTO calls (job_id, stage, call_index, generation, service, idempotency_key, state, request, estimate, dispatched, attempts, failures, round, cache_key, created_at,
                               origin, sent_at, answer_until, doubtful_from)
            VALUES (c.job, c.stage, c.call_index, c.generation, c.service, c.key, c.state, c.request, c.estimate, c.dispatched, c.attempts, c.failures, c.round, c.cache_key, now(),
                    c.origin, now(), now() + c.answer_delay * interval '1 second', now() + c.doubt_delay * interval '1 second')
            ON CONFLICT (key_on_its_way) WHERE key_on_its_way IS NOT NULL DO NOTHING;
            CONTINUE WHEN FOUND;

            -- Another node has begun an equal call since we looked.
            verdict := 'awaited';
        ELSE
            refused_step := c.step;
            verdict := 'refused';
        END IF;

        UPDATE service_slots s SET job_id = NULL, stage = NULL, call_index = NULL WHERE s.job_id = c.job AND s.stage = c.stage AND s.call_index = c.call_index;
        RETURN NEXT;
    END LOOP;
END $$;
