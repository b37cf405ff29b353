using Reelwright.Engine.Exchange;
using Reelwright.Engine.Jobs;
using Reelwright.Engine.Ledger;
using Reelwright.Engine.Store;
using Reelwright.Engine.Tests.Fixture;

namespace Reelwright.Engine.Tests.Runs;

/// <summary>Answers that are lost, at services that can't be asked twice.</summary>
public sealed class DoubtTests : ClusterTest
{
    private static readonly CallOutcome Lost = new CallOutcome.Unknown("The connection was reset", null);
    private static readonly CallOutcome NotFound = new CallOutcome.NotFound("no operation under this key");

    public DoubtTests() => Cluster.Pipeline = Stages.Of(Stages.VideoStage(clips: 2));

    [Fact]
    public async Task A_lost_answer_is_looked_up_and_its_operation_polled()
    {
        Cluster.Services.TraitsOf = _ => Traits.WithLookUp;
        Cluster.Services.Answer(Stages.Video, 1, Lost);
        Cluster.Services.AnswerLookUp(Stages.Video, 1, new CallOutcome.Accepted("/operations/1", TimeSpan.FromSeconds(1)));
        var job = await Cluster.CreateAsync();

        await RunToEndAsync(await Cluster.JoinAsync(), job);

        var record = await Cluster.FindAsync(job);
        (record.State, record.InDoubt).ShouldBe((JobState.Completed, 0m));
        Cluster.Services.Sold.Count.ShouldBe(2);
        (await Cluster.LedgerAsync(job)).ShouldAllBe(call => call.Id.Generation == 0);
    }

    [Fact]
    public async Task A_look_up_that_finds_nothing_proves_nothing_before_the_registration_delay()
    {
        Cluster.Services.TraitsOf = _ => Traits.WithLookUp;
        Cluster.Services.Answer(Stages.Video, 1, Lost);
        Cluster.Services.AnswerLookUp(Stages.Video, 1, NotFound, NotFound, new CallOutcome.Accepted("/operations/1", TimeSpan.FromSeconds(1)));
        var job = await Cluster.CreateAsync();

        await RunToEndAsync(await Cluster.JoinAsync(), job);

        (await Cluster.FindAsync(job)).State.ShouldBe(JobState.Completed);
        Cluster.Services.Sold.Count.ShouldBe(2);
        (await Cluster.CallAsync(job, Stages.Video, 1)).Id.Generation.ShouldBe(0);
    }

    [Fact]
    public async Task After_that_delay_it_was_never_begun_and_is_bought_in_the_next_generation_at_no_cost()
    {
        Cluster.Services.TraitsOf = _ => Traits.WithLookUp;
        Cluster.Services.Answer(Stages.Video, 1, Lost);
        Cluster.Services.AnswerLookUp(Stages.Video, 1, [.. Enumerable.Repeat(NotFound, 30)]);
        var job = await Cluster.CreateAsync();

        await RunToEndAsync(await Cluster.JoinAsync(), job);

        var record = await Cluster.FindAsync(job);
        (record.State, record.Settled, record.InDoubt).ShouldBe((JobState.Completed, 0.50m, 0m));
        var never = (await Cluster.LedgerAsync(job)).Single(call => call.Id is { Index: 1, Generation: 0 });
        (never.State, never.Cost).ShouldBe((CallState.Failed, 0m));
        (never.SettledAt - never.SentAt).ShouldNotBeNull().ShouldBeGreaterThanOrEqualTo(Traits.WithLookUp.RegistrationDelay);
    }

    [Fact]
    public async Task A_call_at_another_origin_is_looked_up_there_and_its_key_never_goes_to_the_new_one()
    {
        Cluster.Services.TraitsOf = _ => Traits.Idempotent with { Origin = "old" };
        var clip = Cluster.Services.Hold(Stages.Video, 1);
        var job = await Cluster.CreateAsync();
        var node = await Cluster.JoinAsync();
        var work = node.RunAsync();
        await clip.Asked;
        Cluster.Services.TraitsOf = _ => Traits.Idempotent with { Origin = "new" };
        clip.Answer(Lost);

        await Cluster.PassUntilAsync(work, TimeSpan.FromSeconds(1));

        var record = await Cluster.FindAsync(job);
        (record.State, record.Failure?.Code, record.InDoubt).ShouldBe((JobState.Failed, EngineFailureCodes.PaymentInDoubt, 0.40m));
        Cluster.Services.Sent.Count(call => call.Id.Index == 1).ShouldBe(1);
        Cluster.Services.LookedUp.ShouldNotBeEmpty();
        Cluster.Services.LookedUp.ShouldAllBe(call => call.Origin == "old");
        (await Cluster.Store.RetryAsync(Cluster.Owner, job, new RetryTerms(), CancellationToken.None)).Result.ShouldBe(ChangeResult.NeedsAcceptance);
    }

    [Fact]
    public async Task One_acceptance_buys_each_call_in_doubt_once_and_no_more()
    {
        Cluster.Services.TraitsOf = _ => Traits.Opaque;
        Cluster.Services.LoseAnswer(Stages.Video, 0);
        Cluster.Services.LoseAnswer(Stages.Video, 1);
        var job = await Cluster.CreateAsync();
        var node = await Cluster.JoinAsync();
        await RunToEndAsync(node, job);

        // The second purchase of one clip is lost again.
        Cluster.Services.LoseAnswer(Stages.Video, 1);
        (await Cluster.Store.RetryAsync(Cluster.Owner, job, new RetryTerms(AcceptDoublePayment: true), CancellationToken.None)).Result.ShouldBe(ChangeResult.Done);
        await RunToEndAsync(node, job);

        var record = await Cluster.FindAsync(job);
        (record.Failure?.Code, record.Settled, record.Reserved, record.InDoubt).ShouldBe((EngineFailureCodes.PaymentInDoubt, 0.25m, 0m, 1.20m));
        Cluster.Services.Sold.Count.ShouldBe(4);
        (await Cluster.Store.RetryAsync(Cluster.Owner, job, new RetryTerms(), CancellationToken.None)).Result.ShouldBe(ChangeResult.NeedsAcceptance);
    }

    [Fact]
    public async Task Up_to_the_agreed_sum_a_job_buys_again_by_itself_and_says_so()
    {
        Cluster.Services.TraitsOf = _ => Traits.Opaque;
        Cluster.Services.LoseAnswer(Stages.Video, 0);
        Cluster.Services.LoseAnswer(Stages.Video, 0);
        var job = await Cluster.CreateAsync(maxInDoubt: 0.50m);

        await RunToEndAsync(await Cluster.JoinAsync(), job);

        var record = await Cluster.FindAsync(job);
        (record.Failure?.Code, record.InDoubt).ShouldBe((EngineFailureCodes.PaymentInDoubt, 0.80m));
        Cluster.Services.Sold.Count.ShouldBe(3);
        (await Cluster.EventsAsync(job, JobEvents.WarningKind)).Count(warning => warning.GetProperty("code").GetString() == "PAYMENT_IN_DOUBT").ShouldBe(1);
    }

    [Fact]
    public async Task What_is_in_doubt_counts_against_the_limit_of_the_next_purchase()
    {
        Cluster.Pipeline = Stages.Of(Stages.VideoStage(clips: 1));
        Cluster.Services.TraitsOf = _ => Traits.Cheap;
        Cluster.Services.LoseAnswer(Stages.Video, 0);
        var job = await Cluster.CreateAsync(limit: 0.79m);

        await RunToEndAsync(await Cluster.JoinAsync(), job);

        var record = await Cluster.FindAsync(job);
        (record.Failure?.Code, record.InDoubt).ShouldBe((EngineFailureCodes.BudgetExceeded, 0.40m));
        Cluster.Services.Sold.ShouldHaveSingleItem();
    }
}
