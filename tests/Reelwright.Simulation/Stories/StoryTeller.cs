using System.Globalization;
using System.Text;
using Reelwright.Simulation.Cluster;
using Reelwright.Simulation.Oracles;
using Reelwright.Simulation.Plans;

namespace Reelwright.Simulation.Stories;

/// <summary>Writes down a failure for people: the seed, the world, what happened, and the promise that was broken.</summary>
internal static class StoryTeller
{
    public static string Tell(Plan plan, IDatabase database, string rule, int shrinkRuns = 300)
    {
        var shortest = new Shrinker(candidate => new SimWorld(candidate, database, isTold: false).Run(), shrinkRuns).Shrink(plan, rule);
        var world = new SimWorld(shortest, database, isTold: true);
        var broken = world.Run();
        var text = new StringBuilder();
        text.AppendLine(CultureInfo.InvariantCulture, $"Seed {plan.Seed} breaks {rule}. The shortest story found has {shortest.Jobs.Count} jobs, {shortest.Nodes} nodes and {shortest.Happenings.Count} events:");
        foreach (var service in shortest.Services)
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"  {service.Service}: {service.Describe()}");
        }

        foreach (var line in world.Story.Lines)
        {
            text.AppendLine(line);
        }

        foreach (var violation in broken)
        {
            text.AppendLine(violation.ToString());
        }

        return text.ToString();
    }

    public static string Describe(IEnumerable<Violation> broken) => string.Join(Environment.NewLine, broken);
}
