-- A JSON array of the data of the job's warning events, each once; null when there is none.
ALTER TABLE jobs ADD COLUMN warnings jsonb;

-- The warnings of a job after a step: without those of calls that were done again, and with the new ones, each once, in their order.
CREATE FUNCTION merge_warnings(known jsonb, redone text[], added jsonb) RETURNS jsonb LANGUAGE sql IMMUTABLE AS $$
    SELECT jsonb_agg(w.warning ORDER BY w.place)
    FROM (
        SELECT a.warning, MIN(a.place) AS place
        FROM (
            SELECT k.warning, k.place FROM jsonb_array_elements(known) WITH ORDINALITY AS k(warning, place)
            WHERE (k.warning->>'stage' || '/' || (k.warning->>'index')) = ANY (redone) IS NOT TRUE
            UNION ALL
            SELECT n.warning, 1000000 + n.place FROM jsonb_array_elements(added) WITH ORDINALITY AS n(warning, place)
        ) a GROUP BY a.warning
    ) w
$$;
