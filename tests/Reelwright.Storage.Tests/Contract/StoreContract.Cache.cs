using Reelwright.Engine.Jobs;
using Reelwright.Engine.Ledger;
using Reelwright.Engine.Store;

namespace Reelwright.Storage.Tests.Contract;

public abstract partial class StoreContract
{
    [Fact]
    public async Task Of_equal_calls_one_is_on_its_way_and_its_answer_serves_the_others()
    {
        var (first, second) = (await ClaimNewAsync(), await ClaimNewAsync());
        var bought = Parse(first);
        (await fixture.ApplyAsync(new JobStep(first.Fence) { Intents = [bought] })).Blocked.ShouldBeEmpty();

        var waiting = await fixture.ApplyAsync(new JobStep(second.Fence) { Intents = [Parse(second)] });
        waiting.Blocked.ShouldHaveSingleItem().ShouldBe(new BlockedCall(Parse(second).Id, "same", null));
        waiting.Reserved.ShouldBe(0m);

        await fixture.ApplyAsync(new JobStep(first.Fence) { Updates = [fixture.Succeed(bought) with { FreshUntil = fixture.Time.GetUtcNow().AddHours(24) }] });
        var answered = (await fixture.ApplyAsync(new JobStep(second.Fence) { Intents = [Parse(second)] })).Blocked.ShouldHaveSingleItem();
        answered.Answer.ShouldNotBeNull().Id.ShouldBe(bought.Id);
        answered.Answer.Response.ShouldBe(fixture.Succeed(bought).Response);
        answered.Answer.FreshUntil.ShouldBe(fixture.Time.GetUtcNow().AddHours(24));
    }

    [Fact]
    public async Task A_reused_answer_is_a_row_of_its_own_that_cost_nothing()
    {
        var job = await ClaimNewAsync();
        var reused = fixture.Succeed(Parse(job), cost: 0m) with { Cached = true, CostSource = CostSources.Cache, Attempts = 0, Dispatched = false };

        var applied = await fixture.ApplyAsync(new JobStep(job.Fence) { Reuses = [reused] });

        applied.Settled.ShouldBe(0m);
        applied.Reserved.ShouldBe(0m);
        var row = (await LedgerAsync(job)).ShouldHaveSingleItem();
        row.State.ShouldBe(CallState.Succeeded);
        row.Cached.ShouldBeTrue();
        row.Cost.ShouldBe(0m);
        row.CostSource.ShouldBe(CostSources.Cache);
        row.Response.ShouldBe(reused.Response);
    }

    [Fact]
    public async Task An_answer_serves_equal_calls_only_while_it_is_fresh()
    {
        var (first, second) = (await ClaimNewAsync(), await ClaimNewAsync());
        await fixture.ApplyAsync(new JobStep(first.Fence) { Intents = [Parse(first)] });
        await fixture.ApplyAsync(new JobStep(first.Fence) { Updates = [fixture.Succeed(Parse(first)) with { FreshUntil = fixture.Time.GetUtcNow().AddHours(24) }] });

        await fixture.AdvanceAsync(TimeSpan.FromHours(24) + TimeSpan.FromSeconds(1));

        (await fixture.ApplyAsync(new JobStep(second.Fence) { Intents = [Parse(second)] })).Blocked.ShouldBeEmpty();
    }

    [Fact]
    public async Task Nobody_waits_for_a_call_that_failed_or_whose_job_has_ended()
    {
        var (failing, cancelled, third) = (await ClaimNewAsync(), await ClaimNewAsync(), await ClaimNewAsync());
        await fixture.ApplyAsync(new JobStep(failing.Fence) { Intents = [Parse(failing)] });
        await fixture.ApplyAsync(new JobStep(failing.Fence) { Updates = [Parse(failing) with { State = CallState.Failed, Cost = 0m, SettledAt = fixture.Time.GetUtcNow() }] });
        (await fixture.ApplyAsync(new JobStep(cancelled.Fence) { Intents = [Parse(cancelled)] })).Blocked.ShouldBeEmpty();
        (await fixture.ApplyAsync(new JobStep(third.Fence) { Intents = [Parse(third)] })).Blocked.Count.ShouldBe(1);

        await fixture.ApplyAsync(new JobStep(cancelled.Fence)
        {
            Updates = [Parse(cancelled) with { State = CallState.Unknown }],
            Ending = new JobEnding(JobState.Cancelled, null),
        });

        (await fixture.ApplyAsync(new JobStep(third.Fence) { Intents = [Parse(third)] })).Blocked.ShouldBeEmpty();
    }

    [Fact]
    public async Task Fifty_equal_calls_at_once_are_one_purchase()
    {
        var jobs = new List<ClaimedJob>();
        for (var i = 0; i < 50; i++)
        {
            jobs.Add(await ClaimNewAsync());
        }

        var outcomes = await Task.WhenAll(jobs.Select(job => fixture.ApplyAsync(new JobStep(job.Fence) { Intents = [Parse(job)] })));

        outcomes.Count(outcome => outcome.Blocked.Count == 0).ShouldBe(1);
        outcomes.Count(outcome => outcome.Blocked.Any(held => held is { For: "same", Answer: null })).ShouldBe(49);
    }

    private LedgerCall Parse(ClaimedJob job) => fixture.Intent(job.Job.Id, "prompt_parsing", estimate: 0.05m) with { CacheKey = "same" };
}
