-- A JSON array of the data of the job's warning events, each once; null when there is none.
ALTER TABLE jobs ADD COLUMN warnings TEXT;
