namespace Reelwright.Testing.Clusters;

/// <summary>
/// What the database itself writes down about those who write into it: a witness that no node can talk into anything. Nodes are told apart
/// by the application name of their connections, which is another one in each life of a node.
/// </summary>
internal static class Audit
{
    public const string Schema =
        """
        CREATE SCHEMA audit;
        CREATE TABLE audit.nodes (id uuid NOT NULL, life text NOT NULL);
        CREATE TABLE audit.kills (life text NOT NULL, at timestamptz NOT NULL DEFAULT clock_timestamp());
        CREATE TABLE audit.owners (job_id uuid NOT NULL, was uuid, node uuid, at timestamptz NOT NULL DEFAULT clock_timestamp());
        CREATE INDEX owners_by_job ON audit.owners (job_id, at);
        CREATE TABLE audit.findings (what text NOT NULL, at timestamptz NOT NULL DEFAULT clock_timestamp());

        CREATE FUNCTION audit.on_node() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
            INSERT INTO audit.nodes VALUES (new.id, current_setting('application_name'));
            RETURN NULL;
        END $$;
        CREATE TRIGGER audit_node AFTER INSERT ON nodes FOR EACH ROW EXECUTE FUNCTION audit.on_node();

        CREATE FUNCTION audit.on_owner() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
            IF old.node IS NOT NULL AND new.node IS NOT NULL THEN
                INSERT INTO audit.findings (what) VALUES (format('job %s went from %s of epoch %s to %s of epoch %s without being free', new.job_id, old.node, old.epoch, new.node, new.epoch));
            END IF;
            INSERT INTO audit.owners (job_id, was, node) VALUES (new.job_id, old.node, new.node);
            RETURN NULL;
        END $$;
        CREATE TRIGGER audit_owner AFTER UPDATE ON job_work FOR EACH ROW
        WHEN ((old.node, old.epoch) IS DISTINCT FROM (new.node, new.epoch)) EXECUTE FUNCTION audit.on_owner();

        CREATE FUNCTION audit.on_write() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
            INSERT INTO audit.findings (what)
            SELECT format('%s wrote into %s of job %s, which belonged to %s', current_setting('application_name'), TG_TABLE_NAME, new.job_id, n.life)
            FROM job_work w JOIN audit.nodes n ON n.id = w.node WHERE w.job_id = new.job_id AND n.life <> current_setting('application_name');
            RETURN NULL;
        END $$;
        CREATE TRIGGER audit_call AFTER INSERT OR UPDATE ON calls FOR EACH ROW EXECUTE FUNCTION audit.on_write();
        CREATE TRIGGER audit_event AFTER INSERT ON job_events FOR EACH ROW EXECUTE FUNCTION audit.on_write();

        CREATE FUNCTION audit.on_rewrite() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
            INSERT INTO audit.findings (what) VALUES (format('settled call changed from %s to %s', old, new));
            RETURN NULL;
        END $$;
        CREATE TRIGGER audit_settled AFTER UPDATE ON calls FOR EACH ROW
        WHEN (old.state IN ('succeeded', 'failed')
              AND (old.state, old.request, old.response, old.cost, old.cost_source, old.provider, old.idempotency_key, old.settled_at)
              IS DISTINCT FROM (new.state, new.request, new.response, new.cost, new.cost_source, new.provider, new.idempotency_key, new.settled_at))
        EXECUTE FUNCTION audit.on_rewrite();
        """;

    /// <summary>Everything that the check looks at, as one JSON value.</summary>
    public const string Facts =
        """
        SELECT json_build_object(
            'findings', (SELECT coalesce(json_agg(what), '[]') FROM (SELECT what FROM audit.findings ORDER BY at LIMIT 20) f),
            'work', (SELECT count(*) FROM job_work),
            'claims', (SELECT count(*) FROM audit.owners WHERE node IS NOT NULL),
            'recoveries', (SELECT coalesce(json_agg(seconds ORDER BY seconds), '[]') FROM (
                SELECT extract(epoch FROM min(t.at) - k.at) AS seconds
                FROM audit.kills k JOIN audit.nodes n ON n.life = k.life
                JOIN audit.owners f ON f.was = n.id AND f.node IS NULL AND f.at >= k.at
                JOIN audit.owners t ON t.job_id = f.job_id AND t.node IS NOT NULL AND t.at >= f.at
                GROUP BY k.life, k.at, f.job_id) r),
            'jobs', (SELECT coalesce(json_agg(json_build_object(
                'id', j.id, 'status', j.status, 'error', j.error_code, 'total', j.cost_total, 'reserved', j.cost_reserved + j.cost_in_doubt,
                'stages', j.cost_prompt_parsing + j.cost_image_generation + j.cost_video_generation + j.cost_composition,
                'ledger', (SELECT coalesce(sum(c.cost), 0) FROM calls c WHERE c.job_id = j.id AND c.state IN ('succeeded', 'failed')),
                'won_twice', (SELECT count(*) FROM (SELECT 1 FROM calls c WHERE c.job_id = j.id AND c.state = 'succeeded' GROUP BY c.stage, c.call_index HAVING count(*) > 1) d),
                'events', (SELECT count(*) FROM job_events e WHERE e.job_id = j.id),
                'last_event', (SELECT coalesce(max(e.seq), 0) FROM job_events e WHERE e.job_id = j.id),
                'last_kind', (SELECT e.kind FROM job_events e WHERE e.job_id = j.id AND e.kind <> 'cost' ORDER BY e.seq DESC LIMIT 1),
                'endings', (SELECT count(*) FROM job_events e WHERE e.job_id = j.id AND e.kind = 'done'),
                'rounds', j.round + 1)), '[]') FROM jobs j))
        """;
}
