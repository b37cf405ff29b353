-- A key outlives its job for its 24 hours: a replay gets the first answer and never creates a second job.
CREATE TABLE kept_keys (
    owner           TEXT NOT NULL,
    idempotency_key TEXT NOT NULL,
    request_hash    TEXT NOT NULL,
    estimated_cost  INTEGER NOT NULL,
    job_id          TEXT NOT NULL,
    created_at      INTEGER NOT NULL,
    PRIMARY KEY (owner, idempotency_key)
) WITHOUT ROWID;

INSERT INTO kept_keys SELECT owner, idempotency_key, request_hash, estimated_cost, job_id, created_at FROM idempotency_keys;
DROP TABLE idempotency_keys;
ALTER TABLE kept_keys RENAME TO idempotency_keys;
CREATE INDEX idempotency_keys_by_age ON idempotency_keys (created_at);
