using Reelwright.Testing.Time;
using Reelwright.Testing.Clusters;
using Reelwright.Testing.Fakes;

namespace Reelwright.Faults.Tests.Kills;

/// <summary>Nodes that stand still and come back, and nodes that leave in good order.</summary>
public sealed class PauseTests(FaultServer server) : FaultTest(server)
{
    private static readonly FakeSettings SlowClips = new() { VideoGeneration = new() { Cost = 0.30m, DelayMs = 2000 } };

    [Fact]
    public async Task A_node_that_stood_still_for_longer_than_its_lease_comes_back_and_changes_nothing()
    {
        await StartAsync(new ClusterPlan { Fakes = SlowClips });
        await Cluster.CreateManyAsync(40, Cancelled);
        await InBookAsync(entry => entry is { Event: BookEvent.Bought, Stage: "video_generation" });
        var zombie = await Cluster.BusiestAsync(Cancelled);

        // Its answers lie in its sockets while it stands; it reads them when its jobs are another's.
        zombie.Process.Pause();
        await PauseAsync(TimeSpan.FromSeconds(7));
        zombie.Process.Resume();

        var report = await ShouldKeepItsPromisesAsync();
        report.Completed.ShouldBe(40);
        report.Claims.ShouldBeGreaterThan(40);
    }

    [Fact]
    public async Task An_answer_that_reached_a_node_too_late_is_adopted_by_the_next_owner_who_can_not_ask_again()
    {
        await StartAsync(new ClusterPlan
        {
            Fakes = FakeSettings.SeedLike with { VideoGeneration = FakeSettings.SeedLike.VideoGeneration with { Cost = 0.30m, DelayMs = 3000 } },
        });
        var job = await Cluster.CreateAsync(Cancelled, node: 0);
        await InBookAsync(entry => entry is { Event: BookEvent.Bought, Stage: "video_generation" });
        var zombie = (await Cluster.OwnerAsync(job, Cancelled)).ShouldNotBeNull();

        zombie.Process.Pause();
        await Eventually.Within(Bound, async () => await Cluster.OwnerAsync(job, Cancelled) is { } owner && owner != zombie, Cancelled);
        zombie.Process.Resume();
        var ended = await Cluster.EndOfAsync(job, Bound, Cancelled);

        ended.Status.ShouldBe("completed");
        ended.Cost.VideoGeneration.ShouldBe(1.20m);
        await ShouldKeepItsPromisesAsync();
    }

    [Fact]
    public async Task A_node_that_is_told_to_stop_hears_out_what_it_has_asked_and_hands_over_at_once()
    {
        await StartAsync(new ClusterPlan { Fakes = SlowClips });
        await Cluster.CreateManyAsync(40, Cancelled);
        await InBookAsync(entry => entry is { Event: BookEvent.Bought, Stage: "video_generation" });
        var leaving = await Cluster.BusiestAsync(Cancelled);

        (await leaving.Process.TerminateAsync(Cancelled)).ShouldBe(0);

        var report = await ShouldKeepItsPromisesAsync();
        report.Completed.ShouldBe(40);
        var book = await Cluster.Services.ReadBookAsync(Cancelled);
        book.Asked.Count().ShouldBe(40 * 7, "each call was asked once: none was broken off");
    }

    [Theory]
    [InlineData(true, 7)]
    [InlineData(false, 12)]
    public async Task A_node_that_stops_is_alive_for_as_long_as_it_hears_out_what_it_has_asked(bool mayBeAskedAgain, int seconds)
    {
        var kind = mayBeAskedAgain ? new FakeSettings() : FakeSettings.SeedLike;
        await StartAsync(new ClusterPlan { Fakes = kind with { VideoGeneration = kind.VideoGeneration with { Cost = 0.30m, DelayMs = seconds * 1000 } } });
        await Cluster.CreateManyAsync(8, Cancelled);
        await InBookAsync(entry => entry is { Event: BookEvent.Asked, Stage: "video_generation" });
        var leaving = await Cluster.BusiestAsync(Cancelled);

        (await leaving.Process.TerminateAsync(Cancelled)).ShouldBe(0);

        var report = await ShouldKeepItsPromisesAsync();
        report.Completed.ShouldBe(8, "none is in doubt");
        var book = await Cluster.Services.ReadBookAsync(Cancelled);
        book.Asked.Count().ShouldBe(8 * 7, "each call was asked once: nobody took the node for dead");
    }

    [Fact]
    public async Task A_rolling_restart_of_three_nodes_under_load_asks_nothing_twice()
    {
        await StartAsync(new ClusterPlan { Nodes = 3, Fakes = new FakeSettings().ForAll(service => service with { DelayMs = 300 }) });
        var jobs = 0;
        foreach (var node in Cluster.Nodes)
        {
            await Cluster.CreateManyAsync(30, Cancelled);
            jobs += 30;
            (await node.Process.TerminateAsync(Cancelled)).ShouldBe(0);
            await node.StartAgainAsync(Cancelled);
        }

        (await ShouldKeepItsPromisesAsync()).Completed.ShouldBe(jobs);
        (await Cluster.Services.ReadBookAsync(Cancelled)).Asked.Count().ShouldBe(jobs * 7);
    }
}
