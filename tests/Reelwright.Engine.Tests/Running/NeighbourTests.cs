using Reelwright.Engine.Jobs;
using Reelwright.Engine.Ledger;
using Reelwright.Engine.Tests.Fixture;
using static Reelwright.Engine.Tests.Fixture.Situation;

namespace Reelwright.Engine.Tests.Running;

/// <summary>Clips beside each other: how many at once, and what one that fails means for the others.</summary>
public sealed class NeighbourTests
{
    /// <summary>Limit, clips polled by others, waiting, in flight, to be asked again; then how many are begun.</summary>
    [Theory]
    [InlineData(4, 0, 0, 0, 0, 4)]
    [InlineData(2, 0, 0, 0, 0, 2)]
    [InlineData(4, 1, 0, 0, 0, 3)]
    [InlineData(4, 0, 1, 0, 0, 3)]
    [InlineData(4, 0, 0, 1, 0, 3)]
    [InlineData(4, 0, 0, 0, 1, 3)]
    [InlineData(4, 1, 1, 1, 1, 0)]
    [InlineData(3, 1, 1, 1, 1, 0)]
    [InlineData(64, 0, 0, 0, 0, 8)]
    public void No_more_clips_are_begun_than_the_limit_leaves_room_for(int limit, int polled, int waiting, int inFlight, int again, int begun)
    {
        var index = 0;
        var calls = new List<LedgerCall>();
        calls.AddRange(Enumerable.Range(0, polled).Select(_ => Accepted(Clip(index++))));
        calls.AddRange(Enumerable.Range(0, waiting).Select(_ => Unknown(Clip(index++)) with { RunAt = Now.AddSeconds(3) }));
        calls.AddRange(Enumerable.Range(0, again).Select(_ => Unknown(Clip(index++))));
        var flying = Enumerable.Range(0, inFlight).Select(_ => Clip(index++)).ToList();
        var situation = new Situation
        {
            Pipeline = Stages.Of(Stages.VideoStage(clips: 8)),
            Options = new EngineOptions { MaxParallelClips = limit },
            Calls = [.. calls, .. flying],
            InFlight = [.. flying.Select(CallSlot.Of)],
        };

        var decision = situation.Decide();

        decision.Intents.Count.ShouldBe(begun);
        decision.Intents.Select(call => call.Id.Index).ShouldBe(Enumerable.Range(index, begun));
        decision.Polls.Count.ShouldBe(polled);
        decision.Resends.Count.ShouldBe(again);
    }

    [Fact]
    public void The_earliest_of_several_waits_decides_when_to_look_again()
    {
        var decision = OfClips(
            Unknown(Clip(0)) with { RunAt = Now.AddSeconds(9) }, Failed(Clip(1), retryable: true) with { RunAt = Now.AddSeconds(4) }, NotSent(Clip(2)) with { RunAt = Now.AddSeconds(6) }).Decide();

        decision.NextAt.ShouldBe(Now.AddSeconds(4));
    }

    [Fact]
    public void While_neighbours_are_on_their_way_a_clip_that_failed_for_good_fails_nothing_yet_and_nothing_new_is_begun()
    {
        var situation = OfClips(Failed(Clip(0), retryable: false), Clip(1), Unknown(Clip(2))) with { InFlight = [new CallSlot(Stages.Video, 1)] };

        var decision = situation.Decide();

        decision.Ending.ShouldBeNull();
        decision.NextAt.ShouldBeNull();
        decision.Intents.ShouldBeEmpty();
        decision.Resends.ShouldBeEmpty();
    }

    [Fact]
    public void An_operation_that_the_service_works_on_is_polled_to_its_end_although_a_neighbour_failed()
    {
        var decision = OfClips(Accepted(Clip(0)), Failed(Clip(1), retryable: false)).Decide();

        decision.Polls.ShouldHaveSingleItem().Id.Index.ShouldBe(0);
        decision.Ending.ShouldBeNull();
    }

    [Fact]
    public void Once_the_neighbours_have_ended_the_job_fails_with_the_clip_and_its_last_error()
    {
        var situation = OfClips(Succeeded(Clip(0)), Failed(Clip(1), retryable: true, failures: 3) with { LastError = "429 Too Many Requests" }, Succeeded(Clip(2)));

        var decision = situation.Decide();

        decision.Ending.ShouldNotBeNull().ShouldBe(new(JobState.Failed, new JobFailure
        {
            Code = "VIDEO_GENERATION_FAILED",
            Message = "Video generation service failed after 3 attempts",
            Stage = Stages.Video,
            Service = Stages.Video,
            Attempts = 3,
            LastError = "429 Too Many Requests",
            Index = 1,
        }));
    }

    [Fact]
    public void A_failure_that_no_attempt_can_mend_says_what_it_was_and_keeps_its_own_code()
    {
        var rejected = Failed(Clip(1), retryable: false) with { ErrorCode = "CONTENT_REJECTED", LastError = "no weapons" };

        var failure = OfClips(rejected).Decide().Ending!.Failure!;

        (failure.Code, failure.Message, failure.Index).ShouldBe(("CONTENT_REJECTED", "Video generation service failed: no weapons", 1));
    }

    [Fact]
    public void Where_a_stage_makes_one_call_its_failure_names_no_index()
    {
        var failure = new Situation { Calls = [Failed(Call(Stages.Parsing), retryable: false)] }.Decide().Ending!.Failure!;

        (failure.Index, failure.Message).ShouldBe((null, "Prompt parsing service failed: it broke"));
    }

    [Fact]
    public void A_payment_in_doubt_says_which_clip_and_how_to_go_on()
    {
        var failure = (OfClips(Clip(3)) with { Traits = Traits.Opaque }).Decide().Ending!.Failure!;

        (failure.Code, failure.Index, failure.Attempts).ShouldBe((EngineFailureCodes.PaymentInDoubt, 3, 1));
        failure.Message.ShouldContain("""{"accept_double_payment": true}""");
        failure.LastError.ShouldNotBeNull().ShouldContain("stopped before the answer was written down");
    }

    [Fact]
    public void A_call_that_the_budget_refused_fails_the_job_once_its_neighbours_have_ended()
    {
        var situation = OfClips(Clip(0)) with { Refused = IdOf(Stages.Video, 1), InFlight = [new CallSlot(Stages.Video, 0)] };
        var meanwhile = situation.Decide();
        meanwhile.Ending.ShouldBeNull();
        meanwhile.Intents.ShouldBeEmpty();

        var afterwards = (situation with { Calls = [Succeeded(Clip(0))], InFlight = [] }).Decide();

        var failure = afterwards.Ending.ShouldNotBeNull().Failure!;
        (failure.Code, failure.Stage).ShouldBe((EngineFailureCodes.BudgetExceeded, Stages.Video));
        failure.Message.ShouldContain("$0.40");
        failure.Message.ShouldContain("limit of $10.00");
        afterwards.Intents.ShouldBeEmpty();
    }
}
