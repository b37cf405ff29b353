using System.Globalization;
using Reelwright.Simulation.Cluster;
using Reelwright.Simulation.Plans;
using Reelwright.Simulation.Stories;

namespace Reelwright.Simulation.Tests;

public sealed class PromiseTests(ITestOutputHelper output)
{
    private static readonly TimeSpan Budget = TimeSpan.FromSeconds(40);

    [Fact]
    public void No_promise_is_broken_in_as_many_lives_as_fit_into_the_time()
    {
        var seed = ulong.TryParse(Environment.GetEnvironmentVariable("REELWRIGHT_SIMULATION_SEED"), CultureInfo.InvariantCulture, out var other) ? other : 1;
        using var story = new StringWriter();
        var tally = new Tally(1_000_000, 6, seed, stories: 1, Budget, only: null, skip: [], story);

        var threads = Enumerable.Range(0, Environment.ProcessorCount).Select(_ => new Thread(tally.Work)).ToList();
        threads.ForEach(thread => thread.Start());
        threads.ForEach(thread => thread.Join());

        output.WriteLine(tally.Summary());
        tally.Failures.ShouldBe(0, story.ToString());
    }

    /// <summary>
    /// Another account was believed about a call (121, 157, 219), a redirect settled a doubt (776, 851), a request left after the job was
    /// cancelled (792).
    /// </summary>
    [Theory]
    [InlineData(121)]
    [InlineData(157)]
    [InlineData(219)]
    [InlineData(776)]
    [InlineData(792)]
    [InlineData(851)]
    public async Task Worlds_that_broke_a_promise_once_break_none(int seed)
    {
        await using var database = new SqliteWorldDatabase();

        new SimWorld(PlanGenerator.Draw((ulong)seed, 6), database, isTold: false).Run().ShouldBeEmpty();
    }

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
