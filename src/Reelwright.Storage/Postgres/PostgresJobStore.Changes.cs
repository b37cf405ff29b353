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
            UPDATE jobs SET status = 'cancelled', cancelled_at = now(), updated_at = GREATEST(updated_at, now()), last_write = $3
            WHERE id = $1 AND owner = $2 AND status IN ('queued', 'awaiting_approval') RETURNING id
        ), work AS (
            DELETE FROM job_work w USING ended e WHERE w.job_id = e.id
        )
        INSERT INTO job_events (job_id, seq, kind, data, at)
        SELECT e.id, (SELECT COALESCE(MAX(v.seq), 0) + 1 FROM job_events v WHERE v.job_id = e.id), $4, $5, now() FROM ended e
        """;

    // What may have been sent and named no operation. Late answers may have settled all of it since the job failed over it.
    private const string CallsInDoubt = "SELECT FROM calls c WHERE c.job_id = $1 AND c.dispatched AND c.state IN ('intent', 'unknown')";

    // The event is the one of JobEvents.Queued, written here because only this statement reads how far the job was.
    private const string RetryEnded =
        $$"""
        WITH queued AS (
            UPDATE jobs SET status = 'queued', round = round + 1, accepts_double_payment = $3, error = NULL, error_code = NULL, failed_at = NULL, cancelled_at = NULL,
                   started_at = NULL, updated_at = GREATEST(updated_at, now()), last_write = $4
            WHERE id = $1 AND owner = $2 AND status IN ('failed', 'cancelled') AND ($3 OR error_code IS DISTINCT FROM $5 OR NOT EXISTS ({{CallsInDoubt}}))
            RETURNING id, owner, priority, current_stage, progress_percentage
        ), numbered AS (
            SELECT q.*, (SELECT COALESCE(MAX(v.seq), 0) + 1 FROM job_events v WHERE v.job_id = q.id) AS seq FROM queued q
        ), work AS (
            INSERT INTO job_work (job_id, rank, lane, created_at, run_at, event_seq) SELECT id, -priority, hashtext(owner), now(), now(), seq FROM numbered
        ), kept AS (
            UPDATE calls c SET reused = c.reused + 1 FROM queued q WHERE c.job_id = q.id AND c.state = 'succeeded'
        )
        INSERT INTO job_events (job_id, seq, kind, data, at) 
        SELECT id, seq, $6, format('{"status":"queued","current_stage":%s,"percentage":%s}', COALESCE(to_json(current_stage)::text, 'null'), progress_percentage), now()
        FROM numbered
        """;

    private const string DeleteEnded =
        """
        WITH gone AS (
            DELETE FROM jobs WHERE id = $1 AND owner = $2 AND status IN ('completed', 'failed', 'cancelled') RETURNING id, status
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

    private const string StateNow = "SELECT status, error_code, last_write FROM jobs WHERE id = $1 AND owner = $2";

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
                new(LateResults.AdoptEnded) { Parameters = { Of(job.Value) } },
            ],
            now => now.State switch
            {
                JobState.Cancelled when now.LastWrite == token => new ChangeOutcome(ChangeResult.Done, JobState.Cancelled),
                JobState.Processing => new ChangeOutcome(ChangeResult.Done, JobState.Processing),
                var other => new ChangeOutcome(ChangeResult.Conflict, other),
            },
            cancellationToken);
    }

    public Task<ChangeOutcome> RetryAsync(string owner, JobId job, bool acceptDoublePayment, CancellationToken cancellationToken)
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
                        Of(job.Value), OfText(owner), Of(acceptDoublePayment), Of(token), OfText(EngineFailureCodes.PaymentInDoubt), OfText(JobEvents.ProgressKind),
                    },
                },
            ],
            now => now.State switch
            {
                _ when now.LastWrite == token => new ChangeOutcome(ChangeResult.Done, JobState.Queued),
                JobState.Failed when now.ErrorCode == EngineFailureCodes.PaymentInDoubt && !acceptDoublePayment => new ChangeOutcome(ChangeResult.NeedsAcceptance, now.State),
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
            return await row.ReadAsync(cancellationToken)
                ? new ChangeOutcome(ChangeResult.Conflict, JobStates.Parse(row.GetString(0)))
                : new ChangeOutcome(ChangeResult.NotFound, null);
        },
        cancellationToken);

    /// <summary>
    /// Changes the job if its state allows that, then looks at what it is now. The token that the change leaves shows whether it was this
    /// one.
    /// </summary>
    private Task<ChangeOutcome> ChangeAsync(
        string owner, JobId job, IReadOnlyList<NpgsqlBatchCommand> change, Func<(JobState State, string? ErrorCode, long? LastWrite), ChangeOutcome> judge, CancellationToken cancellationToken) =>
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

                var outcome = judge((JobStates.Parse(row.GetString(0)), row.OptionalText(1), row.IsDBNull(2) ? null : row.GetInt64(2)));
                await row.NextResultAsync(cancellationToken);
                return outcome;
            },
            cancellationToken);
}
