using Reelwright.Engine.Ledger;
using Reelwright.Simulation.Cluster;
using Reelwright.Simulation.Plans;
using Reelwright.Simulation.World;

namespace Reelwright.Simulation.Oracles;

/// <summary>
/// M2: what is told is what was sold, for every service that reports its cost or can be asked; what cannot be known is told as in doubt,
/// never as 0.
/// </summary>
internal static class BillRules
{
    public static IEnumerable<Violation> Check(SimWorld world, int number, StoredJob job)
    {
        var works = world.Directory.Works.Where(work => work.Slot.Job == number).ToLookup(work => work.Key);
        var doubt = 0m;
        foreach (var call in job.Calls.Where(call => !call.Cached))
        {
            var profile = world.Plan.Services.First(service => service.Stage == call.Id.Stage);
            var sold = works[call.IdempotencyKey].ToList();
            var billed = sold.Sum(work => work.Billed);
            if (call.State.IsSettled())
            {
                if (Wrong(call, profile, billed) is { } wrong)
                {
                    yield return new Violation("M2", number, $"{Name(call, number)} {wrong}; the service billed ${billed}.");
                }
            }
            else if (call.Dispatched)
            {
                doubt += billed > 0 ? call.Estimate : 0;
                if (CouldBeAsked(world, profile, sold))
                {
                    yield return new Violation("M2", number, $"{Name(call, number)} stays in doubt, although {profile.Service} can be asked; it billed ${billed}.");
                }
            }
            else if (billed > 0)
            {
                yield return new Violation("M2", number, $"{Name(call, number)} is told as never sent; the service billed ${billed}.");
            }
        }

        var open = job.Calls.Where(call => !call.State.IsSettled() && call.Dispatched).Sum(call => call.Estimate);
        if (job.InDoubt > open)
        {
            yield return new Violation("M2", number, $"Job {number} tells ${job.InDoubt} as in doubt; its calls in doubt add up to ${open}.");
        }

        if (job.InDoubt < doubt)
        {
            yield return new Violation("M2", number, $"Job {number} tells ${job.InDoubt} as in doubt; of its calls in doubt ${doubt} were sold.");
        }

        var told = job.Calls.Sum(call => call.Cost ?? 0);
        if (told != job.Record.Settled || job.Record.Costs.Values.Sum() != told)
        {
            yield return new Violation("M2", number, $"Job {number} tells a cost of ${job.Record.Settled}; its ledger adds up to ${told}, its stages to ${job.Record.Costs.Values.Sum()}.");
        }

        foreach (var strange in works.Where(sold => job.Calls.All(call => call.IdempotencyKey != sold.Key)))
        {
            yield return new Violation("M2", number, $"{strange.First().Slot} was bought under the key {strange.Key[..8]}, which the ledger does not have.");
        }
    }

    private static string? Wrong(LedgerCall call, ServiceProfile profile, decimal billed)
    {
        var told = call.Cost ?? 0;
        if (call.State == CallState.Succeeded && call.CostSource == CostSources.Estimated)
        {
            return profile.Costs != CostStyle.Number && told == call.Estimate ? null : $"is told with its estimate of ${told}, although the service names its cost";
        }

        return told == billed ? null : $"is told as {call.State.ToWord()} for ${told}";
    }

    private static bool CouldBeAsked(SimWorld world, ServiceProfile profile, List<Work> sold)
    {
        var settings = world.Settings.First(settings => settings.Profile == profile);
        var isHere = sold.All(work => work.Provider.Host == ServiceDirectory.HostOf(profile.Service, settings.Address) && work.Provider.Account == settings.Token);
        return profile.CanBeAsked && settings is { Address: 1, Account: 1 } && isHere && sold.All(work => !work.IsForgotten && work.State != WorkState.Running);
    }

    private static string Name(LedgerCall call, int number) => $"{call.Id.Stage}[{call.Id.Index}] generation {call.Id.Generation} of job {number}";
}
