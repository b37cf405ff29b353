using Npgsql;
using Reelwright.Engine.Jobs;
using Reelwright.Engine.Store;

namespace Reelwright.Storage.Postgres.Writing;

/// <summary>
/// Commits steps, one for a job at a time. 1. The fence: whoever still owns the job leaves the step's token in its row, and all that follows happens only
/// where that token stands. 2. Calls in their new state. 3. Intents, as far as the budget holds them. 4. Events. 5. The job's row, whose money is added up
/// from the ledger. 6. A job that has ended has no work any more.
/// </summary>
internal sealed partial class StepStatements(TimeProvider time)
{
    private const double LongestDelay = 10 * 365 * 24 * 3600d;

    private readonly List<StepWrite> writes = [];
    private readonly Dictionary<JobId, StepWrite> byJob = [];

    /// <summary>One for a job: two steps of one job have to follow each other.</summary>
    public void Add(StepWrite write)
    {
        byJob.Add(write.Job, write);
        write.Granted = 0;
        var row = new JobRow(write, writes.Count, Distance(write.Step.ParkUntil));
        writes.Add(write);
        fence.Add(row);
        foreach (var call in write.EffectiveUpdates())
        {
            updates.Add(new UpdateRow(write.Token, call, Distance(call.RunAt)));
        }

        var estimates = 0m;
        foreach (var call in write.Step.Intents)
        {
            estimates += call.Estimate;
            intents.Add(new IntentRow(write.Token, call, estimates));
        }

        for (var i = 0; i < write.Step.Events.Count; i++)
        {
            events.Add(new EventRow(write, write.Step.Events[i], write.Step.Events.Count - 1 - i));
        }

        jobs.Add(row);
        if (write.Step.Ending is not null)
        {
            ended.Add(row);
        }
    }

    public void AppendTo(NpgsqlBatch batch)
    {
        fence.AppendTo(batch);
        updates.AppendTo(batch);
        intents.AppendTo(batch);
        events.AppendTo(batch);
        jobs.AppendTo(batch);
        ended.AppendTo(batch);
    }

    public async ValueTask ReadAsync(BatchResults results, CancellationToken cancellationToken)
    {
        if (intents.Count > 0)
        {
            var granted = await results.NextAsync(cancellationToken);
            while (await granted.ReadAsync(cancellationToken))
            {
                byJob[new JobId(granted.GetGuid(0))].Granted++;
            }
        }

        if (writes.Count == 0)
        {
            return;
        }

        writes.ForEach(write => write.Outcome = new StepOutcome.LeaseLost());
        var row = await results.NextAsync(cancellationToken);
        while (await row.ReadAsync(cancellationToken))
        {
            var write = writes[row.GetInt32(0)];
            write.Outcome = write.Applied(row.GetBoolean(1), row.GetDecimal(2), row.GetDecimal(3));
        }
    }

    public void Clear()
    {
        writes.Clear();
        byJob.Clear();
        fence.Clear();
        updates.Clear();
        intents.Clear();
        events.Clear();
        jobs.Clear();
        ended.Clear();
    }

    private double? Distance(DateTimeOffset? moment) =>
        moment is { } at ? Math.Clamp((at - time.GetUtcNow()).TotalSeconds, -LongestDelay, LongestDelay) : null;
}
