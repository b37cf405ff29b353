-- What decides whether a call may be begun now: the cache, the slots of its service, the job's budget, in this order.
-- One element of each array is one call: an intent, or one that is sent again. Only calls of steps that passed the fence count: their token stands in
-- job_work. Returned are those that are not begun, by their place in the arrays: 'refused' by the budget, 'full' service, 'awaited' equal call, or
-- 'answered' by the call that is named.
CREATE FUNCTION begin_calls(
    steps int[], jobs uuid[], tokens bigint[], again boolean[], leads text[], services text[], stages text[], indexes int[], generations int[], keys text[],
    states text[], requests text[], estimates numeric[], sums numeric[], dispatches boolean[], attempts_made int[], failures_seen int[], rounds int[],
    delays float8[], operations text[], errors text[], cache_keys text[])
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
        FROM unnest(jobs, tokens, again, leads, services, stages, indexes, generations, keys, states, requests, estimates, sums, dispatches, attempts_made, failures_seen, rounds)
            WITH ORDINALITY AS i(job, token, is_again, lead, service, stage, call_index, generation, key, state, request, estimate, up_to_here, dispatched, attempts, failures, round, nr)
        WHERE NOT i.is_again AND i.lead IS NULL AND (SELECT w.last_write FROM job_work w WHERE w.job_id = i.job) = i.token
          AND (SELECT l.calls FROM service_limits l WHERE l.service = i.service) IS NULL
    ), made AS (
        INSERT INTO calls (job_id, stage, call_index, generation, service, idempotency_key, state, request, estimate, dispatched, attempts, failures, round, created_at)
        SELECT m.job, m.stage, m.call_index, m.generation, m.service, m.key, m.state, m.request, m.estimate, m.dispatched, m.attempts, m.failures, m.round, now()
        FROM judged m WHERE m.is_held
    )
    SELECT m.nr::int, 'refused', NULL::uuid, NULL::text, NULL::int, NULL::int FROM judged m WHERE NOT m.is_held;

    -- 2. The others one after the other: each may take what the next one would need. By key, so that two nodes do not wait for each other crosswise.
    FOR c IN
        SELECT i.* FROM unnest(steps, jobs, tokens, again, leads, services, stages, indexes, generations, keys, states, requests, estimates, dispatches, attempts_made,
                               failures_seen, rounds, delays, operations, errors, cache_keys)
            WITH ORDINALITY AS i(step, job, token, is_again, lead, service, stage, call_index, generation, key, state, request, estimate, dispatched, attempts,
                                 failures, round, delay, operation, error, cache_key, nr)
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

            PERFORM FROM calls o WHERE o.key_on_its_way = c.cache_key;
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
                   run_at = now() + c.delay * interval '1 second', operation = c.operation, last_error = c.error
            WHERE o.job_id = c.job AND o.stage = c.stage AND o.call_index = c.call_index AND o.generation = c.generation AND o.state NOT IN ('succeeded', 'failed');
            CONTINUE;
        END IF;

        IF c.estimate <= (SELECT j.cost_limit FROM jobs j WHERE j.id = c.job) - (
            SELECT COALESCE(SUM(CASE WHEN o.state IN ('succeeded', 'failed') THEN COALESCE(o.cost, 0) ELSE o.estimate END), 0) FROM calls o WHERE o.job_id = c.job)
        THEN
            INSERT INTO calls (job_id, stage, call_index, generation, service, idempotency_key, state, request, estimate, dispatched, attempts, failures, round, cache_key, created_at)
            VALUES (c.job, c.stage, c.call_index, c.generation, c.service, c.key, c.state, c.request, c.estimate, c.dispatched, c.attempts, c.failures, c.round, c.cache_key, now())
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
