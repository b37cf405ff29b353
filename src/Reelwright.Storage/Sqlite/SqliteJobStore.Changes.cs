using Reelwright.Engine.Jobs;
using Reelwright.Engine.Store;

namespace Reelwright.Storage.Sqlite;

public sealed partial class SqliteJobStore
{
    public Task<ChangeOutcome> CancelAsync(string owner, JobId job, CancellationToken cancellationToken) =>
        writer.WriteSoonAsync(session => Cancel(session, owner, job), cancellationToken);

    public Task<ChangeOutcome> RetryAsync(string owner, JobId job, bool acceptDoublePayment, CancellationToken cancellationToken) =>
        writer.WriteSoonAsync(session => Retry(session, owner, job, acceptDoublePayment), cancellationToken);

    public Task<ChangeOutcome> DeleteAsync(string owner, JobId job, CancellationToken cancellationToken) =>
        writer.WriteSoonAsync(
            session =>
            {
                if (StateOf(session, owner, job) is not { } found)
                {
                    return new ChangeOutcome(ChangeResult.NotFound, null);
                }

                if (!found.State.IsTerminal())
                {
                    return new ChangeOutcome(ChangeResult.Conflict, found.State);
                }

                session.Execute("DELETE FROM jobs WHERE id = $1", job.ToString());
                return new ChangeOutcome(ChangeResult.Done, found.State);
            },
            cancellationToken);

    private ChangeOutcome Cancel(SqliteSession session, string owner, JobId job)
    {
        var now = Now;
        switch (StateOf(session, owner, job)?.State)
        {
            case null:
                return new ChangeOutcome(ChangeResult.NotFound, null);

            case JobState.Queued or JobState.AwaitingApproval:
                // No node works on it: it is cancelled at once.
                End(session, job.ToString(), new JobEnding(JobState.Cancelled, null), now);
                AddEvents(session, job, [JobEvents.Done(JobState.Cancelled, null)], now);
                return new ChangeOutcome(ChangeResult.Done, JobState.Cancelled);

            case JobState.Processing:
                session.Execute("UPDATE job_work SET cancel_requested = 1 WHERE job_id = $1", job.ToString());
                return new ChangeOutcome(ChangeResult.Done, JobState.Processing);

            case { } terminal:
                return new ChangeOutcome(ChangeResult.Conflict, terminal);
        }
    }

    private ChangeOutcome Retry(SqliteSession session, string owner, JobId job, bool acceptDoublePayment)
    {
        var now = Now;
        if (StateOf(session, owner, job) is not { } found)
        {
            return new ChangeOutcome(ChangeResult.NotFound, null);
        }

        if (!found.State.CanBecome(JobState.Queued))
        {
            return new ChangeOutcome(ChangeResult.Conflict, found.State);
        }

        if (found.Failure?.Code == EngineFailureCodes.PaymentInDoubt && !acceptDoublePayment && IsInDoubt(session, job))
        {
            return new ChangeOutcome(ChangeResult.NeedsAcceptance, found.State);
        }

        session.Execute(
            """
            UPDATE jobs SET status = 'queued', round = round + 1, accepts_double_payment = $2, error = NULL, failed_at = NULL, cancelled_at = NULL, started_at = NULL, updated_at = $3
            WHERE id = $1
            """,
            job.ToString(), acceptDoublePayment, now);
        session.Execute(
            "INSERT INTO job_work (job_id, owner, priority, created_at, run_at) VALUES ($1, $2, $3, $4, $4)",
            job.ToString(), owner, found.Priority, now);
        session.Execute("UPDATE calls SET reused = reused + 1 WHERE job_id = $1 AND state = 'succeeded'", job.ToString());
        AddEvents(session, job, [JobEvents.Queued(found.Stage, found.Percentage)], now);
        return new ChangeOutcome(ChangeResult.Done, JobState.Queued);
    }

    /// <summary>Something may have been sent and named no operation. Late answers may have settled all of it since the job failed over it.</summary>
    private static bool IsInDoubt(SqliteSession session, JobId job) => session.Query(
        "SELECT 1 FROM calls WHERE job_id = $1 AND dispatched = 1 AND state IN ('intent', 'unknown') LIMIT 1", row => row.GetInt64(0), job.ToString()).Count > 0;

    private static (JobState State, JobFailure? Failure, int Priority, string? Stage, int Percentage)? StateOf(SqliteSession session, string owner, JobId job)
    {
        var found = session.Query(
            "SELECT status, error, priority, current_stage, progress_percentage FROM jobs WHERE id = $1 AND owner = $2",
            row => (JobStates.Parse(row.GetString(0)), ReadFailure(row, 1), row.GetInt32(2), row.IsDBNull(3) ? null : row.GetString(3), row.GetInt32(4)),
            job.ToString(), owner);
        return found.Count == 0 ? null : found[0];
    }
}
