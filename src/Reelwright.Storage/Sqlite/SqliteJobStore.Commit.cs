using System.Text.Json;
using Reelwright.Engine.Jobs;
using Reelwright.Engine.Ledger;
using Reelwright.Engine.Store;

namespace Reelwright.Storage.Sqlite;

public sealed partial class SqliteJobStore
{
    public Task<StepOutcome> CommitAsync(JobStep step, CancellationToken cancellationToken) =>
        writer.WriteAsync(session => Commit(session, step), cancellationToken);

    /// <summary>
    /// 1. The fence. 2. Settle and update calls. 3. Take slots, reserve and write intents. 4. Progress, documents, warnings, events. 5.
    /// The job's next owner or state.
    /// </summary>
    private StepOutcome Commit(SqliteSession session, JobStep step)
    {
        var job = step.Fence.Job.ToString();
        var now = Now;

        // 1. A node that lost the job changes nothing.
        var fence = session.Query(
            "SELECT cancel_requested FROM job_work WHERE job_id = $1 AND node = $2 AND epoch = $3",
            row => row.Flag(0),
            job, step.Fence.Lease.Node.ToString("D"), step.Fence.Lease.Epoch);
        if (fence.Count == 0)
        {
            return new StepOutcome.LeaseLost();
        }

        // 2. Before the intents, because what is settled frees its reservation.
        var advanced = false;
        foreach (var call in step.Updates)
        {
            advanced |= call.State is not CallState.Unknown and not CallState.Intent;
            if (call.State.IsSettled())
            {
                Settle(session, call);
            }
            else
            {
                Update(session, call);
            }
        }

        foreach (var call in step.Voids)
        {
            Void(session, call, now);
        }

        foreach (var call in step.Reuses)
        {
            Reuse(session, call);
        }

        // 3.
        var (refused, held) = Dispatch(session, step, now);

        // 4.
        SaveProgress(session, step, job, now);
        SaveWarnings(session, step, job);
        AddEvents(session, step.Fence.Job, step.Events, now);

        // 5.
        if (step.Ending is { } ending)
        {
            End(session, job, ending, now);
        }
        else if (step.ParkUntil is { } until)
        {
            session.Execute("UPDATE job_work SET node = NULL, epoch = NULL, run_at = $2 WHERE job_id = $1", job, until.ToMillis());
        }

        if (advanced || step.Cleared)
        {
            session.Execute("UPDATE job_work SET deaths = 0, kills = 0, proven = 1 WHERE job_id = $1 AND proven = 0", job);
        }

        var money = session.Query(
            "SELECT cost_total, cost_reserved, cost_in_doubt FROM jobs WHERE id = $1",
            row => (Settled: row.Dollars(0), Reserved: row.Dollars(1), InDoubt: row.Dollars(2)),
            job)[0];
        return new StepOutcome.Applied(refused, fence[0], money.Settled, money.Reserved) { InDoubt = money.InDoubt, Blocked = held };
    }

    private static void SaveProgress(SqliteSession session, JobStep step, string job, long now)
    {
        if (step.Progress is { } progress)
        {
            session.Execute(
                "UPDATE jobs SET current_stage = $2, stages_completed = $3, progress_percentage = $4 WHERE id = $1",
                job, progress.CurrentStage, progress.Completed.ToJsonArray(), progress.Percentage);
        }

        foreach (var (document, column) in JobColumns.Documents)
        {
            if (step.Documents.TryGetValue(document, out var json))
            {
                session.Execute($"UPDATE jobs SET {column} = $2 WHERE id = $1", job, json);
            }
        }

        session.Execute("UPDATE jobs SET updated_at = MAX(updated_at, $2) WHERE id = $1", job, now);
    }

    private static void SaveWarnings(SqliteSession session, JobStep step, string job)
    {
        var (redone, added) = (StepWarnings.Redone(step), StepWarnings.Added(step));
        if (redone is null && added is null)
        {
            return;
        }

        var known = session.Query("SELECT warnings FROM jobs WHERE id = $1", row => row.OptionalText(0), job)[0];
        session.Execute("UPDATE jobs SET warnings = $2 WHERE id = $1", job, StepWarnings.Merge(known, redone, added));
    }

    private static void AddEvents(SqliteSession session, JobId job, IReadOnlyList<JobEvent> events, long now)
    {
        foreach (var item in events)
        {
            session.Execute("UPDATE jobs SET event_seq = event_seq + 1 WHERE id = $1", job.ToString());
            session.Execute(
                "INSERT INTO job_events (job_id, seq, kind, data, at) SELECT id, event_seq, $2, $3, $4 FROM jobs WHERE id = $1",
                job.ToString(), item.Kind, item.Data, now);
        }
    }

    private static void End(SqliteSession session, string job, JobEnding ending, long now)
    {
        var moment = ending.State switch
        {
            JobState.Completed => "completed_at",
            JobState.Failed => "failed_at",
            JobState.Cancelled => "cancelled_at",
            _ => throw new ArgumentOutOfRangeException(nameof(ending), ending.State, "The work on a job ends in a terminal state."),
        };
        var error = ending.Failure is null ? null : JsonSerializer.Serialize(ending.Failure, StorageJson.Default.JobFailure);
        session.Execute(
            $"""
            UPDATE jobs SET status = $2, {moment} = $3, updated_at = $3, error = $4, cost_in_doubt = cost_in_doubt + cost_reserved, cost_reserved = 0 WHERE id = $1
            """,
            job, ending.State.ToWord(), now, error);
        session.Execute("DELETE FROM job_work WHERE job_id = $1", job);

        // There is no next owner, so late results that came in the meantime are adopted here.
        AdoptLateResults(session, job, now, hasEnded: true);

        // The open calls of an ended job are followed. They keep no slot, and no other job waits for their answers.
        session.Execute("UPDATE calls SET cache_key = NULL, ask_at = $2, asks = 0 WHERE job_id = $1 AND state NOT IN ('succeeded', 'failed')", job, now);
        session.Execute("UPDATE service_slots SET job_id = NULL, stage = NULL, call_index = NULL WHERE job_id = $1", job);
    }
}
