-- Of a job's deaths in a row, those that only this job can have caused; and whether it has made progress since its owner claimed it.
ALTER TABLE job_work ADD COLUMN kills int NOT NULL DEFAULT 0, ADD COLUMN proven boolean NOT NULL DEFAULT false;
