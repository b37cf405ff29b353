using Npgsql;
using Reelwright.Engine.Jobs;
using Reelwright.Engine.Store;

namespace Reelwright.Storage.Postgres;

public sealed partial class PostgresJobStore
{
    // First, so that a claim at the same moment has ended when the other statements read the job. Jobs with a cancel request are claimed
    // first.
    private const string RequestCancel =
        """
        UPDATE job_work w SET cancel_requested = true, parked = false, rank = -32768
        FROM jobs j WHERE w.job_id = $1 AND j.id = $1 AND j.owner = $2
        """;

    // No node works on it: it is cancelled at once.
    private const string CancelWaiting =
        """
        WITH ended AS (
            UPDATE jobs SET status = 'cancelled', cancelled_at = now(), updated_at = GREATEST(updated_at, now()), last_write = $3,
                   cost_in_doubt = cost_in_doubt + cost_reserved, cost_reserved = 0
            WHERE id = $1 AND owner = $2 AND status IN ('queued', 'awaiting_approval') RETURNING id
        ), work AS (
            DELETE FROM job_work w USING ended e WHERE w.job_id = e.id
        ), opened AS (
            UPDATE calls c SET cache_key = NULL, ask_at = now(), asks = 0 FROM ended e WHERE c.job_id = e.id AND c.state NOT IN ('succeeded', 'failed')
        )
        INSERT INTO job_events (job_id, seq, kind, data, at)
        SELECT e.id, (SELECT COALESCE(MAX(v.seq), 0) + 1 FROM job_events v WHERE v.job_id = e.id), $4, $5, now() FROM ended e
        """;

    // Something may have been sold, and only a further purchase can end the doubt.
    private const string IsDoubtful =
        "c.dispatched AND NOT c.superseded AND NOT c.repurchase_allowed AND c.state IN ('intent', 'unknown') AND COALESCE(c.doubtful_from <= now(), false)";

    // The event is the one of JobEvents.Queued, written here because only this statement reads how far the job was.
    private const string RetryEnded =
        $$"""
        WITH queued AS (
            UPDATE jobs j SET status = 'queued', round = round + 1, cost_limit = COALESCE($5, cost_limit), error = NULL, error_code = NULL, failed_at = NULL,
                   cancelled_at = NULL, started_at = NULL, updated_at = GREATEST(updated_at, now()), last_write = $4,
                   cost_reserved = o.estimates, cost_in_doubt = cost_in_doubt - o.estimates
            FROM (
                SELECT COALESCE(SUM(c.estimate), 0) AS estimates FROM calls c
                WHERE c.job_id = $1 AND NOT c.superseded AND c.state NOT IN ('succeeded', 'failed')) o
            WHERE id = $1 AND owner = $2 AND status IN ('failed', 'cancelled') AND ($5 IS NULL OR $5 >= cost_total + cost_in_doubt)
              AND ($3 OR cost_in_doubt <= max_in_doubt OR NOT EXISTS (
                  SELECT FROM calls c WHERE c.job_id = $1 AND {{IsDoubtful}} AND (c.answer_until IS NULL OR c.answer_until <= now())))
            RETURNING id, owner, priority, current_stage, progress_percentage
        ), numbered AS (
            SELECT q.*, (SELECT COALESCE(MAX(v.seq), 0) + 1 FROM job_events v WHERE v.job_id = q.id) AS seq FROM queued q
        ), work AS (
            INSERT INTO job_work (job_id, rank, lane, created_at, run_at, event_seq) SELECT id, -priority, hashtext(owner), now(), now(), seq FROM numbered
        ), kept AS (
            UPDATE calls c SET reused = c.reused + (c.state = 'succeeded')::int, ask_at = NULL, repurchase_allowed = c.repurchase_allowed OR ($3 AND {{IsDoubtful}})
            FROM queued q WHERE c.job_id = q.id AND c.state <> 'failed'
        )
        INSERT INTO job_events (job_id, seq, kind, data, at) 
        SELECT id, seq, $6, format('{"status":"queued","current_stage":%s,"percentage":%s}', COALESCE(to_json(current_stage)::text, 'null'), progress_percentage), now()
        FROM numbered
        """;

    private const string DeleteEnded =
        """
        WITH gone AS (
            DELETE FROM jobs WHERE id = $1 AND owner = $2 AND status IN ('completed', 'failed', 'cancelled') AND NOT EXISTS (
                SELECT FROM calls c WHERE c.job_id = $1 AND c.state NOT IN ('succeeded', 'failed') AND (c.ask_at IS NOT NULL OR c.answer_until > now()))
            RETURNING id, status
        ), calls AS (
            DELETE FROM calls c USING gone g WHERE c.job_id = g.id
        ), late AS (
            DELETE FROM late_results l USING gone g WHERE l.job_id = g.id
        ), search AS (
            DELETE FROM job_search s USING gone g WHERE s.job_id = g.id
        ), events AS (
            DELETE FROM job_events v USING gone g WHERE v.job_id = g.id
        )
        SELECT status FROM gone
        """;

    private const string StateNow = "SELECT status, last_write, cost_total + cost_in_doubt FROM jobs WHERE id = $1 AND owner = $2";

    public Task<ChangeOutcome> CancelAsync(string owner, JobId job, CancellationToken cancellationToken)
    {
        var token = Random.Shared.NextInt64();
        var done = JobEvents.Done(JobState.Cancelled, null);
        return ChangeAsync(
            owner,
            job,
            [
                new(RequestCancel) { Parameters = { Of(job.Value), OfText(owner) } },
                new(CancelWaiting) { Parameters = { Of(job.Value), OfText(owner), Of(token), OfText(done.Kind), OfText(done.Data) } },
                new(LateResults.AdoptEnded) { Parameters = { Of(new[] { job.Value }) } },
            ],
            now => now.State switch
            {
                JobState.Cancelled when now.LastWrite == token => new ChangeOutcome(ChangeResult.Done, JobState.Cancelled),
                JobState.Processing => new ChangeOutcome(ChangeResult.Done, JobState.Processing),
                var other => new ChangeOutcome(ChangeResult.Conflict, other),
            },
            cancellationToken);
    }

    public Task<ChangeOutcome> RetryAsync(string owner, JobId job, RetryTerms terms, CancellationToken cancellationToken)
    {
        var token = Random.Shared.NextInt64();
        return ChangeAsync(
            owner,
            job,
            [
                new(RetryEnded)
                {
                    Parameters =
                    {
                        Of(job.Value), OfText(owner), Of(terms.AcceptDoublePayment), Of(token),
                        new() { NpgsqlDbType = NpgsqlTypes.NpgsqlDbType.Numeric, Value = terms.CostLimit is { } limit ? limit : DBNull.Value },
                        OfText(JobEvents.ProgressKind),
                    },
                },
            ],
            now => now.State switch
            {
                _ when now.LastWrite == token => new ChangeOutcome(ChangeResult.Done, JobState.Queued),
                JobState.Failed or JobState.Cancelled when terms.CostLimit < now.Spent => new ChangeOutcome(ChangeResult.LimitTooLow, now.State),
                JobState.Failed or JobState.Cancelled when !terms.AcceptDoublePayment => new ChangeOutcome(ChangeResult.NeedsAcceptance, now.State),
                var other => new ChangeOutcome(ChangeResult.Conflict, other),
            },
            cancellationToken);
    }

    public Task<ChangeOutcome> DeleteAsync(string owner, JobId job, CancellationToken cancellationToken) => OnConnectionWithinAsync(
        async connection =>
        {
            await using var batch = new NpgsqlBatch(connection)
            {
                BatchCommands =
                {
                    new(DeleteEnded) { Parameters = { Of(job.Value), OfText(owner) } },
                    new(StateNow) { Parameters = { Of(job.Value), OfText(owner) } },
                },
            };
            await using var row = await batch.ExecuteReaderAsync(cancellationToken);
            if (await row.ReadAsync(cancellationToken))
            {
                return new ChangeOutcome(ChangeResult.Done, JobStates.Parse(row.GetString(0)));
            }

            await row.NextResultAsync(cancellationToken);
            if (!await row.ReadAsync(cancellationToken))
            {
                return new ChangeOutcome(ChangeResult.NotFound, null);
            }

            var state = JobStates.Parse(row.GetString(0));
            return new ChangeOutcome(state.IsTerminal() ? ChangeResult.OpenCalls : ChangeResult.Conflict, state);
        },
        cancellationToken);

    /// <summary>
    /// Changes the job if its state allows that, then looks at what it is now. The token that the change leaves shows whether it was this
    /// one.
    /// </summary>
    private Task<ChangeOutcome> ChangeAsync(
        string owner, JobId job, IReadOnlyList<NpgsqlBatchCommand> change, Func<(JobState State, long? LastWrite, decimal Spent), ChangeOutcome> judge, CancellationToken cancellationToken) =>
        OnConnectionWithinAsync(
            async connection =>
            {
                await using var batch = new NpgsqlBatch(connection);
                foreach (var command in change)
                {
                    batch.BatchCommands.Add(command);
                }

                batch.BatchCommands.Add(new(StateNow) { Parameters = { Of(job.Value), OfText(owner) } });
                await using var row = await batch.ExecuteReaderAsync(cancellationToken);
                if (!await row.ReadAsync(cancellationToken))
                {
                    return new ChangeOutcome(ChangeResult.NotFound, null);
                }

                var outcome = judge((JobStates.Parse(row.GetString(0)), row.IsDBNull(1) ? null : row.GetInt64(1), row.GetDecimal(2)));
                await row.NextResultAsync(cancellationToken);
                return outcome;
            },
            cancellationToken);
}
