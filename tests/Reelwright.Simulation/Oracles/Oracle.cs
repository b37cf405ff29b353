using Reelwright.Engine.Jobs;
using Reelwright.Engine.Ledger;
using Reelwright.Engine.Store;
using Reelwright.Simulation.Cluster;
using Reelwright.Simulation.Plans;
using Reelwright.Simulation.World;

namespace Reelwright.Simulation.Oracles;

/// <summary>Sees what the world sold and what the engine committed, and holds the engine to its promises.</summary>
internal sealed class Oracle(SimWorld world)
{
    private readonly SortedDictionary<int, JobFacts> jobs = [];
    private readonly List<Violation> seen = [];

    public bool AllEnded => jobs.Count == world.Plan.Jobs.Count && jobs.Values.All(job => job.IsDeleted || !job.IsWorking);

    public void Created(JobPlan job) => jobs[job.Number] = new JobFacts { Scenes = job.Scenes, Limit = job.CostLimit };

    public void Deleted(int job) => jobs[job].IsDeleted = true;

    public void Ended(int job) => jobs[job].IsWorking = false;

    /// <param name="before">The ledger just before the retry.</param>
    /// <param name="after">And just after it: what late answers settle in between needs no consent.</param>
    public void Retried(Happening retry, IEnumerable<LedgerCall> before, IEnumerable<LedgerCall> after)
    {
        var job = jobs[retry.Job];
        job.IsWorking = true;
        job.Limit = retry.CostLimit ?? job.Limit;
        if (retry.Consent)
        {
            foreach (var call in before.Concat(after).Where(IsInDoubt).Select(call => call.IdempotencyKey).Distinct().ToList())
            {
                var slot = SlotOf(before.Concat(after).First(row => row.IdempotencyKey == call).Id);
                job.Consents[slot] = job.Consents.GetValueOrDefault(slot) + 1;
            }
        }
    }

    /// <summary>A verb of the store is done.</summary>
    public void Done(string verb, object?[] arguments, object? result)
    {
        if (arguments[0] is JobStep step && result is StepOutcome.Applied applied)
        {
            Committed(step, applied);
        }
        else if (arguments[0] is LedgerCall late && late.State.IsSettled())
        {
            Count(late);
        }
    }

    public void PaidCallLeaves(NodeLease? lease, WireRequest request, string node)
    {
        // The engine checks its lease when it begins a call; the request leaves in the same instant.
        if (lease is not { } held || !world.Database.Owns(held, world.IdOf(request.Slot.Job).Value))
        {
            seen.Add(new Violation("M8", request.Slot.Job, $"{node} sends the request for {request.Slot} and does not hold the lease of the job."));
        }
    }

    public IReadOnlyList<Violation> Judge()
    {
        var broken = new List<Violation>(seen);
        foreach (var (number, facts) in jobs.Where(job => !job.Value.IsDeleted))
        {
            if (facts.IsWorking)
            {
                broken.Add(new Violation("M4", number, $"Job {number} has not ended after {world.Scheduler.Elapsed.TotalMinutes:0} minutes, and nothing keeps it."));
            }
            else if (Read(number) is { } state)
            {
                broken.AddRange(JobRules.Check(world, number, facts, state));
            }
        }

        return broken;
    }

    public static bool IsInDoubt(LedgerCall call) => call.Dispatched && call.State is CallState.Intent or CallState.Unknown;

    public Slot SlotOf(CallId id) => new(world.NumberOf(id.Job), world.Plan.Services.First(service => service.Stage == id.Stage).Service, id.Index);

    private void Committed(JobStep step, StepOutcome.Applied applied)
    {
        var number = world.NumberOf(step.Fence.Job);
        var written = step.Intents.Where(call => !applied.Refused.Contains(call.Id) && !applied.Blocked.Any(blocked => blocked.Call == call.Id)).ToList();
        foreach (var call in step.Updates.Concat(written))
        {
            world.Directory.AddCall(call.IdempotencyKey, SlotOf(call.Id));
            Count(call);
        }

        var facts = jobs[number];
        if (written.Count > 0 && (applied.Settled + applied.Reserved > facts.Limit || facts.Known.Values.Sum() > facts.Limit))
        {
            seen.Add(new Violation(
                "M5",
                number,
                $"Job {number} begins {written[0].Id.Stage}[{written[0].Id.Index}]: ${applied.Settled} spent + ${applied.Reserved} reserved by the store's count, "
                + $"${facts.Known.Values.Sum()} by the oracle's, with a limit of ${facts.Limit}."));
        }

        if (step.Ending is not null)
        {
            Ended(number);
            world.People.Ended(number);
        }
    }

    private void Count(LedgerCall call) =>
        jobs[world.NumberOf(call.Id.Job)].Known[call.IdempotencyKey] = call.State.IsSettled() ? call.Cost ?? 0 : call.Dispatched ? call.Estimate : 0;

    // The reader gives them in pages.
    private async Task<List<NumberedEvent>> EventsAsync(JobId job)
    {
        var events = new List<NumberedEvent>();
        while (await world.Database.Reader.EventsAsync(People.Owner, job, events.LastOrDefault().Sequence, CancellationToken.None) is { Count: > 0 } page)
        {
            events.AddRange(page);
        }

        return events;
    }

    private StoredJob? Read(int number)
    {
        StoredJob? state = null;
        world.DatabaseActor.Run(async () =>
        {
            var id = world.IdOf(number);
            var record = await world.Database.Reader.FindAsync(People.Owner, id, CancellationToken.None);
            var calls = await world.Database.Reader.CallsAsync(People.Owner, id, CancellationToken.None);
            state = record is null ? null : new StoredJob(record, calls!, await EventsAsync(id));
        });
        world.Scheduler.RunUntil(world.Scheduler.Elapsed, long.MaxValue);
        return state;
    }
}
