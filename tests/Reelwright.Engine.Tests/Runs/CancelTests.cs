using Reelwright.Engine.Exchange;
using Reelwright.Engine.Jobs;
using Reelwright.Engine.Store;
using Reelwright.Engine.Ledger;
using Reelwright.Engine.Tests.Fixture;

namespace Reelwright.Engine.Tests.Runs;

/// <summary>A user cancels a job that this node works on.</summary>
public sealed class CancelTests : ClusterTest
{
    [Fact]
    public async Task A_cancel_breaks_off_what_is_on_its_way_and_learns_each_bill()
    {
        Cluster.Pipeline = Stages.Of(Stages.VideoStage(clips: 3));
        var clips = Enumerable.Range(0, 3).Select(index => Cluster.Services.Hold(Stages.Video, index)).ToList();
        Cluster.Services.AnswerStop(Stages.Video, 0, new CallOutcome.Succeeded("{}", 0.30m, null));
        Cluster.Services.AnswerStop(
            Stages.Video, 1, new CallOutcome.Running(TimeSpan.FromSeconds(1)), new CallOutcome.Failed("STOPPED", "stopped half way", 0.12m, Retryable: false, null));
        var job = await Cluster.CreateAsync();
        var runner = await (await Cluster.JoinAsync()).ClaimAsync();
        var work = runner.RunAsync();
        await Task.WhenAll(clips.Select(clip => clip.Asked));

        runner.RequestCancel();
        await Cluster.PassUntilAsync(work, TimeSpan.FromSeconds(1));

        var record = await Cluster.FindAsync(job);
        record.State.ShouldBe(JobState.Cancelled);
        record.CancelledAt.ShouldNotBeNull();
        record.Failure.ShouldBeNull();
        (record.Settled, record.Reserved, record.InDoubt).ShouldBe((0.42m, 0m, 0.40m));
        (await Cluster.LedgerAsync(job)).Select(call => call.State).ShouldBe([CallState.Succeeded, CallState.Failed, CallState.Unknown]);
        (await Cluster.CallAsync(job, Stages.Video, 1)).ShouldSatisfyAllConditions(call => call.Retryable.ShouldBeTrue(), call => call.ErrorCode.ShouldBeNull());
        (await Cluster.EventsAsync(job, JobEvents.DoneKind)).ShouldHaveSingleItem().GetProperty("status").GetString().ShouldBe("cancelled");
    }

    [Fact]
    public async Task A_cancel_that_only_the_database_knows_is_heard_of_with_the_next_commit()
    {
        var clip = Cluster.Services.Hold(Stages.Parsing, 0);
        var job = await Cluster.CreateAsync();
        var work = (await Cluster.JoinAsync()).RunAsync();
        await clip.Asked;
        await Cluster.Store.CancelAsync(Cluster.Owner, job, CancellationToken.None);

        await clip.SucceedAsync();
        await work;

        (await Cluster.FindAsync(job)).State.ShouldBe(JobState.Cancelled);
        Cluster.Services.Sold.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task A_service_that_will_not_tell_is_not_waited_for_beyond_the_patience()
    {
        Cluster.Pipeline = Stages.Of(Stages.VideoStage(clips: 1));
        Cluster.Services.Answer(Stages.Video, 0, new CallOutcome.Accepted("/operations/1", TimeSpan.FromMinutes(1)));
        Cluster.Services.AnswerStop(Stages.Video, 0, [.. Enumerable.Repeat(new CallOutcome.Running(TimeSpan.FromSeconds(3)), 100)]);
        var job = await Cluster.CreateAsync();
        var runner = await (await Cluster.JoinAsync()).ClaimAsync();
        var work = runner.RunAsync();
        await Soon(async () => (await Cluster.LedgerAsync(job)).Any(call => call.State == CallState.Accepted));

        runner.RequestCancel();
        await Cluster.PassUntilAsync(work, TimeSpan.FromSeconds(1));

        (await Cluster.FindAsync(job)).State.ShouldBe(JobState.Cancelled);
        var call = await Cluster.CallAsync(job, Stages.Video);
        (call.State, call.Operation).ShouldBe((CallState.Accepted, "/operations/1"));
        Cluster.Services.Stopped.Count.ShouldBeInRange(2, 8);
    }

    [Fact]
    public async Task A_call_that_still_waits_to_be_sent_frees_its_reservation_and_nobody_is_asked_about_it()
    {
        Cluster.Services.Answer(Stages.Parsing, 0, new CallOutcome.NotTaken("429 Too Many Requests", TimeSpan.FromSeconds(4)));
        var job = await Cluster.CreateAsync();
        var runner = await (await Cluster.JoinAsync()).ClaimAsync();
        var work = runner.RunAsync();
        await Soon(async () => (await Cluster.LedgerAsync(job)) is [{ Dispatched: false }]);

        runner.RequestCancel();
        await work;

        var record = await Cluster.FindAsync(job);
        (record.State, record.Settled, record.Reserved).ShouldBe((JobState.Cancelled, 0m, 0m));
        Cluster.Services.Stopped.ShouldBeEmpty();
    }

    [Fact]
    public async Task What_was_paid_before_a_cancel_is_not_paid_again_by_a_retry()
    {
        var film = Cluster.Services.Hold(Stages.Composition, 0);
        Cluster.Services.AnswerStop(Stages.Composition, 0, new CallOutcome.Failed(null, "never begun", 0, Retryable: true, null));
        var job = await Cluster.CreateAsync();
        var node = await Cluster.JoinAsync();
        var runner = await node.ClaimAsync();
        var work = runner.RunAsync();
        await film.Asked;
        runner.RequestCancel();
        await work;

        await Cluster.Store.RetryAsync(Cluster.Owner, job, new RetryTerms(), CancellationToken.None);
        await node.RunAsync();

        (await Cluster.FindAsync(job)).State.ShouldBe(JobState.Completed);
        Cluster.Services.Sold.Count.ShouldBe(7);
        (await Cluster.CallAsync(job, Stages.Composition)).Id.Generation.ShouldBe(1);
    }
}
