using Reelwright.Engine.Exchange;
using Reelwright.Engine.Jobs;
using Reelwright.Engine.Ledger;
using Reelwright.Engine.Running;
using Reelwright.Engine.Store;
using Reelwright.Engine.Tests.Fixture;

namespace Reelwright.Engine.Tests.Runs;

/// <summary>A node loses its lease, or can't renew it, while calls are on their way.</summary>
public sealed class LeaseTests : ClusterTest
{
    [Fact]
    public async Task A_result_that_comes_after_the_lease_was_lost_is_kept_aside_and_the_next_owner_adopts_it()
    {
        Cluster.Services.TraitsOf = _ => Traits.Opaque;
        var clip = Cluster.Services.Hold(Stages.Video, 2);
        var job = await Cluster.CreateAsync();
        var (lost, work) = await RunOnAsync(clip);
        var next = await DeclareDeadAsync(lost);

        await clip.SucceedAsync();
        await work;
        (await Cluster.CallAsync(job, Stages.Video, 2)).State.ShouldBe(CallState.Intent);
        await next.RunAsync();

        var record = await Cluster.FindAsync(job);
        record.State.ShouldBe(JobState.Completed, record.Failure?.Message);
        (record.Settled, record.Reserved).ShouldBe((7 * 0.25m, 0m));
        Cluster.Services.Sold.Count.ShouldBe(7);
        Cluster.Services.Sent.Count.ShouldBe(7);

        // Who watches is told of it as of any other.
        (await Cluster.EventsAsync(job, "clip")).Select(data => $"{data.GetProperty("index")} {data.GetProperty("status")}").ShouldContain("2 succeeded");
        var costs = await Cluster.EventsAsync(job, JobEvents.CostKind);
        costs.Count(data => data.GetProperty("stage").GetString() == Stages.Video && data.GetProperty("index").GetInt32() == 2).ShouldBe(1);
        costs.Select(data => data.GetProperty("total_usd").GetDecimal()).ShouldBe([0.25m, 0.50m, 0.75m, 1.00m, 1.25m, 1.50m, 1.75m]);
    }

    [Fact]
    public async Task A_next_owner_that_is_faster_than_the_result_asks_again_and_nothing_is_bought_twice()
    {
        var clip = Cluster.Services.Hold(Stages.Video, 2);
        var job = await Cluster.CreateAsync();
        var (lost, work) = await RunOnAsync(clip);
        var next = await DeclareDeadAsync(lost);

        await next.RunAsync();
        await clip.SucceedAsync();
        await work;

        var record = await Cluster.FindAsync(job);
        (record.State, record.Settled).ShouldBe((JobState.Completed, 7 * 0.25m));
        Cluster.Services.Sold.Count.ShouldBe(7);
        (await Cluster.CallAsync(job, Stages.Video, 2)).ShouldSatisfyAllConditions(call => call.Id.Generation.ShouldBe(0), call => call.Attempts.ShouldBe(2));
    }

    [Fact]
    public async Task An_operation_accepted_after_the_lease_was_lost_is_polled_by_the_next_owner()
    {
        var clip = Cluster.Services.Hold(Stages.Video, 2);
        var job = await Cluster.CreateAsync();
        var (lost, work) = await RunOnAsync(clip);
        var next = await DeclareDeadAsync(lost);

        clip.Answer(new CallOutcome.Accepted("/operations/1", TimeSpan.FromSeconds(1)));
        await work;
        await next.RunAsync();

        (await Cluster.FindAsync(job)).State.ShouldBe(JobState.Completed);
        Cluster.Services.Sold.Count.ShouldBe(7);
        Cluster.Services.Polled.ShouldAllBe(call => call.Operation == "/operations/1");
        Cluster.Services.Sent.Count(call => call.Id.Stage == Stages.Video && call.Id.Index == 2).ShouldBe(1);
    }

    [Fact]
    public async Task A_late_failure_does_not_undo_what_the_next_owner_has_learned_since()
    {
        var job = await Cluster.CreateAsync();
        var first = await Cluster.JoinAsync();
        var claimed = (await first.ReadyAsync()).ShouldHaveSingleItem();
        var sent = Situation.Clip(0) with { Id = new CallId(job, Stages.Video, 0, 0), IdempotencyKey = "key", CreatedAt = Cluster.Time.GetUtcNow() };
        await Cluster.Store.CommitAsync(new JobStep(claimed.Fence) { Intents = [sent] }, CancellationToken.None);
        var second = await DeclareDeadAsync(first);
        var fence = (await second.ReadyAsync()).ShouldHaveSingleItem().Fence;
        var asked = sent with { State = CallState.Unknown, Attempts = 2 };
        await Cluster.Store.CommitAsync(new JobStep(fence) { Updates = [asked] }, CancellationToken.None);
        await Cluster.Store.CommitAsync(new JobStep(fence) { Updates = [Situation.Accepted(asked)] }, CancellationToken.None);

        await Cluster.Store.StoreLateResultAsync(Situation.Failed(sent, retryable: true), CancellationToken.None);
        var third = await DeclareDeadAsync(second);

        var call = (await third.ReadyAsync()).ShouldHaveSingleItem().Calls.ShouldHaveSingleItem();
        (call.State, call.Operation).ShouldBe((CallState.Accepted, "/operations/0"));
    }

    [Fact]
    public async Task A_node_that_cannot_renew_its_lease_begins_no_paid_call_until_it_can()
    {
        var plan = Cluster.Services.Hold(Stages.Parsing, 0);
        var job = await Cluster.CreateAsync();
        var (node, work) = await RunOnAsync(plan);
        node.Hangs = true;
        await Cluster.PassAsync(TimeSpan.FromSeconds(4));
        node.Membership.MaySpend.ShouldBeFalse();

        await plan.SucceedAsync();
        await Soon(async () => (await Cluster.LedgerAsync(job)).Any(call => call is { Id.Stage: Stages.Image, Dispatched: false }));
        Cluster.Services.Sent.ShouldHaveSingleItem().Id.Stage.ShouldBe(Stages.Parsing);

        node.Hangs = false;
        await Cluster.PassUntilAsync(work, TimeSpan.FromSeconds(0.5));
        (await Cluster.FindAsync(job)).State.ShouldBe(JobState.Completed);
        Cluster.Services.Sold.Count.ShouldBe(7);
        (await Cluster.LedgerAsync(job)).ShouldAllBe(call => call.Id.Generation == 0 && call.Failures == 0 && call.Attempts == 1);
    }

    [Fact]
    public async Task A_call_decided_under_a_lost_lease_is_not_begun_under_the_next_one()
    {
        var node = await Cluster.JoinAsync();
        var before = node.Lease;
        await Cluster.PassAsync(TimeSpan.FromSeconds(1));
        await node.Membership.LeaveAsync(CancellationToken.None);
        await node.Membership.RenewAsync(CancellationToken.None);
        node.Lease.Epoch.ShouldBeGreaterThan(before.Epoch);

        var exchange = CallExchange.Send(Situation.Clip(0), before, Cluster.Services, node.Membership, _ => { });

        (await exchange.Completion).ShouldBeOfType<CallOutcome.Withheld>();
        Cluster.Services.Sent.ShouldBeEmpty();
    }

    private async Task<(Node Node, Task Work)> RunOnAsync(OpenQuestion until)
    {
        var node = await Cluster.JoinAsync();
        var work = node.RunAsync();
        await until.Asked;
        return (node, work);
    }

    /// <summary>The node falls silent, another joins and sweeps, and the first hears that it is dead.</summary>
    private async Task<Node> DeclareDeadAsync(Node node)
    {
        node.Hangs = true;
        var next = await Cluster.JoinAsync();
        await Cluster.PassAsync(Cluster.Options.LeaseTime + TimeSpan.FromSeconds(1));
        (await Cluster.Store.SweepAsync(next.Lease, Cluster.Options.LeaseTime, CancellationToken.None)).ShouldBe(1);
        (await node.Membership.RenewAsync(CancellationToken.None)).ShouldBeFalse();
        return next;
    }
}
