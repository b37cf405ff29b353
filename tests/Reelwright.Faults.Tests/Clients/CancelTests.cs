using System.Net;
using Reelwright.Testing.Api;
using Reelwright.Testing.Clusters;
using Reelwright.Testing.Fakes;

namespace Reelwright.Faults.Tests.Clients;

/// <summary>Cancelling jobs on nodes that do not run them.</summary>
[Collection(Timed.Name)]
public sealed class CancelTests(FaultServer server) : FaultTest(server)
{
    [Fact]
    public async Task A_cancel_on_another_node_reaches_the_provider_within_two_seconds_without_any_doorbell()
    {
        await StartAsync(new ClusterPlan { Fakes = FakeSettings.LongRunning with { VideoGeneration = FakeSettings.LongRunning.VideoGeneration with { DelayMs = 60_000 } } });
        var job = await Cluster.CreateAsync(Cancelled, node: 0);
        await Cluster[0].Api.WaitForAsync(job, view => view.Assets.Clips.Count == 4 && view.Progress.CurrentStage == "video_generation", Bound, Cancelled);
        await InBookAsync(entry => entry is { Event: BookEvent.Bought, Stage: "video_generation", Scene: 3 });
        var other = Cluster.Nodes.First(node => node != Cluster[0]);

        var asked = TimeProvider.System.GetUtcNow();
        await other.Api.CancelAsync(job, Cancelled);
        await InBookAsync(entry => entry is { Event: BookEvent.Refunded, Stage: "video_generation" });
        (await EndOfAsync(job, node: 1)).Status.ShouldBe("cancelled");

        await ShouldKeepItsPromisesAsync();
        var refunds = (await Cluster.Services.ReadBookAsync(Cancelled)).Entries.Where(entry => entry.Event == BookEvent.Refunded).ToList();
        refunds.Count.ShouldBe(4);
        refunds.ShouldAllBe(refund => refund.At - asked < TimeSpan.FromSeconds(2));
    }

    [Fact]
    public async Task Jobs_that_are_cancelled_twice_at_any_moment_from_any_node_end_once()
    {
        var chance = new Random(Form.Seed);
        Say($"REELWRIGHT_FAULT_SEED={Form.Seed}");
        await StartAsync(new ClusterPlan { Nodes = 3, Fakes = FakeSettings.LongRunning.ForAll(service => service with { DelayMs = 250 }) });
        var ends = new List<Task>();
        for (var number = 0; number < Form.Of(60, 600); number++)
        {
            var job = await Cluster.CreateAsync(Cancelled);
            ends.Add(CancelTwiceAsync(job, chance.Next(3), chance.Next(3), TimeSpan.FromSeconds(2.5 * chance.NextDouble())));
        }

        await Task.WhenAll(ends);
        var report = await ShouldKeepItsPromisesAsync();
        report.Statuses.Keys.ShouldBeSubsetOf(["completed", "cancelled"]);
        report.Statuses["cancelled"].ShouldBeGreaterThan(10);
    }

    private async Task CancelTwiceAsync(Guid job, int first, int second, TimeSpan after)
    {
        await PauseAsync(after);
        await Task.WhenAll(CancelAsync(job, first), CancelAsync(job, second));
    }

    private async Task CancelAsync(Guid job, int node)
    {
        try
        {
            await Cluster[node].Api.CancelAsync(job, Cancelled);
        }
        catch (UnexpectedAnswerException refusal) when (refusal.Status == HttpStatusCode.Conflict)
        {
            // It has ended already.
        }
    }
}
