using Reelwright.Engine.Exchange;
using Reelwright.Simulation.Cluster;
using Reelwright.Simulation.World;

namespace Reelwright.Simulation.Oracles;

/// <summary>
/// M1: each stage and scene is sold once, plus once for each consent given for that very call, plus once for each unusable delivery that
/// the ledger shows. Charged failures are no sales here: <see cref="BillRules"/> finds them.
/// </summary>
internal static class SaleRules
{
    public static IEnumerable<Violation> Check(SimWorld world, int number, JobFacts facts, StoredJob job)
    {
        foreach (var sales in world.Directory.Works.Where(work => work.Slot.Job == number && work.State == WorkState.Succeeded).GroupBy(work => work.Slot))
        {
            var profile = world.Plan.Profile(sales.Key.Service);

            // The operator's policy is a consent for every doubt; the key of an idempotent service leaves none while it is where it was.
            var isWhereItWas = sales.Select(work => work.Provider).Distinct().Count() == 1;
            var isTrusted = profile.IsKnownIdempotent && world.Settings.First(settings => settings.Profile == profile).Idempotent != false;
            var policyBuysAgain = profile.InDoubt == InDoubtPolicy.Retry && !(isTrusted && isWhereItWas);
            var voided = job.Calls.Count(call => call.Voided && call.Id.Stage == profile.Stage && call.Id.Index == sales.Key.Index);
            var consents = facts.Consents.GetValueOrDefault(sales.Key);
            if (sales.Count() > 1 + consents + voided && !policyBuysAgain)
            {
                yield return new Violation(
                    "M1",
                    number,
                    $"{sales.Key} was sold {sales.Count()} times with {consents} consents and {voided} unusable deliveries: "
                    + string.Join(", ", sales.Select(work => $"operation {work.Id} of {work.Provider.Host} for key {work.Key[..8]}")));
            }
        }
    }
}
