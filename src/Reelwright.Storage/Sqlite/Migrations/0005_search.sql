-- What GET /jobs?q= looks at: the folded prompt, and an index of its groups of three characters. Rows are in the order of the jobs' creation:
-- an id is the moment in milliseconds, times 2^20, and a number that counts the jobs of that millisecond.
CREATE TABLE job_search (
    id     INTEGER PRIMARY KEY,
    job_id TEXT NOT NULL UNIQUE REFERENCES jobs (id) ON DELETE CASCADE,
    owner  TEXT NOT NULL,
    folded TEXT NOT NULL
);

CREATE VIRTUAL TABLE job_grams USING fts5(
    folded, content = 'job_search', content_rowid = 'id', tokenize = 'trigram case_sensitive 1', detail = none, columnsize = 0);

CREATE TRIGGER job_search_inserted AFTER INSERT ON job_search
BEGIN
    INSERT INTO job_grams (rowid, folded) VALUES (new.id, new.folded);
END;

CREATE TRIGGER job_search_deleted AFTER DELETE ON job_search
BEGIN
    INSERT INTO job_grams (job_grams, rowid, folded) VALUES ('delete', old.id, old.folded);
END;
