using Reelwright.Engine.Exchange;
using Reelwright.Engine.Jobs;
using Reelwright.Engine.Store;
using Reelwright.Engine.Ledger;
using Reelwright.Engine.Tests.Fixture;

namespace Reelwright.Engine.Tests.Runs;

/// <summary>The deadlines of a job and of an operation, and waits that are too long for memory.</summary>
public sealed class DeadlineTests : ClusterTest
{
    [Fact]
    public async Task A_job_that_does_not_finish_within_its_deadline_fails_and_its_calls_are_stopped()
    {
        var image = Cluster.Services.Hold(Stages.Image, 0);
        var job = await Cluster.CreateAsync();
        var started = Cluster.Time.GetUtcNow();
        var work = (await Cluster.JoinAsync()).RunAsync();
        await image.Asked;

        await Cluster.PassUntilAsync(work, TimeSpan.FromMinutes(1));

        var record = await Cluster.FindAsync(job);
        (record.State, record.Failure!.Code, record.Failure.Stage).ShouldBe((JobState.Failed, EngineFailureCodes.DeadlineExceeded, Stages.Image));
        record.FailedAt.ShouldNotBeNull().ShouldBeInRange(started.AddMinutes(60), started.AddMinutes(62));
        record.Percentage.ShouldBe(20);
        Cluster.Services.Stopped.ShouldHaveSingleItem().Id.Stage.ShouldBe(Stages.Image);
    }

    [Fact]
    public async Task A_retry_gives_a_job_its_whole_deadline_again()
    {
        var image = Cluster.Services.Hold(Stages.Image, 0);
        var job = await Cluster.CreateAsync();
        var node = await Cluster.JoinAsync();
        var work = node.RunAsync();
        await image.Asked;
        await Cluster.PassUntilAsync(work, TimeSpan.FromMinutes(1));

        await Cluster.Store.RetryAsync(Cluster.Owner, job, new RetryTerms(), CancellationToken.None);
        await node.RunAsync();

        (await Cluster.FindAsync(job)).State.ShouldBe(JobState.Completed);
        Cluster.Services.Sold.Count.ShouldBe(7);
    }

    [Fact]
    public async Task An_operation_beyond_its_deadline_is_cancelled_and_tried_anew()
    {
        Cluster.Pipeline = Stages.Of(Stages.VideoStage(clips: 1));
        Cluster.Services.Answer(Stages.Video, 0, new CallOutcome.Accepted("/operations/1", TimeSpan.FromSeconds(30)));
        Cluster.Services.AnswerPoll(Stages.Video, 0, Endless());
        Cluster.Services.AnswerStop(Stages.Video, 0, new CallOutcome.Failed(null, "stopped", 0.10m, Retryable: false, null));
        var job = await Cluster.CreateAsync();

        await Cluster.PassUntilAsync((await Cluster.JoinAsync()).RunAsync(), TimeSpan.FromSeconds(30));

        var ledger = await Cluster.LedgerAsync(job);
        ledger.Select(call => (call.Id.Generation, call.State)).ShouldBe([(0, CallState.Failed), (1, CallState.Succeeded)]);
        ledger[0].LastError.ShouldNotBeNull().ShouldContain("deadline");
        (ledger[0].SettledAt - ledger[0].AcceptedAt).ShouldNotBeNull().ShouldBeInRange(TimeSpan.FromMinutes(15), TimeSpan.FromMinutes(16.5));
        (await Cluster.FindAsync(job)).Settled.ShouldBe(0.35m);
    }

    [Fact]
    public async Task Each_service_has_the_deadline_that_it_was_given()
    {
        Cluster.Pipeline = Stages.Of(Stages.VideoStage(clips: 1), Stages.CompositionStage());
        Cluster.Services.TraitsOf = service => Traits.Idempotent with { OperationDeadline = service == Stages.Video ? TimeSpan.FromMinutes(2) : TimeSpan.FromMinutes(40) };
        Cluster.Services.Answer(Stages.Video, 0, new CallOutcome.Accepted("/operations/1", TimeSpan.FromSeconds(30)));
        Cluster.Services.AnswerPoll(Stages.Video, 0, Endless());
        Cluster.Services.AnswerStop(Stages.Video, 0, new CallOutcome.Failed(null, "stopped", 0, Retryable: false, null));
        var job = await Cluster.CreateAsync();

        await Cluster.PassUntilAsync((await Cluster.JoinAsync()).RunAsync(), TimeSpan.FromSeconds(30));

        var first = (await Cluster.LedgerAsync(job))[0];
        (first.SettledAt - first.AcceptedAt).ShouldNotBeNull().ShouldBeInRange(TimeSpan.FromMinutes(2), TimeSpan.FromMinutes(3));
    }

    [Fact]
    public async Task A_short_wait_stays_in_memory()
    {
        Cluster.Services.Answer(Stages.Parsing, 0, new CallOutcome.NotTaken("429 Too Many Requests", TimeSpan.FromSeconds(4)));
        var job = await Cluster.CreateAsync();

        await Cluster.PassUntilAsync((await Cluster.JoinAsync()).RunAsync(), TimeSpan.FromSeconds(0.5));

        (await Cluster.FindAsync(job)).State.ShouldBe(JobState.Completed);
    }

    [Fact]
    public async Task A_long_wait_gives_the_job_up_until_its_time_has_come()
    {
        Cluster.Services.Answer(Stages.Parsing, 0, new CallOutcome.Withheld("The circuit is open", TimeSpan.FromSeconds(60)));
        var job = await Cluster.CreateAsync();
        var node = await Cluster.JoinAsync();

        await node.RunAsync();

        (await Cluster.FindAsync(job)).State.ShouldBe(JobState.Processing);
        (await node.ReadyAsync()).ShouldBeEmpty();
        await Cluster.PassAsync(TimeSpan.FromSeconds(59));
        (await node.ReadyAsync()).ShouldBeEmpty();
        await Cluster.PassAsync(TimeSpan.FromSeconds(1));
        await node.RunAsync();
        (await Cluster.FindAsync(job)).State.ShouldBe(JobState.Completed);
        (await Cluster.CallAsync(job, Stages.Parsing)).ShouldSatisfyAllConditions(call => call.Id.Generation.ShouldBe(0), call => call.Attempts.ShouldBe(1), call => call.Failures.ShouldBe(0));
    }

    [Fact]
    public async Task No_job_is_given_up_for_longer_than_it_may_live()
    {
        Cluster.Options.JobDeadline = TimeSpan.FromMinutes(2);
        Cluster.Services.Answer(Stages.Parsing, 0, new CallOutcome.Withheld("The circuit is open", TimeSpan.FromMinutes(5)));
        var job = await Cluster.CreateAsync();
        var node = await Cluster.JoinAsync();
        await node.RunAsync();

        await Cluster.PassAsync(TimeSpan.FromMinutes(2));
        await node.RunAsync();

        (await Cluster.FindAsync(job)).Failure!.Code.ShouldBe(EngineFailureCodes.DeadlineExceeded);
    }

    private static CallOutcome[] Endless() => [.. Enumerable.Repeat(new CallOutcome.Running(TimeSpan.FromSeconds(30)), 1000)];
}
