using Reelwright.Engine.Jobs;
using Reelwright.Engine.Store;

namespace Reelwright.Storage.Sqlite;

public sealed partial class SqliteJobStore
{
    public Task<ChangeOutcome> CancelAsync(string owner, JobId job, CancellationToken cancellationToken) =>
        writer.WriteSoonAsync(session => Cancel(session, owner, job), cancellationToken);

    public Task<ChangeOutcome> RetryAsync(string owner, JobId job, RetryTerms terms, CancellationToken cancellationToken) =>
        writer.WriteSoonAsync(session => Retry(session, owner, job, terms), cancellationToken);

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

                if (HasOpenCalls(session, job, Now))
                {
                    return new ChangeOutcome(ChangeResult.OpenCalls, found.State);
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

    private ChangeOutcome Retry(SqliteSession session, string owner, JobId job, RetryTerms terms)
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

        var money = session.Query(
            "SELECT cost_total, cost_in_doubt, max_in_doubt FROM jobs WHERE id = $1",
            row => (Settled: row.Dollars(0), InDoubt: row.Dollars(1), MaxInDoubt: row.Dollars(2)),
            job.ToString())[0];
        if (terms.CostLimit < money.Settled + money.InDoubt)
        {
            return new ChangeOutcome(ChangeResult.LimitTooLow, found.State);
        }

        if (!terms.AcceptDoublePayment && money.InDoubt > money.MaxInDoubt && CanOnlyEndInDoubt(session, job, now))
        {
            return new ChangeOutcome(ChangeResult.NeedsAcceptance, found.State);
        }

        session.Execute(
            """
            UPDATE jobs SET status = 'queued', round = round + 1, cost_limit = COALESCE($2, cost_limit), error = NULL, failed_at = NULL, cancelled_at = NULL,
                   started_at = NULL, updated_at = $3
            WHERE id = $1
            """,
            job.ToString(), terms.CostLimit.ToMicros(), now);
        session.Execute(
            """
            UPDATE jobs SET (cost_reserved, cost_in_doubt) = (
                SELECT o.estimates, cost_in_doubt - o.estimates FROM (
                    SELECT COALESCE(SUM(estimate), 0) AS estimates FROM calls WHERE job_id = $1 AND superseded = 0 AND state NOT IN ('succeeded', 'failed')) o)
            WHERE id = $1
            """,
            job.ToString());
        session.Execute(
            "INSERT INTO job_work (job_id, owner, priority, created_at, run_at) VALUES ($1, $2, $3, $4, $4)",
            job.ToString(), owner, found.Priority, now);
        session.Execute("UPDATE calls SET reused = reused + 1 WHERE job_id = $1 AND state = 'succeeded'", job.ToString());
        session.Execute("UPDATE calls SET ask_at = NULL WHERE job_id = $1 AND ask_at IS NOT NULL", job.ToString());
        if (terms.AcceptDoublePayment)
        {
            session.Execute($"UPDATE calls SET repurchase_allowed = 1 WHERE {IsDoubtful}", job.ToString(), now);
        }

        AddEvents(session, job, [JobEvents.Queued(found.Stage, found.Percentage)], now);
        return new ChangeOutcome(ChangeResult.Done, JobState.Queued);
    }

    // Something may have been sold, and only a further purchase can end the doubt.
    private const string IsDoubtful =
        """
        job_id = $1 AND dispatched = 1 AND superseded = 0 AND repurchase_allowed = 0 AND state IN ('intent', 'unknown') AND doubtful_from <= $2
        """;

    /// <summary>A call is doubtful, and its answer can't come any more.</summary>
    private static bool CanOnlyEndInDoubt(SqliteSession session, JobId job, long now) => session.Query(
        $"SELECT 1 FROM calls WHERE {IsDoubtful} AND (answer_until IS NULL OR answer_until <= $2) LIMIT 1", row => row.GetInt64(0), job.ToString(), now).Count > 0;

    private static bool HasOpenCalls(SqliteSession session, JobId job, long now) => session.Query(
        "SELECT 1 FROM calls WHERE job_id = $1 AND state NOT IN ('succeeded', 'failed') AND (ask_at IS NOT NULL OR answer_until > $2) LIMIT 1",
        row => row.GetInt64(0),
        job.ToString(), now).Count > 0;

    private static (JobState State, JobFailure? Failure, int Priority, string? Stage, int Percentage)? StateOf(SqliteSession session, string owner, JobId job)
    {
        var found = session.Query(
            "SELECT status, error, priority, current_stage, progress_percentage FROM jobs WHERE id = $1 AND owner = $2",
            row => (JobStates.Parse(row.GetString(0)), ReadFailure(row, 1), row.GetInt32(2), row.IsDBNull(3) ? null : row.GetString(3), row.GetInt32(4)),
            job.ToString(), owner);
        return found.Count == 0 ? null : found[0];
    }
}
