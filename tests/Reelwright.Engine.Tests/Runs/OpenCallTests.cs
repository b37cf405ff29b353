using Reelwright.Engine.Exchange;
using Reelwright.Engine.Jobs;
using Reelwright.Engine.Ledger;
using Reelwright.Engine.Store;
using Reelwright.Engine.Tests.Fixture;

namespace Reelwright.Engine.Tests.Runs;

/// <summary>Calls whose jobs have ended before their bill was known.</summary>
public sealed class OpenCallTests : ClusterTest
{
    private static readonly CallOutcome StillRuns = new CallOutcome.Running(TimeSpan.FromSeconds(5));

    public OpenCallTests() => Cluster.Pipeline = Stages.Of(Stages.VideoStage(clips: 1));

    [Fact]
    public async Task An_answer_that_comes_after_a_cancel_is_heard_out_and_a_retry_uses_it()
    {
        Cluster.Services.TraitsOf = _ => Traits.Opaque;
        var clip = Cluster.Services.Hold(Stages.Video, 0);
        var job = await Cluster.CreateAsync();
        var node = await Cluster.JoinAsync();
        await CancelAsync(node, clip);
        (await Cluster.FindAsync(job)).ShouldSatisfyAllConditions(
            record => record.State.ShouldBe(JobState.Cancelled), record => record.InDoubt.ShouldBe(0.40m), record => record.Settled.ShouldBe(0m));

        await clip.SucceedAsync();
        await Soon(async () => (await Cluster.FindAsync(job)).Settled == 0.25m);

        (await Cluster.FindAsync(job)).InDoubt.ShouldBe(0m);
        (await Cluster.EventsAsync(job))[^1].Kind.ShouldBe(JobEvents.CostKind);
        (await Cluster.Store.RetryAsync(Cluster.Owner, job, new RetryTerms(), CancellationToken.None)).Result.ShouldBe(ChangeResult.Done);
        await RunToEndAsync(node, job);
        (await Cluster.FindAsync(job)).State.ShouldBe(JobState.Completed);
        Cluster.Services.Sold.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task A_retry_waits_for_the_answer_that_may_still_come()
    {
        Cluster.Services.TraitsOf = _ => Traits.Opaque;
        var clip = Cluster.Services.Hold(Stages.Video, 0);
        var job = await Cluster.CreateAsync();
        var node = await Cluster.JoinAsync();
        await CancelAsync(node, clip);
        (await Cluster.Store.RetryAsync(Cluster.Owner, job, new RetryTerms(), CancellationToken.None)).Result.ShouldBe(ChangeResult.Done);
        await node.RunAsync();
        (await Cluster.FindAsync(job)).State.ShouldBe(JobState.Processing);

        await clip.SucceedAsync();
        await RunToEndAsync(node, job);

        (await Cluster.FindAsync(job)).State.ShouldBe(JobState.Completed);
        Cluster.Services.Sold.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task A_retry_for_which_no_answer_comes_ends_in_doubt_when_its_time_is_over()
    {
        Cluster.Services.TraitsOf = _ => Traits.Opaque;
        var clip = Cluster.Services.Hold(Stages.Video, 0);
        var job = await Cluster.CreateAsync();
        var node = await Cluster.JoinAsync();
        await CancelAsync(node, clip);
        await Cluster.Store.RetryAsync(Cluster.Owner, job, new RetryTerms(), CancellationToken.None);

        await RunToEndAsync(node, job);

        var record = await Cluster.FindAsync(job);
        (record.Failure?.Code, record.InDoubt, record.Reserved).ShouldBe((EngineFailureCodes.PaymentInDoubt, 0.40m, 0m));
        (await Cluster.Store.RetryAsync(Cluster.Owner, job, new RetryTerms(), CancellationToken.None)).Result.ShouldBe(ChangeResult.NeedsAcceptance);
    }

    [Fact]
    public async Task A_look_up_at_a_cancel_that_finds_nothing_proves_nothing()
    {
        Cluster.Services.TraitsOf = _ => Traits.WithLookUp;
        Cluster.Services.AnswerStop(Stages.Video, 0, [.. Enumerable.Repeat<CallOutcome>(new CallOutcome.NotFound("no operation"), 60)]);
        var clip = Cluster.Services.Hold(Stages.Video, 0);
        var job = await Cluster.CreateAsync();
        var node = await Cluster.JoinAsync();
        await CancelAsync(node, clip);

        (await Cluster.CallAsync(job, Stages.Video)).State.ShouldBe(CallState.Unknown);
        await clip.SucceedAsync();
        await Soon(async () => (await Cluster.FindAsync(job)).Settled == 0.25m);
    }

    [Fact]
    public async Task An_operation_that_is_accepted_after_a_cancel_is_stopped_and_its_bill_is_learnt()
    {
        Cluster.Services.TraitsOf = _ => Traits.Opaque;
        var clip = Cluster.Services.Hold(Stages.Video, 0);
        var job = await Cluster.CreateAsync();
        var node = await Cluster.JoinAsync();
        await CancelAsync(node, clip);
        Cluster.Services.AnswerStop(Stages.Video, 0, StillRuns, new CallOutcome.Failed(null, "stopped half way", 0.12m, Retryable: false, null));

        clip.Answer(new CallOutcome.Accepted("/operations/1", TimeSpan.FromSeconds(1)));
        await Soon(async () => (await Cluster.CallAsync(job, Stages.Video)).State == CallState.Accepted);
        await FollowUntilAsync(node, async () => (await Cluster.FindAsync(job)).Settled == 0.12m);

        (await Cluster.FindAsync(job)).InDoubt.ShouldBe(0m);
        Cluster.Services.Stopped[^1].Operation.ShouldBe("/operations/1");
    }

    [Fact]
    public async Task An_operation_beyond_the_deadline_of_its_job_is_followed_until_its_bill_is_known()
    {
        Cluster.Services.Answer(Stages.Video, 0, new CallOutcome.Accepted("/operations/1", TimeSpan.FromSeconds(30)));
        Cluster.Services.TraitsOf = _ => Traits.Opaque with { OperationDeadline = TimeSpan.FromHours(3) };
        Cluster.Services.AnswerPoll(Stages.Video, 0, [.. Enumerable.Repeat(StillRuns, 725)]);
        Cluster.Services.AnswerStop(Stages.Video, 0, [.. Enumerable.Repeat(StillRuns, 30)]);
        Cluster.Options.JobDeadline = TimeSpan.FromMinutes(2);
        var job = await Cluster.CreateAsync();
        var node = await Cluster.JoinAsync();
        await RunToEndAsync(node, job);
        (await Cluster.FindAsync(job)).ShouldSatisfyAllConditions(
            record => record.Failure?.Code.ShouldBe(EngineFailureCodes.DeadlineExceeded), record => record.InDoubt.ShouldBe(0.40m));
        Cluster.Services.ForgetScripts();

        await FollowUntilAsync(node, async () => (await Cluster.FindAsync(job)).Settled == 0.25m);

        (await Cluster.CallAsync(job, Stages.Video)).State.ShouldBe(CallState.Succeeded);
        (await Cluster.EventsAsync(job)).Select(item => item.Sequence).ShouldBe(Enumerable.Range(1, (await Cluster.EventsAsync(job)).Count).Select(number => (long)number));
    }

    [Fact]
    public async Task A_call_that_nobody_can_ask_about_stays_in_doubt_and_is_asked_once()
    {
        Cluster.Services.TraitsOf = _ => Traits.Opaque;
        Cluster.Services.LoseAnswer(Stages.Video, 0);
        var job = await Cluster.CreateAsync();
        var node = await Cluster.JoinAsync();
        await RunToEndAsync(node, job);

        for (var i = 0; i < 5; i++)
        {
            await node.FollowOpenCallsAsync();
            await Cluster.PassAsync(TimeSpan.FromMinutes(10));
        }

        Cluster.Services.LookedUp.ShouldHaveSingleItem();
        (await Cluster.FindAsync(job)).InDoubt.ShouldBe(0.40m);
        (await Cluster.Store.DeleteAsync(Cluster.Owner, job, CancellationToken.None)).Result.ShouldBe(ChangeResult.Done);
    }

    [Fact]
    public async Task An_operation_that_never_ends_is_given_up_after_the_retention()
    {
        Cluster.Services.Answer(Stages.Video, 0, new CallOutcome.Accepted("/operations/1", TimeSpan.FromSeconds(30)));
        Cluster.Services.AnswerPoll(Stages.Video, 0, [.. Enumerable.Repeat(StillRuns, 5000)]);
        Cluster.Services.AnswerStop(Stages.Video, 0, [.. Enumerable.Repeat(StillRuns, 5000)]);
        Cluster.Options.JobDeadline = TimeSpan.FromMinutes(1);
        Cluster.Options.OpenCallRetention = TimeSpan.FromHours(1);
        var job = await Cluster.CreateAsync();
        var node = await Cluster.JoinAsync();
        await RunToEndAsync(node, job);

        await FollowUntilAsync(node, async () => (await Cluster.CallAsync(job, Stages.Video)).AskAt is null);

        (await Cluster.FindAsync(job)).InDoubt.ShouldBe(0.40m);
        (await Cluster.CallAsync(job, Stages.Video)).Asks.ShouldBeInRange(5, 40);
    }

    /// <summary>Runs the job until its request is on its way, and cancels it.</summary>
    private async Task CancelAsync(Node node, OpenQuestion clip)
    {
        var runner = await node.ClaimAsync();
        var work = runner.RunAsync();
        await clip.Asked;
        runner.RequestCancel();
        await Cluster.PassUntilAsync(work, TimeSpan.FromSeconds(1));
    }

    private async Task FollowUntilAsync(Node node, Func<Task<bool>> condition)
    {
        for (var turns = 0; !await condition(); turns++)
        {
            turns.ShouldBeLessThan(500, "The bill does not become known.");
            await node.FollowOpenCallsAsync();
            await Cluster.PassAsync(TimeSpan.FromSeconds(30));
        }
    }
}
