using Npgsql;
using Reelwright.Engine.Ledger;
using Reelwright.Engine.Store;

namespace Reelwright.Storage.Postgres.Writing;

/// <summary>
/// Commits steps, one for a job at a time. 1. The fence: a node that still owns the job leaves the step's token in its row, and all that
/// follows happens only where that token stands. 2. Calls in their new state. 3. Slots of calls that have ended or were not taken. 4.
/// Voided deliveries, and calls whose answers came from others. 5. Calls to be begun, as far as cache, slots and budget allow. 6. Events.
/// 7. The job's row, whose money is added up from the ledger. 8. A job that has ended has no work any more, and its open calls are
/// followed. 9. Late results of jobs that have ended.
/// </summary>
internal sealed partial class StepStatements(TimeProvider time)
{
    private const double LongestDelay = 10 * 365 * 24 * 3600d;

    private readonly List<StepWrite> writes = [];
    private readonly List<BeginRow> begun = [];

    /// <summary>One for a job: two steps of one job have to follow each other.</summary>
    public void Add(StepWrite write)
    {
        var step = write.Step;
        var place = writes.Count;
        writes.Add(write);
        write.Unbegun.Clear();
        var row = new JobRow(write, place, Distance(step.ParkUntil));
        fence.Add(row);
        foreach (var call in write.EffectiveUpdates())
        {
            var update = new UpdateRow(
                write.Token, call, Distance(call.RunAt), Distance(call.FreshUntil), Distance(call.AnswerUntil), Distance(call.DoubtfulFrom));
            updates.Add(update);
            if (call.State.IsSettled() || !call.Dispatched)
            {
                slots.Add(update);
            }
        }

        foreach (var call in step.Voids)
        {
            voids.Add(new VoidRow(write, call));
        }

        foreach (var call in step.Reuses)
        {
            reuses.Add(new ReuseRow(write.Token, call, Distance(call.FreshUntil)));
        }

        AddBegins(write, place);
        for (var i = 0; i < step.Events.Count; i++)
        {
            events.Add(new EventRow(write, step.Events[i], step.Events.Count - 1 - i));
        }

        jobs.Add(row);
        if (step.Ending is not null)
        {
            ended.Add(row);
            late.Add(row);
        }
    }

    public void AppendTo(NpgsqlBatch batch)
    {
        fence.AppendTo(batch);
        updates.AppendTo(batch);
        slots.AppendTo(batch);
        voids.AppendTo(batch);
        reuses.AppendTo(batch);
        begins.AppendTo(batch);
        events.AppendTo(batch);
        jobs.AppendTo(batch);
        ended.AppendTo(batch);
        late.AppendTo(batch);
    }

    public async ValueTask ReadAsync(BatchResults results, CancellationToken cancellationToken)
    {
        if (writes.Count == 0)
        {
            return;
        }

        if (begun.Count > 0)
        {
            await ReadUnbegunAsync(await results.NextAsync(cancellationToken), cancellationToken);
        }

        writes.ForEach(write => write.Outcome = new StepOutcome.LeaseLost());
        var row = await results.NextAsync(cancellationToken);
        while (await row.ReadAsync(cancellationToken))
        {
            var write = writes[row.GetInt32(0)];
            write.Outcome = write.Applied(row.GetBoolean(1), row.GetDecimal(2), row.GetDecimal(3), row.GetDecimal(4));
        }
    }

    public void Clear()
    {
        writes.Clear();
        fence.Clear();
        updates.Clear();
        slots.Clear();
        voids.Clear();
        reuses.Clear();
        begins.Clear();
        begun.Clear();
        events.Clear();
        late.Clear();
        jobs.Clear();
        ended.Clear();
    }

    private void AddBegins(StepWrite write, int place)
    {
        var step = write.Step;
        foreach (var call in step.Resends)
        {
            AddBegin(new BeginRow(
                write, place, call, IsAgain: true, Lead: null, UpToHere: 0, Distance(call.RunAt), Distance(call.AnswerUntil), Distance(call.DoubtfulFrom)));
        }

        if (step.Intents.Count == 0)
        {
            return;
        }

        var lead = step.Intents.FirstOrDefault(call => call.CacheKey is not null)?.CacheKey;
        var estimates = 0m;
        foreach (var call in step.Intents)
        {
            estimates += call.Estimate;
            AddBegin(new BeginRow(
                write, place, call, IsAgain: false, lead, estimates, Delay: null, Distance(call.AnswerUntil), Distance(call.DoubtfulFrom)));
        }
    }

    private void AddBegin(BeginRow row)
    {
        begun.Add(row);
        begins.Add(row);
    }

    private async ValueTask ReadUnbegunAsync(NpgsqlDataReader row, CancellationToken cancellationToken)
    {
        while (await row.ReadAsync(cancellationToken))
        {
            var begin = begun[row.GetInt32(0) - 1];
            var (write, call) = (begin.Write, begin.Call);
            var ahead = time.GetUtcNow() - row.Moment(2);
            write.Unbegun.Add(row.GetString(1) switch
            {
                "refused" => new Unbegun(call, null),
                "full" => new Unbegun(call, new BlockedCall(call.Id, call.Service, null)),
                "awaited" => new Unbegun(call, new BlockedCall(call.Id, call.CacheKey!, null)),
                _ => new Unbegun(call, new BlockedCall(call.Id, call.CacheKey!, CallRow.Read(row, first: 3, ahead))),
            });
        }
    }

    private double? Distance(DateTimeOffset? moment) =>
        moment is { } at ? Math.Clamp((at - time.GetUtcNow()).TotalSeconds, -LongestDelay, LongestDelay) : null;
}
