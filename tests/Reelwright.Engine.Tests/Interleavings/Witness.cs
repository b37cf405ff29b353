using Reelwright.Engine.Jobs;
using Reelwright.Engine.Ledger;
using Reelwright.Engine.Tests.Fixture;

namespace Reelwright.Engine.Tests.Interleavings;

/// <summary>Looks at every job after each move and holds it to what must be true at any moment.</summary>
internal sealed class Witness(Cluster cluster, Services services)
{
    private readonly Dictionary<JobId, JobState> states = [];
    private readonly Dictionary<CallId, LedgerCall> settled = [];
    private readonly HashSet<JobId> mayPayTwice = [];

    /// <summary>The job's owner accepted it.</summary>
    public void MayPayTwice(JobId job) => mayPayTwice.Add(job);

    public async Task LookAtAsync(IEnumerable<JobId> jobs)
    {
        foreach (var job in jobs)
        {
            var record = await cluster.FindAsync(job);
            var ledger = await cluster.LedgerAsync(job);

            record.Settled.ShouldBe(ledger.Sum(call => call.Cost ?? 0), "The settled money is the sum of the costs.");
            record.Costs.Values.Sum().ShouldBe(record.Settled, "The stages' costs are the whole cost.");
            record.Reserved.ShouldBe(ledger.Where(call => !call.State.IsSettled()).Sum(call => call.Estimate), "The reserved money is the sum of the open estimates.");
            LookAtState(record.Id, record.State);
            LookAtCalls(job, ledger);
            if (record.State == JobState.Completed)
            {
                ledger.Count(call => call.State == CallState.Succeeded).ShouldBe(5, "A completed job has everything that it needs.");
            }
        }
    }

    /// <summary>What need not be looked at each time, because it stays: the events, and what the services charged.</summary>
    public async Task LookBackAsync(IEnumerable<JobId> jobs)
    {
        foreach (var job in jobs)
        {
            var numbers = (await cluster.EventsAsync(job)).Select(item => item.Sequence).ToList();
            numbers.ShouldBe(Enumerable.Range(1, numbers.Count).Select(number => (long)number), "Events are numbered without gaps.");
            if (mayPayTwice.Contains(job))
            {
                continue;
            }

            var ledger = await cluster.LedgerAsync(job);
            if (ledger.All(call => call.State.IsSettled()))
            {
                ledger.Sum(call => call.Cost ?? 0).ShouldBe(services.Charged(job), "The ledger says what the services' book says.");
            }
        }
    }

    private void LookAtState(JobId job, JobState now)
    {
        if (states.TryGetValue(job, out var before) && before != now)
        {
            before.CanBecome(now).ShouldBeTrue($"{before} became {now}.");
        }

        states[job] = now;
    }

    private void LookAtCalls(JobId job, IReadOnlyList<LedgerCall> ledger)
    {
        foreach (var call in ledger.Where(call => call.State.IsSettled()))
        {
            var now = call with { Reused = 0 };
            now.ShouldBe(settled.TryAdd(call.Id, now) ? now : settled[call.Id], "A settled call never changes.");
        }

        foreach (var generations in ledger.GroupBy(call => (call.Id.Stage, call.Id.Index)))
        {
            var ordered = generations.OrderBy(call => call.Id.Generation).ToList();
            ordered.Select(call => call.Id.Generation).ShouldBe(Enumerable.Range(0, ordered.Count), "Generations follow each other.");
            ordered.SkipLast(1).ShouldAllBe(call => call.State == CallState.Failed, "Only a definite failure raises the generation.");
        }

        if (!mayPayTwice.Contains(job))
        {
            services.Sold(job).ShouldAllBe(sales => sales == 1, "Nothing is bought twice.");
        }
    }
}
