-- A key outlives its job for its 24 hours: a replay gets the first answer and never creates a second job.
DROP INDEX idempotency_keys_by_job;
CREATE INDEX idempotency_keys_by_age ON idempotency_keys (created_at);
