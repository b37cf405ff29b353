using Reelwright.Testing.Clusters;
using Reelwright.Testing.Fakes;
using Reelwright.Testing.Wire;

namespace Reelwright.Faults.Tests.Database;

/// <summary>Bad wires between nodes and PostgreSQL.</summary>
public sealed class WireTests(FaultServer server) : FaultTest(server)
{
    private static readonly FakeSettings Slow = new FakeSettings().ForAll(service => service with { DelayMs = 300 });

    [Fact]
    public async Task A_node_that_is_cut_off_from_the_database_stops_buying_before_its_lease_ends()
    {
        await StartAsync(new ClusterPlan { Nodes = 1, WiredToDatabase = true, Fakes = Slow });
        using var over = CancellationTokenSource.CreateLinkedTokenSource(Cancelled);
        var load = KeepBusyAsync(TimeSpan.FromMilliseconds(50), over.Token);
        await InBookAsync(entry => entry is { Event: BookEvent.Bought, Stage: "composition" });
        await over.CancelAsync();
        await load;

        var cut = TimeProvider.System.GetUtcNow();
        Cluster[0].Database!.Faults = new WireFaults { Blackhole = true };
        await PauseAsync(TimeSpan.FromSeconds(7));
        Cluster[0].Database!.Faults = WireFaults.None;

        var report = await ShouldKeepItsPromisesAsync();
        report.Statuses.Count.ShouldBe(1);
        var book = await Cluster.Services.ReadBookAsync(Cancelled);
        book.Asked.ShouldNotContain(entry => entry.At > cut + TimeSpan.FromSeconds(4) && entry.At < cut + TimeSpan.FromSeconds(7));
    }

    [Fact]
    public async Task Jobs_of_a_node_that_is_cut_off_go_on_elsewhere_and_what_it_learns_meanwhile_is_not_lost()
    {
        await StartAsync(new ClusterPlan
        {
            WiredToDatabase = true,
            Fakes = new() { VideoGeneration = new() { Cost = 0.30m, DelayMs = 1500 } },
        });
        await Cluster.CreateManyAsync(40, Cancelled);
        await InBookAsync(entry => entry is { Event: BookEvent.Bought, Stage: "video_generation" });
        var cutOff = await Cluster.BusiestAsync(Cancelled);

        cutOff.Database!.Faults = new WireFaults { Blackhole = true };
        await PauseAsync(TimeSpan.FromSeconds(9));
        cutOff.Database.Faults = WireFaults.None;

        var report = await ShouldKeepItsPromisesAsync();
        report.Completed.ShouldBe(40);
        report.Claims.ShouldBeGreaterThan(40);
    }

    [Fact]
    public async Task Answers_of_the_database_that_never_arrive_leave_nothing_done_twice()
    {
        var chance = new Random(Form.Seed);
        Say($"REELWRIGHT_FAULT_SEED={Form.Seed}");
        await StartAsync(new ClusterPlan { WiredToDatabase = true, Fakes = Slow });
        using var over = CancellationTokenSource.CreateLinkedTokenSource(Cancelled);
        var load = KeepBusyAsync(TimeSpan.FromMilliseconds(50), over.Token);
        for (var loss = 0; loss < Form.Of(25, 250); loss++)
        {
            // The server does what it hears, and the next who should be told is cut off instead, perhaps in the middle of a word.
            var wire = Cluster[chance.Next(2)].Database!;
            wire.Faults = new WireFaults { AnswerBytes = chance.Next(0, 200) };
            await PauseAsync(TimeSpan.FromMilliseconds(50));
            wire.Faults = WireFaults.None;
            await PauseAsync(TimeSpan.FromMilliseconds(150 + chance.Next(200)));
        }

        await over.CancelAsync();
        await load;
        var report = await ShouldKeepItsPromisesAsync();
        report.Completed.ShouldBeGreaterThan(40);
        report.Statuses.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_slow_trembling_database_far_away_costs_time_and_nothing_else()
    {
        await StartAsync(new ClusterPlan { WiredToDatabase = true, Fakes = Slow });
        foreach (var node in Cluster.Nodes)
        {
            node.Database!.Faults = new WireFaults { Latency = TimeSpan.FromMilliseconds(40), Jitter = TimeSpan.FromMilliseconds(40), SliceBytes = 1000 };
        }

        await Cluster.CreateManyAsync(40, Cancelled);

        var report = await ShouldKeepItsPromisesAsync();
        report.Completed.ShouldBe(40);
        report.Claims.ShouldBe(40, "nobody was taken for dead");
    }

    [Fact]
    public async Task A_wire_that_is_down_makes_the_node_unhealthy_and_it_comes_back_by_itself()
    {
        await StartAsync(new ClusterPlan { Nodes = 1, WiredToDatabase = true, Fakes = Slow });
        await Cluster.CreateManyAsync(20, Cancelled);
        await Cluster[0].Database!.DownAsync();

        (await Cluster[0].Api.IsHealthyAsync(Cancelled)).ShouldBeFalse();
        await PauseAsync(TimeSpan.FromSeconds(3));
        Cluster[0].Database!.Up();

        (await ShouldKeepItsPromisesAsync()).Completed.ShouldBe(20);
        (await Cluster[0].Api.IsHealthyAsync(Cancelled)).ShouldBeTrue();
    }
}
