using Reelwright.Engine.Jobs;
using Reelwright.Engine.Ledger;
using Reelwright.Engine.Store;

namespace Reelwright.Storage.Tests.Contract;

public abstract partial class StoreContract
{
    [Fact]
    public async Task A_queued_job_is_cancelled_at_once()
    {
        var job = await fixture.CreateAsync();

        var outcome = await fixture.Store.CancelAsync("ada", job, CancellationToken.None);

        outcome.ShouldBe(new ChangeOutcome(ChangeResult.Done, JobState.Cancelled));
        (await fixture.FindAsync(job)).CancelledAt.ShouldNotBeNull();
        (await fixture.Store.ClaimAsync(await fixture.JoinAsync(), 1, CancellationToken.None)).ShouldBeEmpty();
        (await fixture.Store.CancelAsync("ada", job, CancellationToken.None)).Result.ShouldBe(ChangeResult.Conflict);
    }

    [Fact]
    public async Task A_running_job_is_cancelled_by_its_owner_which_hears_of_it_both_ways()
    {
        var claimed = await ClaimNewAsync();

        (await fixture.Store.CancelAsync("ada", claimed.Job.Id, CancellationToken.None)).ShouldBe(new ChangeOutcome(ChangeResult.Done, JobState.Processing));

        (await fixture.Store.CancelRequestsAsync(claimed.Lease, CancellationToken.None)).ShouldBe([claimed.Job.Id]);
        (await fixture.ApplyAsync(new JobStep(claimed.Fence) { Events = [new JobEvent("stage", "{}")] })).CancelRequested.ShouldBeTrue();
    }

    [Fact]
    public async Task A_parked_job_that_shall_be_cancelled_is_claimed_before_its_time()
    {
        var claimed = await ClaimNewAsync();
        await fixture.ApplyAsync(new JobStep(claimed.Fence) { ParkUntil = fixture.Time.GetUtcNow() + TimeSpan.FromMinutes(5) });
        await fixture.Store.CancelAsync("ada", claimed.Job.Id, CancellationToken.None);

        (await fixture.ClaimOneAsync(claimed.Lease)).Job.CancelRequested.ShouldBeTrue();
    }

    [Fact]
    public async Task A_retry_queues_a_failed_job_again_in_the_next_round_and_keeps_what_was_paid()
    {
        var claimed = await ClaimNewAsync();
        var paid = fixture.Intent(claimed.Job.Id, index: 0);
        await fixture.ApplyAsync(new JobStep(claimed.Fence) { Intents = [paid] });
        await fixture.ApplyAsync(new JobStep(claimed.Fence) { Updates = [fixture.Succeed(paid)], Ending = Failed("VIDEO_GENERATION_FAILED") });

        (await fixture.Store.RetryAsync("ada", claimed.Job.Id, new RetryTerms(), CancellationToken.None)).ShouldBe(new ChangeOutcome(ChangeResult.Done, JobState.Queued));

        var found = await fixture.FindAsync(claimed.Job.Id);
        found.Failure.ShouldBeNull();
        found.FailedAt.ShouldBeNull();
        found.Settled.ShouldBe(0.25m);
        var again = await fixture.ClaimOneAsync(claimed.Lease);
        again.Job.Round.ShouldBe(1);
        again.Calls.Single().Reused.ShouldBe(1);
    }

    [Theory]
    [InlineData(null, 0)]
    [InlineData("video_generation", 60)]
    public async Task A_retry_tells_that_the_job_waits_and_how_far_it_had_come(string? stage, int percentage)
    {
        var claimed = await ClaimNewAsync();
        await fixture.ApplyAsync(new JobStep(claimed.Fence) { Progress = stage is null ? null : new StageProgress(stage, [], percentage), Ending = Failed("VIDEO_GENERATION_FAILED") });

        await fixture.Store.RetryAsync("ada", claimed.Job.Id, new RetryTerms(), CancellationToken.None);

        var told = (await fixture.Reader.EventsAsync("ada", claimed.Job.Id, 0, CancellationToken.None))!.ShouldHaveSingleItem();
        new JobEvent(told.Kind, told.Data).ShouldBe(JobEvents.Queued(stage, percentage));
    }

    [Fact]
    public async Task A_payment_in_doubt_is_retried_only_by_whoever_accepts_to_pay_twice()
    {
        var claimed = await ClaimNewAsync();
        await FailInDoubtAsync(claimed, fixture.Intent(claimed.Job.Id));

        (await fixture.Store.RetryAsync("ada", claimed.Job.Id, new RetryTerms(), CancellationToken.None)).Result.ShouldBe(ChangeResult.NeedsAcceptance);
        (await fixture.Store.RetryAsync("ada", claimed.Job.Id, new RetryTerms(AcceptDoublePayment: true), CancellationToken.None)).Result.ShouldBe(ChangeResult.Done);
        (await fixture.ClaimOneAsync(claimed.Lease)).Calls.Single().RepurchaseAllowed.ShouldBeTrue();
    }

    [Fact]
    public async Task A_doubt_that_late_answers_have_settled_needs_no_acceptance()
    {
        var claimed = await ClaimNewAsync();
        var (first, second) = (fixture.Intent(claimed.Job.Id, index: 0), fixture.Intent(claimed.Job.Id, index: 1));
        await FailInDoubtAsync(claimed, first, second);

        await fixture.Store.StoreLateResultAsync(fixture.Succeed(first), CancellationToken.None);
        (await fixture.Store.RetryAsync("ada", claimed.Job.Id, new RetryTerms(), CancellationToken.None)).Result.ShouldBe(ChangeResult.NeedsAcceptance);

        await fixture.Store.StoreLateResultAsync(second with { State = CallState.Failed, Cost = 0m, CostSource = CostSources.Reported, LastError = "No." }, CancellationToken.None);
        (await fixture.Store.RetryAsync("ada", claimed.Job.Id, new RetryTerms(), CancellationToken.None)).Result.ShouldBe(ChangeResult.Done);
        (await fixture.ClaimOneAsync(claimed.Lease)).Calls.ShouldAllBe(call => !call.RepurchaseAllowed);
    }

    [Theory]
    [InlineData(CallState.Intent, true, ChangeResult.NeedsAcceptance)]
    [InlineData(CallState.Unknown, true, ChangeResult.NeedsAcceptance)]
    [InlineData(CallState.Intent, false, ChangeResult.Done)]
    [InlineData(CallState.Accepted, true, ChangeResult.Done)]
    public async Task In_doubt_is_what_may_have_been_sent_and_names_no_operation(CallState state, bool dispatched, ChangeResult expected)
    {
        var claimed = await ClaimNewAsync();
        var call = fixture.Intent(claimed.Job.Id);
        await fixture.ApplyAsync(new JobStep(claimed.Fence) { Intents = [call] });
        await fixture.ApplyAsync(new JobStep(claimed.Fence)
        {
            Updates = [call with { State = state, Dispatched = dispatched, Operation = state == CallState.Accepted ? "/operations/1" : null, DoubtfulFrom = fixture.Time.GetUtcNow() }],
            Ending = Failed(EngineFailureCodes.PaymentInDoubt),
        });

        (await fixture.Store.RetryAsync("ada", claimed.Job.Id, new RetryTerms(), CancellationToken.None)).Result.ShouldBe(expected);
    }

    [Theory]
    [InlineData(JobState.Queued)]
    [InlineData(JobState.Processing)]
    [InlineData(JobState.Completed)]
    public async Task A_job_that_has_not_failed_is_not_retried(JobState state)
    {
        var job = await InStateAsync(state);

        (await fixture.Store.RetryAsync("ada", job, new RetryTerms(AcceptDoublePayment: true), CancellationToken.None)).ShouldBe(new ChangeOutcome(ChangeResult.Conflict, state));
    }

    [Theory]
    [InlineData(JobState.Completed, ChangeResult.Done)]
    [InlineData(JobState.Failed, ChangeResult.Done)]
    [InlineData(JobState.Cancelled, ChangeResult.Done)]
    [InlineData(JobState.Queued, ChangeResult.Conflict)]
    [InlineData(JobState.Processing, ChangeResult.Conflict)]
    public async Task Only_a_terminal_job_is_deleted(JobState state, ChangeResult expected)
    {
        var job = await InStateAsync(state);

        (await fixture.Store.DeleteAsync("ada", job, CancellationToken.None)).Result.ShouldBe(expected);
        var found = await fixture.Reader.FindAsync("ada", job, CancellationToken.None);
        (found is null).ShouldBe(expected == ChangeResult.Done);
    }

    [Fact]
    public async Task Nobody_changes_anybody_elses_job()
    {
        var job = await InStateAsync(JobState.Failed);

        (await fixture.Store.CancelAsync("bob", job, CancellationToken.None)).Result.ShouldBe(ChangeResult.NotFound);
        (await fixture.Store.RetryAsync("bob", job, new RetryTerms(AcceptDoublePayment: true), CancellationToken.None)).Result.ShouldBe(ChangeResult.NotFound);
        (await fixture.Store.DeleteAsync("bob", job, CancellationToken.None)).Result.ShouldBe(ChangeResult.NotFound);
    }

    [Theory]
    [MemberData(nameof(EndingsFromProcessing))]
    public async Task The_database_itself_refuses_transitions_that_are_not_in_the_table(JobState to)
    {
        var claimed = await ClaimNewAsync();
        await fixture.ApplyAsync(new JobStep(claimed.Fence) { Ending = new JobEnding(JobState.Completed, null) });

        // A completed job has no owner any more, so the fence alone refuses it.
        (await fixture.Store.CommitAsync(new JobStep(claimed.Fence) { Ending = new JobEnding(to, null) }, CancellationToken.None)).ShouldBeOfType<StepOutcome.LeaseLost>();
        (await fixture.FindAsync(claimed.Job.Id)).State.ShouldBe(JobState.Completed);
    }

    public static TheoryData<JobState> EndingsFromProcessing() => [JobState.Completed, JobState.Failed, JobState.Cancelled];

    private static JobEnding Failed(string code) => new(JobState.Failed, new JobFailure { Code = code, Message = "It failed." });

    private async Task FailInDoubtAsync(ClaimedJob claimed, params IReadOnlyList<LedgerCall> calls)
    {
        await fixture.ApplyAsync(new JobStep(claimed.Fence) { Intents = calls });
        await fixture.ApplyAsync(new JobStep(claimed.Fence)
        {
            Updates = [.. calls.Select(call => call with { State = CallState.Unknown, DoubtfulFrom = fixture.Time.GetUtcNow() })],
            Ending = Failed(EngineFailureCodes.PaymentInDoubt),
        });
    }

    private async Task<JobId> InStateAsync(JobState state)
    {
        if (state == JobState.Queued)
        {
            return await fixture.CreateAsync();
        }

        var claimed = await ClaimNewAsync();
        if (state != JobState.Processing)
        {
            await fixture.ApplyAsync(new JobStep(claimed.Fence) { Ending = state == JobState.Failed ? Failed("X") : new JobEnding(state, null) });
        }

        return claimed.Job.Id;
    }
}
