using Reelwright.Simulation.Oracles;
using Reelwright.Simulation.Plans;

namespace Reelwright.Simulation.Stories;

/// <summary>Drops jobs, happenings and nodes from a plan as long as the same promise is still broken.</summary>
/// <param name="run">Runs a plan and returns what it breaks.</param>
internal sealed class Shrinker(Func<Plan, IReadOnlyList<Violation>> run, int mostRuns)
{
    private int runs;

    public Plan Shrink(Plan plan, string rule)
    {
        for (var before = -1; before != Size(plan) && runs < mostRuns;)
        {
            before = Size(plan);
            plan = Drop(plan, rule, plan.Jobs.Count, WithoutJob);
            plan = Drop(plan, rule, plan.Happenings.Count, WithoutHappening);
            foreach (var simpler in Simpler(plan).ToList())
            {
                plan = Fails(simpler, rule) ?? plan;
            }
        }

        return plan;
    }

    private Plan Drop(Plan plan, string rule, int count, Func<Plan, int, Plan> without)
    {
        for (var i = count - 1; i >= 0; i--)
        {
            plan = Fails(without(plan, i), rule) ?? plan;
        }

        return plan;
    }

    /// <summary>The plan when it breaks the rule, under its own order of continuations or another one; else null.</summary>
    private Plan? Fails(Plan plan, string rule)
    {
        for (var other = 0UL; other < 3 && runs < mostRuns && plan.Jobs.Count > 0; other++)
        {
            runs++;
            var candidate = plan with { ScheduleSeed = plan.ScheduleSeed + other };
            if (run(candidate).Any(violation => violation.Rule == rule))
            {
                return candidate;
            }
        }

        return null;
    }

    private static Plan WithoutJob(Plan plan, int place) => plan.Jobs.Count <= 1 ? plan with { Jobs = [] } : plan with
    {
        Jobs = [.. plan.Jobs.Where((_, i) => i != place)],
        Happenings = [.. plan.Happenings.Where(one => one.Job != plan.Jobs[place].Number || Happening.IsGlobal(one.Kind))],
    };

    private static Plan WithoutHappening(Plan plan, int place) => plan with { Happenings = [.. plan.Happenings.Where((_, i) => i != place)] };

    private static IEnumerable<Plan> Simpler(Plan plan)
    {
        if (plan.Nodes > 1)
        {
            yield return plan with { Nodes = plan.Nodes - 1 };
        }

        if (plan.Jobs.Any(job => job.Scenes > 1))
        {
            yield return plan with { Jobs = [.. plan.Jobs.Select(job => job with { Scenes = 1 })] };
        }

        if (plan.Services.Count > 1)
        {
            foreach (var service in plan.Services.Where(service => plan.Happenings.All(one => one.Service != service.Service) && service.Stage != "video_generation"))
            {
                yield return plan with { Services = [.. plan.Services.Where(other => other != service)] };
            }
        }
    }

    private static int Size(Plan plan) => (plan.Jobs.Count * 10) + plan.Happenings.Count + plan.Nodes + plan.Services.Count + plan.Jobs.Sum(job => job.Scenes);
}
