using Reelwright.Engine.Jobs;
using Reelwright.Engine.Ledger;
using Reelwright.Engine.Store;

namespace Reelwright.Storage.Tests.Contract;

public abstract partial class StoreContract
{
    [Fact]
    public async Task No_more_calls_of_a_limited_service_are_on_their_way_than_it_has_slots()
    {
        await fixture.Store.SetLimitAsync("video-generation", 2, CancellationToken.None);
        var (first, second) = (await ClaimNewAsync(), await ClaimNewAsync());

        var one = await fixture.ApplyAsync(Dispatching(first, Enumerable.Range(0, 3)));
        var other = await fixture.ApplyAsync(Dispatching(second, Enumerable.Range(0, 1)));

        one.Blocked.ShouldHaveSingleItem().ShouldBe(new BlockedCall(new CallId(first.Job.Id, "video_generation", 2, 0), "video-generation", null));
        other.Blocked.Count.ShouldBe(1);
        one.Reserved.ShouldBe(0.80m);
        (await LedgerAsync(first)).Count.ShouldBe(2);
        (await LedgerAsync(second)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_slot_is_free_again_when_its_call_has_ended_or_was_not_taken()
    {
        await fixture.Store.SetLimitAsync("video-generation", 2, CancellationToken.None);
        var (first, second) = (await ClaimNewAsync(), await ClaimNewAsync());
        await fixture.ApplyAsync(Dispatching(first, Enumerable.Range(0, 2)));
        var calls = await LedgerAsync(first);

        await fixture.ApplyAsync(new JobStep(first.Fence) { Updates = [fixture.Succeed(calls[0]), calls[1] with { Dispatched = false }] });

        (await fixture.ApplyAsync(Dispatching(second, Enumerable.Range(0, 3)))).Blocked.Count.ShouldBe(1);
        (await fixture.ApplyAsync(new JobStep(first.Fence) { Resends = [calls[1]] })).Blocked.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_call_in_doubt_keeps_its_slot_until_the_job_ends()
    {
        await fixture.Store.SetLimitAsync("video-generation", 1, CancellationToken.None);
        var (first, second) = (await ClaimNewAsync(), await ClaimNewAsync());
        await fixture.ApplyAsync(Dispatching(first, [0]));
        var doubtful = (await LedgerAsync(first))[0] with { State = CallState.Unknown };
        await fixture.ApplyAsync(new JobStep(first.Fence) { Updates = [doubtful] });

        (await fixture.ApplyAsync(Dispatching(second, [0]))).Blocked.Count.ShouldBe(1);
        (await fixture.ApplyAsync(new JobStep(first.Fence) { Resends = [doubtful] })).Blocked.ShouldBeEmpty();
        await fixture.ApplyAsync(new JobStep(first.Fence) { Ending = new JobEnding(JobState.Cancelled, null) });
        (await fixture.ApplyAsync(Dispatching(second, [0]))).Blocked.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_call_that_the_budget_refuses_takes_no_slot()
    {
        await fixture.Store.SetLimitAsync("video-generation", 1, CancellationToken.None);
        await fixture.CreateAsync(limit: 0.10m);
        var poor = await fixture.ClaimOneAsync(await fixture.JoinAsync());
        var rich = await ClaimNewAsync();

        (await fixture.ApplyAsync(Dispatching(poor, [0]))).Refused.Count.ShouldBe(1);
        (await fixture.ApplyAsync(Dispatching(rich, [0]))).Blocked.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_changed_limit_holds_for_the_next_call_and_those_on_their_way_finish()
    {
        await fixture.Store.SetLimitAsync("video-generation", 3, CancellationToken.None);
        var job = await ClaimNewAsync();
        await fixture.ApplyAsync(Dispatching(job, Enumerable.Range(0, 3)));
        var calls = await LedgerAsync(job);

        await fixture.Store.SetLimitAsync("video-generation", 1, CancellationToken.None);
        (await fixture.Store.LimitsAsync(CancellationToken.None)).ShouldHaveSingleItem().ShouldBe(new("video-generation", 1));
        await fixture.ApplyAsync(new JobStep(job.Fence) { Updates = [fixture.Succeed(calls[1]), fixture.Succeed(calls[2])] });
        (await fixture.ApplyAsync(Dispatching(job, [3]))).Blocked.Count.ShouldBe(1);
        await fixture.ApplyAsync(new JobStep(job.Fence) { Updates = [fixture.Succeed(calls[0])] });
        (await fixture.ApplyAsync(Dispatching(job, [3, 4]))).Blocked.Count.ShouldBe(1);

        await fixture.Store.SetLimitAsync("video-generation", 2, CancellationToken.None);
        (await fixture.ApplyAsync(Dispatching(job, [4, 5]))).Blocked.Count.ShouldBe(1);
        await fixture.Store.SetLimitAsync("video-generation", null, CancellationToken.None);
        (await fixture.ApplyAsync(Dispatching(job, [5, 6, 7]))).Blocked.ShouldBeEmpty();
        (await fixture.Store.LimitsAsync(CancellationToken.None)).ShouldBeEmpty();
    }

    private async Task<ClaimedJob> ClaimNewAsync()
    {
        await fixture.CreateAsync();
        return await fixture.ClaimOneAsync(await fixture.JoinAsync());
    }

    private JobStep Dispatching(ClaimedJob job, IEnumerable<int> clips) => new(job.Fence)
    {
        Intents = [.. clips.Select(clip => fixture.Intent(job.Job.Id, index: clip))],
    };

    private async Task<IReadOnlyList<LedgerCall>> LedgerAsync(ClaimedJob job) =>
        (await fixture.Reader.CallsAsync("ada", job.Job.Id, CancellationToken.None)).ShouldNotBeNull();
}
