-- Where and when a call was sent, whether its answer may still come, and what may be done about a doubt. jobs.accepts_double_payment is no longer read:
-- consent belongs to a call.
ALTER TABLE calls ADD COLUMN origin TEXT;
ALTER TABLE calls ADD COLUMN sent_at INTEGER;
ALTER TABLE calls ADD COLUMN answer_until INTEGER;
ALTER TABLE calls ADD COLUMN doubtful_from INTEGER;
ALTER TABLE calls ADD COLUMN repurchase_allowed INTEGER NOT NULL DEFAULT 0;
ALTER TABLE calls ADD COLUMN superseded INTEGER NOT NULL DEFAULT 0;
ALTER TABLE calls ADD COLUMN voided INTEGER NOT NULL DEFAULT 0;
ALTER TABLE calls ADD COLUMN ask_at INTEGER;
ALTER TABLE calls ADD COLUMN asks INTEGER NOT NULL DEFAULT 0;
ALTER TABLE jobs ADD COLUMN cost_in_doubt INTEGER NOT NULL DEFAULT 0;
ALTER TABLE jobs ADD COLUMN max_in_doubt INTEGER NOT NULL DEFAULT 0;

-- The open calls of ended jobs.
CREATE INDEX open_calls ON calls (ask_at) WHERE ask_at IS NOT NULL;

UPDATE jobs SET cost_in_doubt = cost_reserved, cost_reserved = 0 WHERE NOT EXISTS (SELECT 1 FROM job_work w WHERE w.job_id = jobs.id);
UPDATE calls SET ask_at = 0 WHERE dispatched = 1 AND state NOT IN ('succeeded', 'failed') AND NOT EXISTS (SELECT 1 FROM job_work w WHERE w.job_id = calls.job_id);
UPDATE calls SET doubtful_from = created_at
WHERE dispatched = 1 AND state IN ('intent', 'unknown') AND job_id IN (SELECT id FROM jobs WHERE json_extract(error, '$.code') = 'PAYMENT_IN_DOUBT');

-- A late result can be an acceptance, too.
CREATE TABLE late_results_with_acceptances (
    idempotency_key TEXT PRIMARY KEY REFERENCES calls (idempotency_key) ON DELETE CASCADE,
    state           TEXT NOT NULL CHECK (state IN ('accepted', 'succeeded', 'failed')),
    operation       TEXT,
    response        TEXT,
    cost            INTEGER,
    cost_source     TEXT,
    provider        TEXT,
    error_code      TEXT,
    last_error      TEXT,
    retryable       INTEGER NOT NULL,
    attempts        INTEGER NOT NULL,
    kept_at         INTEGER NOT NULL
) WITHOUT ROWID;
INSERT INTO late_results_with_acceptances
SELECT idempotency_key, state, NULL, response, cost, cost_source, provider, error_code, last_error, retryable, attempts, kept_at FROM late_results;
DROP TABLE late_results;
ALTER TABLE late_results_with_acceptances RENAME TO late_results;
