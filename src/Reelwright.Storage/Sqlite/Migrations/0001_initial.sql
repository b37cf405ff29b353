-- Money is in micro-dollars (numeric(12,6) elsewhere), time in milliseconds since 1970 UTC.

CREATE TABLE jobs (
    id                     TEXT PRIMARY KEY,
    owner                  TEXT NOT NULL,
    status                 TEXT NOT NULL CHECK (status IN ('queued', 'processing', 'awaiting_approval', 'completed', 'failed', 'cancelled')),
    prompt                 TEXT NOT NULL,
    duration               INTEGER NOT NULL,
    aspect_ratio           TEXT NOT NULL,
    brand_guidelines       TEXT,
    request                TEXT NOT NULL,
    priority               INTEGER NOT NULL,
    current_stage          TEXT,
    stages_completed       TEXT NOT NULL DEFAULT '[]',
    progress_percentage    INTEGER NOT NULL DEFAULT 0,
    parsed_data            TEXT,
    reference_image_url    TEXT,
    clip_urls              TEXT,
    result                 TEXT,
    cost_prompt_parsing    INTEGER NOT NULL DEFAULT 0,
    cost_image_generation  INTEGER NOT NULL DEFAULT 0,
    cost_video_generation  INTEGER NOT NULL DEFAULT 0,
    cost_composition       INTEGER NOT NULL DEFAULT 0,
    cost_total             INTEGER NOT NULL DEFAULT 0,
    cost_reserved          INTEGER NOT NULL DEFAULT 0,
    cost_limit             INTEGER NOT NULL,
    error                  TEXT,
    event_seq              INTEGER NOT NULL DEFAULT 0,
    round                  INTEGER NOT NULL DEFAULT 0,
    accepts_double_payment INTEGER NOT NULL DEFAULT 0,
    created_at             INTEGER NOT NULL,
    updated_at             INTEGER NOT NULL,
    started_at             INTEGER,
    completed_at           INTEGER,
    failed_at              INTEGER,
    cancelled_at           INTEGER
);

CREATE INDEX jobs_by_status ON jobs (status);
CREATE INDEX jobs_by_age ON jobs (created_at DESC, id DESC);
CREATE INDEX jobs_by_owner ON jobs (owner, created_at DESC, id DESC);
CREATE INDEX completed_jobs_by_cost ON jobs (cost_total) WHERE status = 'completed';

-- The only transitions there are; JobStates holds the same table.
CREATE TRIGGER jobs_allowed_transitions BEFORE UPDATE OF status ON jobs
WHEN old.status <> new.status AND (old.status || '>' || new.status) NOT IN (
    'queued>processing', 'queued>cancelled',
    'processing>completed', 'processing>failed', 'processing>cancelled', 'processing>awaiting_approval',
    'awaiting_approval>queued', 'awaiting_approval>cancelled',
    'failed>queued', 'cancelled>queued')
BEGIN
    SELECT RAISE(ABORT, 'this transition of a job is not allowed');
END;

-- One row for each job that is not terminal: what changes often stays out of the wide row.
CREATE TABLE job_work (
    job_id           TEXT PRIMARY KEY REFERENCES jobs (id) ON DELETE CASCADE,
    owner            TEXT NOT NULL,
    priority         INTEGER NOT NULL,
    created_at       INTEGER NOT NULL,
    run_at           INTEGER NOT NULL,
    node             TEXT,
    epoch            INTEGER,
    cancel_requested INTEGER NOT NULL DEFAULT 0,
    deaths           INTEGER NOT NULL DEFAULT 0
) WITHOUT ROWID;

CREATE INDEX waiting_work ON job_work (owner, priority DESC, created_at, job_id) WHERE node IS NULL;
CREATE INDEX owned_work ON job_work (owner) WHERE node IS NOT NULL;
CREATE INDEX cancelled_work ON job_work (priority DESC, created_at, job_id) WHERE cancel_requested = 1;
CREATE INDEX suspected_work ON job_work (deaths, job_id) WHERE deaths >= 2;

-- The ledger.
CREATE TABLE calls (
    job_id          TEXT NOT NULL REFERENCES jobs (id) ON DELETE CASCADE,
    stage           TEXT NOT NULL,
    call_index      INTEGER NOT NULL,
    generation      INTEGER NOT NULL,
    service         TEXT NOT NULL,
    idempotency_key TEXT NOT NULL UNIQUE,
    state           TEXT NOT NULL CHECK (state IN ('intent', 'accepted', 'succeeded', 'failed', 'unknown')),
    request         TEXT NOT NULL,
    estimate        INTEGER NOT NULL,
    dispatched      INTEGER NOT NULL,
    attempts        INTEGER NOT NULL,
    failures        INTEGER NOT NULL,
    round           INTEGER NOT NULL,
    retryable       INTEGER NOT NULL,
    run_at          INTEGER,
    operation       TEXT,
    response        TEXT,
    cost            INTEGER,
    cost_source     TEXT,
    provider        TEXT,
    error_code      TEXT,
    last_error      TEXT,
    reused          INTEGER NOT NULL DEFAULT 0,
    cached          INTEGER NOT NULL DEFAULT 0,
    cache_key       TEXT,
    fresh_until     INTEGER,
    created_at      INTEGER NOT NULL,
    accepted_at     INTEGER,
    settled_at      INTEGER,
    PRIMARY KEY (job_id, stage, call_index, generation)
) WITHOUT ROWID;

-- Of equal calls one is on its way at a time; the others wait for its answer.
CREATE UNIQUE INDEX equal_calls_on_their_way ON calls (cache_key) WHERE cache_key IS NOT NULL AND state IN ('intent', 'accepted', 'unknown');
CREATE INDEX answers_for_equal_calls ON calls (cache_key, fresh_until) WHERE cache_key IS NOT NULL AND state = 'succeeded';

CREATE TRIGGER settled_calls_never_change BEFORE UPDATE ON calls
WHEN old.state IN ('succeeded', 'failed') AND (new.state <> old.state OR new.cost IS NOT old.cost OR new.response IS NOT old.response)
BEGIN
    SELECT RAISE(ABORT, 'a settled call never changes');
END;

-- Results that came after the lease was lost, until the next owner adopts them.
CREATE TABLE late_results (
    idempotency_key TEXT PRIMARY KEY REFERENCES calls (idempotency_key) ON DELETE CASCADE,
    state           TEXT NOT NULL CHECK (state IN ('succeeded', 'failed')),
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

CREATE TABLE job_events (
    job_id TEXT NOT NULL REFERENCES jobs (id) ON DELETE CASCADE,
    seq    INTEGER NOT NULL,
    kind   TEXT NOT NULL,
    data   TEXT NOT NULL,
    at     INTEGER NOT NULL,
    PRIMARY KEY (job_id, seq)
) WITHOUT ROWID;

CREATE TABLE idempotency_keys (
    owner           TEXT NOT NULL,
    idempotency_key TEXT NOT NULL,
    request_hash    TEXT NOT NULL,
    estimated_cost  INTEGER NOT NULL,
    job_id          TEXT NOT NULL REFERENCES jobs (id) ON DELETE CASCADE,
    created_at      INTEGER NOT NULL,
    PRIMARY KEY (owner, idempotency_key)
) WITHOUT ROWID;

CREATE INDEX idempotency_keys_by_job ON idempotency_keys (job_id);

CREATE TABLE nodes (
    id        TEXT PRIMARY KEY,
    epoch     INTEGER NOT NULL,
    alive     INTEGER NOT NULL,
    last_seen INTEGER NOT NULL
) WITHOUT ROWID;

-- A limited service has one row for each call that may be on its way at once, over all nodes; without rows it is not limited. Rows above a lowered
-- limit go when their call ends.
CREATE TABLE service_limits (
    service TEXT PRIMARY KEY,
    calls   INTEGER NOT NULL CHECK (calls > 0)
) WITHOUT ROWID;

CREATE TABLE service_slots (
    service    TEXT NOT NULL,
    slot       INTEGER NOT NULL,
    job_id     TEXT,
    stage      TEXT,
    call_index INTEGER,
    PRIMARY KEY (service, slot)
) WITHOUT ROWID;

CREATE INDEX taken_slots ON service_slots (job_id, stage, call_index) WHERE job_id IS NOT NULL;

CREATE TRIGGER slots_of_deleted_jobs AFTER DELETE ON jobs
BEGIN
    UPDATE service_slots SET job_id = NULL, stage = NULL, call_index = NULL WHERE job_id = old.id;
END;
