-- What GET /jobs?q= looks at: the folded prompt, and its groups of three characters as numbers. In a table of its own, because the rows of jobs
-- change many times and each change would touch the index; and without pg_trgm, which only a superuser may install on some servers.
CREATE TABLE job_search (
    job_id uuid PRIMARY KEY,
    folded text NOT NULL,
    grams  int[] NOT NULL
);

CREATE INDEX job_search_by_gram ON job_search USING gin (grams);
