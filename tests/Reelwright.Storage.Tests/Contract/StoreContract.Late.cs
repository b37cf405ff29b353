using Reelwright.Engine.Jobs;
using Reelwright.Engine.Ledger;
using Reelwright.Engine.Store;

namespace Reelwright.Storage.Tests.Contract;

public abstract partial class StoreContract
{
    [Fact]
    public async Task A_late_result_is_adopted_by_the_next_owner_once()
    {
        await fixture.CreateAsync();
        var first = await fixture.JoinAsync();
        var claimed = await fixture.ClaimOneAsync(first);
        var call = fixture.Intent(claimed.Job.Id);
        await fixture.ApplyAsync(new JobStep(claimed.Fence) { Intents = [call] });
        var second = await fixture.OutliveAsync(LeaseTime);
        await fixture.Store.SweepAsync(second, LeaseTime, CancellationToken.None);

        await fixture.Store.StoreLateResultAsync(fixture.Succeed(call, cost: 0.25m), CancellationToken.None);
        await fixture.Store.StoreLateResultAsync(fixture.Succeed(call, cost: 9m), CancellationToken.None);

        var adopted = await fixture.ClaimOneAsync(second);
        adopted.Calls.Single().State.ShouldBe(CallState.Succeeded);
        adopted.Calls.Single().Cost.ShouldBe(0.25m);
        adopted.Job.Settled.ShouldBe(0.25m);
        adopted.Job.Reserved.ShouldBe(0m);
        adopted.Adopted.ShouldHaveSingleItem().ShouldBe(adopted.Calls.Single());
        await fixture.ApplyAsync(new JobStep(adopted.Fence) { ParkUntil = fixture.Time.GetUtcNow() });
        (await fixture.ClaimOneAsync(second)).Adopted.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_result_that_comes_after_the_job_has_ended_is_on_its_bill_and_a_retry_has_it()
    {
        var job = await fixture.CreateAsync();
        var paused = await fixture.JoinAsync();
        var claimed = await fixture.ClaimOneAsync(paused);
        var call = fixture.Intent(job);
        await fixture.ApplyAsync(new JobStep(claimed.Fence) { Intents = [call] });
        var next = await fixture.OutliveAsync(LeaseTime);
        await fixture.Store.SweepAsync(next, LeaseTime, CancellationToken.None);
        await fixture.Store.CancelAsync("ada", job, CancellationToken.None);
        var taken = await fixture.ClaimOneAsync(next);
        await fixture.ApplyAsync(new JobStep(taken.Fence)
        {
            Updates = [call with { State = CallState.Unknown }],
            Ending = new JobEnding(JobState.Cancelled, null),
        });

        await fixture.Store.StoreLateResultAsync(fixture.Succeed(call, cost: 0.25m), CancellationToken.None);

        var ended = await fixture.FindAsync(job);
        ended.State.ShouldBe(JobState.Cancelled);
        ended.Settled.ShouldBe(0.25m);
        ended.Reserved.ShouldBe(0m);
        await fixture.Store.RetryAsync("ada", job, new RetryTerms(), CancellationToken.None);
        (await fixture.ClaimOneAsync(next)).Calls.Single().State.ShouldBe(CallState.Succeeded);
    }

    [Theory]
    [InlineData(JobState.Failed)]
    [InlineData(JobState.Cancelled)]
    public async Task A_result_that_comes_while_another_owns_the_job_is_on_the_bill_when_that_one_ends_it_without_asking(JobState ending)
    {
        var (call, taken, _) = await TakenOverAsync();
        await fixture.Store.StoreLateResultAsync(fixture.Succeed(call, cost: 0.25m), CancellationToken.None);

        await fixture.ApplyAsync(new JobStep(taken.Fence) { Updates = [call with { State = CallState.Unknown }], Ending = new JobEnding(ending, null) });

        var ended = await fixture.FindAsync(taken.Job.Id);
        (ended.State, ended.Settled, ended.Reserved, ended.InDoubt, ended.Costs["video_generation"]).ShouldBe((ending, 0.25m, 0m, 0m, 0.25m));
        (await LedgerAsync(taken)).ShouldHaveSingleItem().State.ShouldBe(CallState.Succeeded);
    }

    [Fact]
    public async Task It_is_on_the_bill_once_however_often_it_comes()
    {
        var (call, taken, lease) = await TakenOverAsync();
        await fixture.Store.StoreLateResultAsync(fixture.Succeed(call, cost: 0.25m), CancellationToken.None);
        await fixture.ApplyAsync(new JobStep(taken.Fence) { Ending = new JobEnding(JobState.Failed, null) });
        await fixture.Store.StoreLateResultAsync(fixture.Succeed(call, cost: 0.25m), CancellationToken.None);
        await fixture.Store.SweepAsync(lease, LeaseTime, CancellationToken.None);
        await fixture.Store.RetryAsync("ada", taken.Job.Id, new RetryTerms(), CancellationToken.None);

        var again = await fixture.ClaimOneAsync(lease);

        (again.Job.Settled, again.Job.Reserved).ShouldBe((0.25m, 0m));
        again.Adopted.ShouldBeEmpty();
        await fixture.ApplyAsync(new JobStep(again.Fence) { Ending = new JobEnding(JobState.Failed, null) });
        (await fixture.FindAsync(taken.Job.Id)).Settled.ShouldBe(0.25m);
    }

    [Fact]
    public async Task The_answer_that_the_owner_has_got_itself_is_not_paid_a_second_time()
    {
        var (call, taken, _) = await TakenOverAsync();
        await fixture.Store.StoreLateResultAsync(fixture.Succeed(call, cost: 0.25m), CancellationToken.None);

        await fixture.ApplyAsync(new JobStep(taken.Fence) { Updates = [fixture.Succeed(call, cost: 0.25m)], Ending = new JobEnding(JobState.Completed, null) });

        (await fixture.FindAsync(taken.Job.Id)).Settled.ShouldBe(0.25m);
    }

    [Fact]
    public async Task A_result_that_comes_while_a_retry_waits_is_on_the_bill_when_that_is_cancelled()
    {
        var (call, taken, _) = await TakenOverAsync();
        await fixture.ApplyAsync(new JobStep(taken.Fence) { Ending = new JobEnding(JobState.Failed, null) });
        await fixture.Store.RetryAsync("ada", taken.Job.Id, new RetryTerms(), CancellationToken.None);
        await fixture.Store.StoreLateResultAsync(fixture.Succeed(call, cost: 0.25m), CancellationToken.None);

        (await fixture.Store.CancelAsync("ada", taken.Job.Id, CancellationToken.None)).ShouldBe(new ChangeOutcome(ChangeResult.Done, JobState.Cancelled));

        var ended = await fixture.FindAsync(taken.Job.Id);
        (ended.Settled, ended.Reserved).ShouldBe((0.25m, 0m));
    }

    [Fact]
    public async Task A_late_success_counts_although_an_earlier_question_had_failed_too_late_to_matter()
    {
        var (call, taken, _) = await TakenOverAsync();
        var asked = call with { State = CallState.Unknown, Attempts = 2 };
        await fixture.ApplyAsync(new JobStep(taken.Fence) { Updates = [asked] });
        await fixture.Store.StoreLateResultAsync(call with { State = CallState.Failed, Cost = 0m, CostSource = CostSources.Reported, LastError = "No." }, CancellationToken.None);
        await fixture.Store.StoreLateResultAsync(fixture.Succeed(asked, cost: 0.25m), CancellationToken.None);

        await fixture.ApplyAsync(new JobStep(taken.Fence) { Ending = new JobEnding(JobState.Failed, null) });

        (await fixture.FindAsync(taken.Job.Id)).Settled.ShouldBe(0.25m);
    }

    /// <summary>A call whose node is dead, its job with its next owner, and that one's lease.</summary>
    private async Task<(LedgerCall Call, ClaimedJob Taken, NodeLease Lease)> TakenOverAsync()
    {
        var claimed = await ClaimNewAsync();
        var call = fixture.Intent(claimed.Job.Id);
        await fixture.ApplyAsync(new JobStep(claimed.Fence) { Intents = [call] });
        var next = await fixture.OutliveAsync(LeaseTime);
        await fixture.Store.SweepAsync(next, LeaseTime, CancellationToken.None);
        return (call, await fixture.ClaimOneAsync(next), next);
    }
}
