-- What stages, services and users wrote is json or text and never jsonb: it is read back byte for byte, jsonb would reorder it, drop repeated members
-- and refuse \u0000. There are no foreign keys: only the holder of a job's row in job_work adds to its ledger and events, and a job is deleted with all
-- of them by one statement, so a lookup for each of some thirty rows of a job would check what cannot be otherwise.

CREATE TABLE jobs (
    id                     uuid PRIMARY KEY,
    owner                  text NOT NULL,
    status                 varchar(20) NOT NULL CHECK (status IN ('queued', 'processing', 'awaiting_approval', 'completed', 'failed', 'cancelled')),
    prompt                 text NOT NULL,
    duration               int NOT NULL,
    aspect_ratio           varchar(10) NOT NULL,
    brand_guidelines       json,
    request                json NOT NULL,
    priority               smallint NOT NULL,
    current_stage          varchar(50),
    stages_completed       text[] NOT NULL DEFAULT '{}',
    progress_percentage    int NOT NULL DEFAULT 0,
    parsed_data            json,
    reference_image_url    text,
    clips                  json,
    clip_urls              text[],
    result                 json,
    cost_prompt_parsing    numeric(12,6) NOT NULL DEFAULT 0,
    cost_image_generation  numeric(12,6) NOT NULL DEFAULT 0,
    cost_video_generation  numeric(12,6) NOT NULL DEFAULT 0,
    cost_composition       numeric(12,6) NOT NULL DEFAULT 0,
    cost_total             numeric(12,6) NOT NULL DEFAULT 0,
    cost_reserved          numeric(12,6) NOT NULL DEFAULT 0,
    cost_limit             numeric(12,6) NOT NULL,
    error                  json,
    error_code             text,
    round                  int NOT NULL DEFAULT 0,
    accepts_double_payment boolean NOT NULL DEFAULT false,
    last_write             bigint,
    created_at             timestamptz(3) NOT NULL,
    updated_at             timestamptz(3) NOT NULL,
    started_at             timestamptz(3),
    completed_at           timestamptz(3),
    failed_at              timestamptz(3),
    cancelled_at           timestamptz(3),
    -- Indexed in place of cost_total, which changes with each call: as long as this stays null those updates touch no index.
    cost_when_completed    numeric(12,6) GENERATED ALWAYS AS (CASE WHEN status = 'completed' THEN cost_total END) STORED
) WITH (fillfactor = 60, autovacuum_vacuum_scale_factor = 0.02, autovacuum_analyze_scale_factor = 0.02, autovacuum_vacuum_cost_delay = 0);

CREATE INDEX jobs_by_status ON jobs (status);
CREATE INDEX jobs_by_age ON jobs (created_at DESC, id DESC);
CREATE INDEX jobs_by_owner ON jobs (owner, created_at DESC, id DESC);
CREATE INDEX completed_jobs_by_cost ON jobs (cost_when_completed) WHERE cost_when_completed IS NOT NULL;

-- The only transitions there are; JobStates holds the same table.
CREATE FUNCTION refuse_transition() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'a job does not become % when it is %', new.status, old.status USING ERRCODE = 'check_violation';
END $$;

CREATE TRIGGER jobs_allowed_transitions BEFORE UPDATE OF status ON jobs FOR EACH ROW
WHEN (old.status <> new.status AND (old.status || '>' || new.status) NOT IN (
    'queued>processing', 'queued>cancelled',
    'processing>completed', 'processing>failed', 'processing>cancelled', 'processing>awaiting_approval',
    'awaiting_approval>queued', 'awaiting_approval>cancelled',
    'failed>queued', 'cancelled>queued'))
EXECUTE FUNCTION refuse_transition();

-- One narrow row for each job that is not terminal: the lease, and what changes with every step. No index has a column that a step changes.
-- rank is the priority, negated, so that the best is the first; lane is a hash of the owner, for fairness between owners.
CREATE TABLE job_work (
    job_id           uuid PRIMARY KEY,
    rank             smallint NOT NULL,
    lane             int NOT NULL,
    created_at       timestamptz(3) NOT NULL,
    run_at           timestamptz(3) NOT NULL,
    parked           boolean NOT NULL DEFAULT false,
    node             uuid,
    epoch            bigint,
    cancel_requested boolean NOT NULL DEFAULT false,
    deaths           int NOT NULL DEFAULT 0,
    event_seq        bigint NOT NULL DEFAULT 0,
    last_write       bigint
) WITH (fillfactor = 50, autovacuum_vacuum_scale_factor = 0.02, autovacuum_vacuum_threshold = 500, autovacuum_analyze_scale_factor = 0.05, autovacuum_vacuum_cost_delay = 0);

CREATE INDEX ready_work ON job_work (rank, lane, created_at, job_id) WHERE node IS NULL AND NOT parked AND deaths < 2;
CREATE INDEX parked_work ON job_work (run_at) WHERE parked;
CREATE INDEX suspected_work ON job_work (deaths, job_id) WHERE deaths >= 2;
CREATE INDEX running_work ON job_work (lane) WHERE node IS NOT NULL;

-- The ledger. The idempotency key is derived from the primary key, so one is as unique as the other.
CREATE TABLE calls (
    job_id          uuid NOT NULL,
    stage           varchar(50) NOT NULL,
    call_index      int NOT NULL,
    generation      int NOT NULL,
    service         text NOT NULL,
    idempotency_key text NOT NULL,
    state           varchar(20) NOT NULL CHECK (state IN ('intent', 'accepted', 'succeeded', 'failed', 'unknown')),
    request         text NOT NULL,
    estimate        numeric(12,6) NOT NULL,
    dispatched      boolean NOT NULL,
    attempts        int NOT NULL,
    failures        int NOT NULL,
    round           int NOT NULL,
    retryable       boolean NOT NULL DEFAULT false,
    run_at          timestamptz(3),
    operation       text,
    response        text,
    cost            numeric(12,6),
    cost_source     text,
    provider        text,
    error_code      text,
    last_error      text,
    reused          int NOT NULL DEFAULT 0,
    cached          boolean NOT NULL DEFAULT false,
    cache_key       text,
    fresh_until     timestamptz(3),
    created_at      timestamptz(3) NOT NULL,
    accepted_at     timestamptz(3),
    settled_at      timestamptz(3),
    -- Indexed in place of state and cache_key: a call that is not shared changes its state without touching an index.
    key_on_its_way  text GENERATED ALWAYS AS (CASE WHEN state IN ('intent', 'accepted', 'unknown') THEN cache_key END) STORED,
    key_answered    text GENERATED ALWAYS AS (CASE WHEN state = 'succeeded' THEN cache_key END) STORED,
    PRIMARY KEY (job_id, stage, call_index, generation)
) WITH (fillfactor = 70, autovacuum_vacuum_scale_factor = 0.05, autovacuum_analyze_scale_factor = 0.05, autovacuum_vacuum_cost_delay = 0);

-- Of equal calls one is on its way at a time; the others wait for its answer.
CREATE UNIQUE INDEX equal_calls_on_their_way ON calls (key_on_its_way) WHERE key_on_its_way IS NOT NULL;
CREATE INDEX answers_for_equal_calls ON calls (key_answered, fresh_until) WHERE key_answered IS NOT NULL;

CREATE FUNCTION refuse_change_of_settled_call() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'a settled call never changes' USING ERRCODE = 'check_violation';
END $$;

CREATE TRIGGER settled_calls_never_change BEFORE UPDATE ON calls FOR EACH ROW
WHEN (old.state IN ('succeeded', 'failed')
      AND (new.state <> old.state OR new.cost IS DISTINCT FROM old.cost OR new.response IS DISTINCT FROM old.response))
EXECUTE FUNCTION refuse_change_of_settled_call();

-- Results that came after the lease was lost, until they are adopted and the next owner has been told of them.
CREATE TABLE late_results (
    job_id      uuid NOT NULL,
    stage       varchar(50) NOT NULL,
    call_index  int NOT NULL,
    generation  int NOT NULL,
    state       varchar(20) NOT NULL CHECK (state IN ('succeeded', 'failed')),
    response    text,
    cost        numeric(12,6),
    cost_source text,
    provider    text,
    error_code  text,
    last_error  text,
    retryable   boolean NOT NULL,
    attempts    int NOT NULL,
    kept_at     timestamptz(3) NOT NULL,
    adopted     boolean NOT NULL DEFAULT false,
    PRIMARY KEY (job_id, stage, call_index, generation)
);

CREATE TABLE job_events (
    job_id uuid NOT NULL,
    seq    bigint NOT NULL,
    kind   text NOT NULL,
    data   text NOT NULL,
    at     timestamptz(3) NOT NULL,
    PRIMARY KEY (job_id, seq)
) WITH (autovacuum_vacuum_scale_factor = 0.05, autovacuum_analyze_scale_factor = 0.05, autovacuum_vacuum_cost_delay = 0);

CREATE TABLE idempotency_keys (
    owner           text NOT NULL,
    idempotency_key text NOT NULL,
    request_hash    text,
    estimated_cost  numeric(12,6) NOT NULL,
    job_id          uuid NOT NULL,
    created_at      timestamptz(3) NOT NULL,
    PRIMARY KEY (owner, idempotency_key)
);

CREATE INDEX idempotency_keys_by_job ON idempotency_keys (job_id);

CREATE SEQUENCE node_epochs;

-- joined_at says whether a node has been alive long enough to judge others; session is the advisory lock that its writer's connection holds.
CREATE TABLE nodes (
    id        uuid PRIMARY KEY,
    epoch     bigint NOT NULL,
    alive     boolean NOT NULL,
    joined_at timestamptz NOT NULL,
    last_seen timestamptz NOT NULL,
    session   bigint NOT NULL
) WITH (fillfactor = 50, autovacuum_vacuum_threshold = 100, autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_cost_delay = 0);

-- A limited service has one row for each call that may be on its way at once, over all nodes; without a limit it has rows that nobody looks at, if any.
-- Rows above a lowered limit go out of use when their call ends.
CREATE TABLE service_limits (
    service text PRIMARY KEY,
    calls   int NOT NULL CHECK (calls > 0)
);

CREATE TABLE service_slots (
    service    text NOT NULL,
    slot       int NOT NULL,
    job_id     uuid,
    stage      varchar(50),
    call_index int,
    PRIMARY KEY (service, slot)
) WITH (fillfactor = 50, autovacuum_vacuum_scale_factor = 0.1, autovacuum_vacuum_cost_delay = 0);

CREATE INDEX taken_slots ON service_slots (job_id, stage, call_index) WHERE job_id IS NOT NULL;
