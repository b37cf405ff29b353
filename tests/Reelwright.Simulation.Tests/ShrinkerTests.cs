using Reelwright.Simulation.Oracles;
using Reelwright.Simulation.Plans;
using Reelwright.Simulation.Stories;

namespace Reelwright.Simulation.Tests;

public sealed class ShrinkerTests
{
    [Fact]
    public void What_does_not_matter_to_a_failure_is_dropped_from_its_story()
    {
        var plan = Enumerable.Range(1, 100).Select(seed => PlanGenerator.Draw((ulong)seed, 8)).First(plan => plan.Happenings.Any(Matters));

        var shortest = new Shrinker(candidate => candidate.Happenings.Any(Matters) ? [new Violation("M1", 0, "sold twice")] : [], 1000).Shrink(plan, "M1");

        shortest.Happenings.ShouldHaveSingleItem().Kind.ShouldBe(HappeningKind.KillAfterSend);
        shortest.Jobs.ShouldHaveSingleItem().Scenes.ShouldBe(1);
        shortest.Nodes.ShouldBe(1);
    }

    private static bool Matters(Happening one) => one.Kind == HappeningKind.KillAfterSend;
}
