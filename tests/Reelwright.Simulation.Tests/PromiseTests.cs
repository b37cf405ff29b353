using Reelwright.Simulation.Cluster;
using Reelwright.Simulation.Plans;

namespace Reelwright.Simulation.Tests;

public sealed class PromiseTests
{
    [Fact]
    public async Task Undisturbed_worlds_keep_every_promise()
    {
        await using var database = new SqliteWorldDatabase();
        for (var seed = 1UL; seed <= 40; seed++)
        {
            var plan = PlanGenerator.Draw(seed, 6) with { Happenings = [] };
            new SimWorld(plan, database, isTold: false).Run().ShouldBeEmpty($"Seed {seed}");
        }
    }
}
