using Reelwright.Engine.Jobs;
using Reelwright.Engine.Ledger;
using Reelwright.Engine.Pipeline;
using Reelwright.Engine.Tests.Fixture;
using static Reelwright.Engine.Tests.Fixture.Situation;

namespace Reelwright.Engine.Tests.Running;

/// <summary>The way through the stages: what a whole ledger leads to.</summary>
public sealed class DeciderTests
{
    [Fact]
    public void A_fresh_job_intends_the_first_stages_call_and_nothing_else()
    {
        var decision = new Situation().Decide();

        var intent = decision.Intents.ShouldHaveSingleItem();
        intent.Id.ShouldBe(IdOf(Stages.Parsing, 0));
        intent.IdempotencyKey.ShouldBe(intent.Id.ToIdempotencyKey());
        (intent.State, intent.Attempts, intent.Failures, intent.Dispatched, intent.CreatedAt).ShouldBe((CallState.Intent, 1, 0, true, Now));
        decision.ShouldSatisfyAllConditions(
            () => decision.CurrentStage.ShouldBe(Stages.Parsing),
            () => decision.Percentage.ShouldBe(0),
            () => decision.Ending.ShouldBeNull(),
            () => decision.NextAt.ShouldBeNull());
    }

    /// <summary>How many calls of each stage have succeeded; then the stage, the percentage and the calls that are intended.</summary>
    [Theory]
    [InlineData(0, 0, 0, Stages.Parsing, 0, 1)]
    [InlineData(1, 0, 0, Stages.Image, 20, 1)]
    [InlineData(1, 1, 0, Stages.Video, 35, 4)]
    [InlineData(1, 1, 1, Stages.Video, 47, 3)]
    [InlineData(1, 1, 2, Stages.Video, 60, 2)]
    [InlineData(1, 1, 3, Stages.Video, 72, 1)]
    [InlineData(1, 1, 4, Stages.Composition, 85, 1)]
    public void What_has_succeeded_is_reused_and_the_rest_is_intended(int plans, int images, int clips, string stage, int percentage, int intents)
    {
        var decision = new Situation { Calls = Done(plans, images, clips) }.Decide();

        decision.CurrentStage.ShouldBe(stage);
        decision.Percentage.ShouldBe(percentage);
        decision.Intents.Count.ShouldBe(intents);
        decision.Intents.ShouldAllBe(call => call.Id.Stage == stage && call.Id.Generation == 0);
        decision.Resends.ShouldBeEmpty();
    }

    [Fact]
    public void When_everything_has_succeeded_the_job_is_completed()
    {
        var decision = new Situation { Calls = [.. Done(1, 1, 4), Succeeded(Call(Stages.Composition))] }.Decide();

        decision.Ending.ShouldBe(new(JobState.Completed, null));
        (decision.CurrentStage, decision.Percentage).ShouldBe(("completed", 100));
        decision.CompletedStages.ShouldBe([Stages.Parsing, Stages.Image, Stages.Video, Stages.Composition]);
    }

    [Fact]
    public void Stages_completed_before_are_not_planned_again()
    {
        var broken = new TestStage(Stages.Parsing, Stages.Parsing, 20, 1) { PlanningFails = new InvalidOperationException("planned again") };
        var situation = new Situation { Pipeline = Stages.Of(broken, Stages.ImageStage()), Completed = [Stages.Parsing] };

        var decision = situation.Decide();

        decision.Intents.ShouldHaveSingleItem().Id.Stage.ShouldBe(Stages.Image);
        decision.CompletedStages.ShouldBeEmpty();
    }

    [Fact]
    public void A_stage_that_plans_no_call_is_complete_at_once()
    {
        var decision = new Situation { Pipeline = Stages.Of(new TestStage(Stages.Parsing, Stages.Parsing, 20, 0), Stages.ImageStage()) }.Decide();

        decision.CompletedStages.ShouldBe([Stages.Parsing]);
        decision.Intents.ShouldHaveSingleItem().Id.Stage.ShouldBe(Stages.Image);
    }

    [Fact]
    public void A_plan_that_cannot_be_used_fails_the_stage_that_needs_it_with_the_sentence()
    {
        var broken = new TestStage(Stages.Image, Stages.Image, 35, 1) { PlanningFails = new StageException("The plan has no scenes.") };

        var decision = new Situation { Pipeline = Stages.Of(Stages.ParsingStage(), broken), Calls = Done(1, 0, 0) }.Decide();

        var failure = decision.Ending.ShouldNotBeNull().Failure.ShouldNotBeNull();
        decision.Ending.State.ShouldBe(JobState.Failed);
        (failure.Code, failure.Message, failure.Stage, failure.Service).ShouldBe(("IMAGE_GENERATION_FAILED", "The plan has no scenes.", Stages.Image, Stages.Image));
        decision.CompletedStages.ShouldBe([Stages.Parsing]);
        decision.Intents.ShouldBeEmpty();
    }

    [Fact]
    public void A_call_reserves_its_price_and_that_of_each_second()
    {
        var clip = new TestStage(Stages.Video, Stages.Video, 85, 1) { Seconds = 7.5m };

        var decision = new Situation { Pipeline = Stages.Of(clip), Traits = Traits.Idempotent with { PricePerCall = 0.10m, PricePerSecond = 0.04m } }.Decide();

        decision.Intents.ShouldHaveSingleItem().Estimate.ShouldBe(0.40m);
    }

    [Fact]
    public void A_definite_failure_is_followed_by_the_next_generation_under_a_key_of_its_own()
    {
        var failed = Failed(Clip(2), retryable: true, failures: 2);

        var next = OfClips(failed).Decide().Intents.Single(call => call.Id.Index == 2);

        next.Id.ShouldBe(IdOf(Stages.Video, 2, generation: 1));
        next.IdempotencyKey.ShouldNotBe(failed.IdempotencyKey);
        (next.Failures, next.Attempts, next.State).ShouldBe((2, 1, CallState.Intent));
    }

    [Fact]
    public void What_is_in_doubt_is_asked_again_with_the_same_key_and_body_and_stays_in_doubt_meanwhile()
    {
        var sent = Clip(2) with { Request = """{"body":"of then"}""" };

        var again = OfClips(sent).Decide().Resends.ShouldHaveSingleItem();

        again.ShouldBe(sent with
        {
            State = CallState.Unknown, Attempts = 2, Origin = "", SentAt = Now, AnswerUntil = Now.AddSeconds(95), DoubtfulFrom = sent.CreatedAt.AddHours(24),
        });
    }

    [Fact]
    public void What_was_certainly_not_sent_is_sent_under_its_row_and_was_never_in_doubt()
    {
        var again = OfClips(NotSent(Clip(2))).Decide().Resends.ShouldHaveSingleItem();

        (again.State, again.Dispatched, again.Attempts, again.Failures).ShouldBe((CallState.Intent, true, 2, 1));
    }

    [Fact]
    public void A_new_round_counts_its_failures_from_zero()
    {
        var situation = OfClips(Failed(Clip(0), retryable: false, failures: 3), Unknown(Clip(1), failures: 3)) with { Round = 1 };

        var decision = situation.Decide();

        decision.Intents.Single(call => call.Id.Index == 0).ShouldSatisfyAllConditions(call => call.Id.Generation.ShouldBe(1), call => call.Failures.ShouldBe(0), call => call.Round.ShouldBe(1));
        decision.Resends.Single().ShouldSatisfyAllConditions(call => call.Id.Index.ShouldBe(1), call => call.Failures.ShouldBe(0), call => call.Round.ShouldBe(1));
    }

    private static List<LedgerCall> Done(int plans, int images, int clips)
    {
        var calls = new List<LedgerCall>();
        calls.AddRange(Enumerable.Range(0, plans).Select(_ => Succeeded(Call(Stages.Parsing))));
        calls.AddRange(Enumerable.Range(0, images).Select(_ => Succeeded(Call(Stages.Image))));
        calls.AddRange(Enumerable.Range(0, clips).Select(index => Succeeded(Clip(index))));
        return calls;
    }
}
