using Reelwright.Simulation.Cluster;
using Reelwright.Simulation.Plans;

namespace Reelwright.Simulation.Tests;

/// <summary>A failure is worth a look only when its seed makes the same world again.</summary>
public sealed class ReplayTests
{
    [Theory]
    [InlineData(3)]
    [InlineData(7)]
    [InlineData(16)]
    [InlineData(20)]
    public async Task The_same_seed_replays_exactly(int seed)
    {
        var (first, again) = (await RunAsync((ulong)seed), await RunAsync((ulong)seed));

        again.Story.ShouldBe(first.Story);
        again.Trace.ShouldBe(first.Trace);
        first.Story.Count.ShouldBeGreaterThan(50);
    }

    [Fact]
    public async Task Another_seed_is_another_world()
    {
        var (first, other) = (await RunAsync(3), await RunAsync(4));

        other.Trace.ShouldNotBe(first.Trace);
    }

    private static async Task<(IReadOnlyList<string> Story, ulong Trace)> RunAsync(ulong seed)
    {
        await using var database = new SqliteWorldDatabase();
        var world = new SimWorld(PlanGenerator.Draw(seed, 6), database, isTold: true);
        world.Run();
        return (world.Story.Lines, world.Scheduler.Trace);
    }
}
