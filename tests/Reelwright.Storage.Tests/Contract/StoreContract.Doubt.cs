using Reelwright.Engine.Jobs;
using Reelwright.Engine.Ledger;
using Reelwright.Engine.Store;

namespace Reelwright.Storage.Tests.Contract;

/// <content>Money in doubt: where it stands, who may buy again, and how it becomes known.</content>
public abstract partial class StoreContract
{
    [Fact]
    public async Task A_call_keeps_where_and_when_it_was_sent_and_until_when_its_answer_may_come()
    {
        var claimed = await ClaimNewAsync();
        var now = fixture.Time.GetUtcNow();
        var call = Sent(claimed, index: 0, answerUntil: now.AddSeconds(90), doubtfulFrom: now.AddHours(24));
        await fixture.ApplyAsync(new JobStep(claimed.Fence) { Intents = [call] });
        await fixture.ApplyAsync(new JobStep(claimed.Fence) { Resends = [call with { State = CallState.Unknown, Origin = "elsewhere", Attempts = 2 }] });
        await fixture.ApplyAsync(new JobStep(claimed.Fence) { Events = [new JobEvent("stage", "{}")] });

        var written = (await LedgerAsync(claimed)).ShouldHaveSingleItem();

        written.Origin.ShouldBe("elsewhere");
        IsAbout(written.SentAt, now);
        IsAbout(written.AnswerUntil, now.AddSeconds(90));
        IsAbout(written.DoubtfulFrom, now.AddHours(24));
    }

    [Fact]
    public async Task A_generation_that_is_bought_again_stays_in_doubt_and_counts_against_the_limit()
    {
        var claimed = await ClaimNewAsync(limit: 1m);
        var first = Sent(claimed, index: 0);
        await fixture.ApplyAsync(new JobStep(claimed.Fence) { Intents = [first] });
        await fixture.ApplyAsync(new JobStep(claimed.Fence) { Updates = [first with { State = CallState.Unknown }] });

        var again = await fixture.ApplyAsync(new JobStep(claimed.Fence) { Intents = [Sent(claimed, index: 0, generation: 1)] });
        var third = await fixture.ApplyAsync(new JobStep(claimed.Fence) { Intents = [Sent(claimed, index: 1)] });

        (again.Settled, again.Reserved, again.InDoubt).ShouldBe((0m, 0.40m, 0.40m));
        third.Refused.ShouldHaveSingleItem().Index.ShouldBe(1);
        (await LedgerAsync(claimed)).Select(call => (call.Id.Generation, call.Superseded, call.State)).ShouldBe([(0, true, CallState.Unknown), (1, false, CallState.Intent)]);
    }

    [Fact]
    public async Task A_shared_call_that_is_bought_again_is_not_awaited_by_its_own_job()
    {
        var claimed = await ClaimNewAsync();
        var first = Sent(claimed, index: 0) with { CacheKey = "same" };
        await fixture.ApplyAsync(new JobStep(claimed.Fence) { Intents = [first] });
        await fixture.ApplyAsync(new JobStep(claimed.Fence) { Updates = [first with { State = CallState.Unknown }] });

        var again = await fixture.ApplyAsync(new JobStep(claimed.Fence) { Intents = [Sent(claimed, index: 0, generation: 1) with { CacheKey = "same" }] });

        again.Blocked.ShouldBeEmpty();
        again.InDoubt.ShouldBe(0.40m);
    }

    [Theory]
    [InlineData(CallState.Unknown)]
    [InlineData(CallState.Accepted)]
    public async Task When_a_job_ends_nothing_stays_reserved_and_what_may_have_been_sold_is_in_doubt(CallState state)
    {
        var (claimed, _) = await EndedAsync(call => call with { State = state, Operation = "/operations/1" });

        var found = await fixture.FindAsync(claimed.Job.Id);

        (found.Settled, found.Reserved, found.InDoubt).ShouldBe((0m, 0m, 0.40m));
    }

    [Fact]
    public async Task A_bill_after_the_end_moves_from_in_doubt_to_the_cost_with_an_event_of_the_next_number()
    {
        var (claimed, call) = await EndedAsync(call => call with { State = CallState.Unknown });
        var before = (await fixture.Reader.EventsAsync("ada", claimed.Job.Id, 0, CancellationToken.None))!.Max(item => item.Sequence);

        await fixture.Store.StoreLateResultAsync(fixture.Succeed(call, cost: 0.3m), CancellationToken.None);
        await fixture.Store.StoreLateResultAsync(fixture.Succeed(call, cost: 0.3m), CancellationToken.None);

        var found = await fixture.FindAsync(claimed.Job.Id);
        (found.Settled, found.Reserved, found.InDoubt).ShouldBe((0.3m, 0m, 0m));
        var told = (await fixture.Reader.EventsAsync("ada", claimed.Job.Id, before, CancellationToken.None))!.ShouldHaveSingleItem();
        told.Sequence.ShouldBe(before + 1);
        new JobEvent(told.Kind, told.Data).ShouldBe(JobEvents.Cost(fixture.Succeed(call, cost: 0.3m), 0.3m));
    }

    [Fact]
    public async Task An_acceptance_allows_one_further_purchase_of_what_is_in_doubt_at_that_moment_and_of_nothing_else()
    {
        var claimed = await ClaimNewAsync();
        var now = fixture.Time.GetUtcNow();
        LedgerCall[] calls = [Sent(claimed, 0), Sent(claimed, 1), Sent(claimed, 2), Sent(claimed, 3)];
        await fixture.ApplyAsync(new JobStep(claimed.Fence) { Intents = calls });
        await fixture.ApplyAsync(new JobStep(claimed.Fence)
        {
            Updates =
            [
                calls[0] with { State = CallState.Unknown, DoubtfulFrom = now },
                calls[1] with { State = CallState.Unknown, DoubtfulFrom = now.AddHours(1) },
                calls[2] with { State = CallState.Unknown },
                calls[3] with { State = CallState.Accepted, Operation = "/operations/1", DoubtfulFrom = now },
            ],
            Ending = Failed(EngineFailureCodes.PaymentInDoubt),
        });

        await fixture.Store.RetryAsync("ada", claimed.Job.Id, new RetryTerms(AcceptDoublePayment: true), CancellationToken.None);

        var again = await fixture.ClaimOneAsync(claimed.Lease);
        again.Calls.OrderBy(call => call.Id.Index).Select(call => call.RepurchaseAllowed).ShouldBe([true, false, false, false]);
        (again.Job.Reserved, again.Job.InDoubt).ShouldBe((1.60m, 0m));
    }

    [Theory]
    [InlineData(JobState.Failed)]
    [InlineData(JobState.Cancelled)]
    public async Task A_retry_that_could_only_end_in_doubt_needs_acceptance_however_the_job_ended(JobState ending)
    {
        var (claimed, _) = await EndedAsync(call => call with { State = CallState.Unknown, DoubtfulFrom = fixture.Time.GetUtcNow() }, ending);

        (await fixture.Store.RetryAsync("ada", claimed.Job.Id, new RetryTerms(), CancellationToken.None)).Result.ShouldBe(ChangeResult.NeedsAcceptance);
    }

    [Fact]
    public async Task A_retry_may_wait_for_an_answer_that_may_still_come()
    {
        var now = fixture.Time.GetUtcNow();
        var (claimed, _) = await EndedAsync(
            call => call with { State = CallState.Unknown, DoubtfulFrom = now, AnswerUntil = now.AddMinutes(1) }, JobState.Cancelled);

        (await fixture.Store.RetryAsync("ada", claimed.Job.Id, new RetryTerms(), CancellationToken.None)).Result.ShouldBe(ChangeResult.Done);
    }

    [Theory]
    [InlineData(0.39, ChangeResult.NeedsAcceptance)]
    [InlineData(0.40, ChangeResult.Done)]
    public async Task Consent_in_advance_up_to_a_sum_needs_no_further_one(double most, ChangeResult expected)
    {
        var job = fixture.NewJob() with { MaxInDoubt = (decimal)most };
        await fixture.Store.CreateAsync(job, CancellationToken.None);
        var claimed = await fixture.ClaimOneAsync(await fixture.JoinAsync());
        claimed.Job.MaxInDoubt.ShouldBe((decimal)most);
        await FailInDoubtAsync(claimed, Sent(claimed, index: 0));

        (await fixture.Store.RetryAsync("ada", job.Id, new RetryTerms(), CancellationToken.None)).Result.ShouldBe(expected);
    }

    [Fact]
    public async Task A_retry_may_change_the_limit_but_not_below_what_was_spent_and_is_in_doubt()
    {
        var (claimed, call) = await EndedAsync(call => call with { State = CallState.Unknown });

        (await fixture.Store.RetryAsync("ada", claimed.Job.Id, new RetryTerms(CostLimit: 0.39m), CancellationToken.None)).Result.ShouldBe(ChangeResult.LimitTooLow);
        (await fixture.Store.RetryAsync("ada", claimed.Job.Id, new RetryTerms(CostLimit: 25m), CancellationToken.None)).Result.ShouldBe(ChangeResult.Done);

        (await fixture.ClaimOneAsync(claimed.Lease)).Job.CostLimit.ShouldBe(25m);
        call.Estimate.ShouldBe(0.40m);
    }

    [Fact]
    public async Task The_owner_adopts_what_another_node_has_heard()
    {
        var (call, taken, _) = await TakenOverAsync();
        await fixture.Store.StoreLateResultAsync(fixture.Succeed(call, cost: 0.25m), CancellationToken.None);

        var adopted = (await fixture.Store.AdoptLateResultsAsync(taken.Fence, CancellationToken.None)).ShouldNotBeNull();

        adopted.ShouldHaveSingleItem().State.ShouldBe(CallState.Succeeded);
        var applied = await fixture.ApplyAsync(new JobStep(taken.Fence) { Events = [new JobEvent("stage", "{}")] });
        (applied.Settled, applied.Reserved).ShouldBe((0.25m, 0m));
        (await fixture.Store.AdoptLateResultsAsync(taken.Fence with { Lease = new NodeLease(Guid.Empty, 1) }, CancellationToken.None)).ShouldBeNull();
    }

    [Fact]
    public async Task A_late_acceptance_is_followed_after_the_end_and_polled_by_the_next_owner()
    {
        var (claimed, call) = await EndedAsync(call => call with { State = CallState.Unknown }, JobState.Cancelled);

        await fixture.Store.StoreLateResultAsync(call with { State = CallState.Accepted, Operation = "/operations/7" }, CancellationToken.None);

        var open = (await fixture.Store.ClaimOpenCallsAsync(claimed.Lease, TimeSpan.FromMinutes(1), 10, CancellationToken.None)).ShouldHaveSingleItem();
        (open.Call.State, open.Call.Operation, open.Job).ShouldBe((CallState.Accepted, "/operations/7", JobState.Cancelled));
        await fixture.Store.RetryAsync("ada", claimed.Job.Id, new RetryTerms(), CancellationToken.None);
        (await fixture.ClaimOneAsync(claimed.Lease)).Calls.ShouldHaveSingleItem().Operation.ShouldBe("/operations/7");
    }

    [Fact]
    public async Task A_job_that_waits_for_a_late_answer_is_ready_as_soon_as_it_comes()
    {
        var (call, taken, lease) = await TakenOverAsync();
        await fixture.ApplyAsync(new JobStep(taken.Fence) { ParkUntil = fixture.Time.GetUtcNow().AddMinutes(1) });
        (await fixture.Store.ClaimAsync(lease, 1, CancellationToken.None)).ShouldBeEmpty();

        await fixture.Store.StoreLateResultAsync(fixture.Succeed(call, cost: 0.25m), CancellationToken.None);

        (await fixture.ClaimOneAsync(lease)).Adopted.ShouldHaveSingleItem().Cost.ShouldBe(0.25m);
    }

    [Fact]
    public async Task An_open_call_is_asked_by_one_node_at_a_time_until_nothing_more_can_be_found_out()
    {
        var (claimed, _) = await EndedAsync(call => call with { State = CallState.Unknown });
        var other = await fixture.JoinAsync();
        var open = (await fixture.Store.ClaimOpenCallsAsync(claimed.Lease, TimeSpan.FromMinutes(1), 10, CancellationToken.None)).ShouldHaveSingleItem().Call;

        (await fixture.Store.ClaimOpenCallsAsync(other, TimeSpan.FromMinutes(1), 10, CancellationToken.None)).ShouldBeEmpty();
        (await fixture.Store.DeleteAsync("ada", claimed.Job.Id, CancellationToken.None)).Result.ShouldBe(ChangeResult.OpenCalls);
        var asked = open with { Asks = 1, AskAt = fixture.Time.GetUtcNow(), LastError = "not yet" };
        await fixture.Store.StoreOpenCallAsync(asked, CancellationToken.None);
        await fixture.Store.StoreOpenCallAsync(asked with { LastError = "twice" }, CancellationToken.None);
        var again = (await fixture.Store.ClaimOpenCallsAsync(other, TimeSpan.FromMinutes(1), 10, CancellationToken.None)).ShouldHaveSingleItem().Call;
        (again.Asks, again.LastError).ShouldBe((1, "not yet"));
        await fixture.Store.StoreOpenCallAsync(again with { Asks = 2, AskAt = null }, CancellationToken.None);

        await fixture.AdvanceAsync(TimeSpan.FromSeconds(1));
        (await fixture.Store.ClaimOpenCallsAsync(await fixture.JoinAsync(), TimeSpan.FromMinutes(1), 10, CancellationToken.None)).ShouldBeEmpty();
        (await fixture.FindAsync(claimed.Job.Id)).InDoubt.ShouldBe(0.40m);
        (await fixture.Store.DeleteAsync("ada", claimed.Job.Id, CancellationToken.None)).Result.ShouldBe(ChangeResult.Done);
    }

    [Fact]
    public async Task A_job_in_work_has_no_open_calls_and_a_node_without_a_lease_gets_none()
    {
        var (claimed, _) = await EndedAsync(call => call with { State = CallState.Unknown });

        (await fixture.Store.ClaimOpenCallsAsync(new NodeLease(Guid.Empty, 1), TimeSpan.FromMinutes(1), 10, CancellationToken.None)).ShouldBeEmpty();
        await fixture.Store.RetryAsync("ada", claimed.Job.Id, new RetryTerms(), CancellationToken.None);

        (await fixture.Store.ClaimOpenCallsAsync(claimed.Lease, TimeSpan.FromMinutes(1), 10, CancellationToken.None)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_voided_delivery_keeps_its_cost_and_serves_nobody_any_more()
    {
        var claimed = await ClaimNewAsync();
        var bad = Sent(claimed, index: 0) with { CacheKey = "same" };
        await fixture.ApplyAsync(new JobStep(claimed.Fence) { Intents = [bad] });
        await fixture.ApplyAsync(new JobStep(claimed.Fence) { Updates = [fixture.Succeed(bad) with { FreshUntil = fixture.Time.GetUtcNow().AddHours(1) }] });

        await fixture.ApplyAsync(new JobStep(claimed.Fence) { Voids = [bad.Id], Ending = Failed("COMPOSITION_FAILED") });

        (await fixture.FindAsync(claimed.Job.Id)).Settled.ShouldBe(0.25m);
        (await LedgerAsync(claimed)).ShouldHaveSingleItem().Voided.ShouldBeTrue();
        await fixture.CreateAsync();
        var other = await fixture.ClaimOneAsync(claimed.Lease);
        var bought = await fixture.ApplyAsync(new JobStep(other.Fence) { Intents = [Sent(other, index: 0) with { CacheKey = "same" }] });
        bought.Blocked.ShouldBeEmpty();
    }

    private LedgerCall Sent(ClaimedJob job, int index, int generation = 0, DateTimeOffset? answerUntil = null, DateTimeOffset? doubtfulFrom = null) =>
        fixture.Intent(job.Job.Id, index: index, generation: generation) with
        {
            Origin = "here",
            SentAt = fixture.Time.GetUtcNow(),
            AnswerUntil = answerUntil,
            DoubtfulFrom = doubtfulFrom,
        };

    /// <summary>A job that has ended with one call that is not settled.</summary>
    private async Task<(ClaimedJob Claimed, LedgerCall Call)> EndedAsync(Func<LedgerCall, LedgerCall> last, JobState ending = JobState.Failed)
    {
        var claimed = await ClaimNewAsync();
        var call = Sent(claimed, index: 0);
        await fixture.ApplyAsync(new JobStep(claimed.Fence) { Intents = [call] });
        var end = ending == JobState.Failed ? Failed("VIDEO_GENERATION_FAILED") : new JobEnding(ending, null);
        await fixture.ApplyAsync(new JobStep(claimed.Fence) { Updates = [last(call)], Events = [JobEvents.Done(ending, null)], Ending = end });
        return (claimed, call);
    }

    // The database's clock is not the test's.
    private static void IsAbout(DateTimeOffset? moment, DateTimeOffset expected) => (moment - expected).ShouldNotBeNull().Duration().ShouldBeLessThan(TimeSpan.FromSeconds(30));
}
