using Reelwright.Engine.Jobs;
using Reelwright.Engine.Store;

namespace Reelwright.Storage.Tests.Contract;

public abstract partial class StoreContract
{
    [Fact]
    public async Task Progress_of_a_call_resets_the_count_of_deaths()
    {
        await fixture.CreateAsync();
        for (var i = 0; i < 2; i++)
        {
            var dying = await fixture.JoinAsync();
            await fixture.ClaimOneAsync(dying);
            await fixture.Store.SweepAsync(await fixture.OutliveAsync(LeaseTime), LeaseTime, CancellationToken.None);
        }

        var lease = await fixture.JoinAsync();
        var claimed = await fixture.ClaimOneAsync(lease);
        (claimed.Job.Deaths, claimed.Job.SoleCauseDeaths).ShouldBe((2, 2));
        var call = fixture.Intent(claimed.Job.Id);
        await fixture.ApplyAsync(new JobStep(claimed.Fence) { Intents = [call] });
        await fixture.ApplyAsync(new JobStep(claimed.Fence) { Updates = [fixture.Succeed(call)], ParkUntil = fixture.Time.GetUtcNow() });

        var again = await fixture.ClaimOneAsync(lease);
        (again.Job.Deaths, again.Job.SoleCauseDeaths).ShouldBe((0, 0));
    }

    [Fact]
    public async Task Of_suspected_jobs_one_is_worked_on_at_a_time_until_it_is_acquitted()
    {
        for (var i = 0; i < 3; i++)
        {
            await fixture.CreateAsync();
        }

        for (var i = 0; i < PoisonJobRules.From; i++)
        {
            (await fixture.Store.ClaimAsync(await fixture.JoinAsync(), 10, CancellationToken.None)).Count.ShouldBe(3);
            await fixture.Store.SweepAsync(await fixture.OutliveAsync(LeaseTime), LeaseTime, CancellationToken.None);
        }

        var lease = await fixture.JoinAsync();
        var innocent = await fixture.CreateAsync();
        var claimed = await fixture.Store.ClaimAsync(lease, 10, CancellationToken.None);
        claimed.Count.ShouldBe(2);
        var suspect = claimed.Single(job => job.Job.Id != innocent);
        (await fixture.Store.ClaimAsync(lease, 10, CancellationToken.None)).ShouldBeEmpty();

        await fixture.ApplyAsync(new JobStep(suspect.Fence) { Cleared = true });
        (await fixture.ClaimOneAsync(lease)).Job.Id.ShouldNotBe(suspect.Job.Id);
        (await fixture.Store.ClaimAsync(lease, 10, CancellationToken.None)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_death_that_several_may_have_caused_is_held_against_none()
    {
        var jobs = new[] { await fixture.CreateAsync(), await fixture.CreateAsync() };

        await DieAsync();

        (await KillsAsync()).ShouldBe(jobs.ToDictionary(job => job, _ => 0), ignoreOrder: true);
    }

    [Fact]
    public async Task A_death_is_held_against_the_only_job_that_had_made_no_progress_there()
    {
        var (proven, other) = (await fixture.CreateAsync(), await fixture.CreateAsync());
        var claimed = await ClaimAllAsync(2);
        await fixture.ApplyAsync(new JobStep(claimed.Single(claim => claim.Job.Id == proven).Fence) { Cleared = true });

        await SweepAsync();

        (await KillsAsync()).ShouldBe(new Dictionary<JobId, int> { [proven] = 0, [other] = 1 }, ignoreOrder: true);
    }

    [Fact]
    public async Task Of_jobs_that_all_had_made_progress_none_is_blamed_and_a_single_one_is()
    {
        var jobs = new[] { await fixture.CreateAsync(), await fixture.CreateAsync() };
        var claimed = await ClaimAllAsync(2);
        foreach (var job in claimed)
        {
            await fixture.ApplyAsync(new JobStep(job.Fence) { Cleared = true });
        }

        await SweepAsync();
        var alone = await ClaimAllAsync(1);
        await fixture.ApplyAsync(new JobStep(alone[0].Fence) { Cleared = true });
        await SweepAsync();

        (await KillsAsync()).ShouldBe(new Dictionary<JobId, int> { [alone[0].Job.Id] = 1, [jobs.Single(job => job != alone[0].Job.Id)] = 0 }, ignoreOrder: true);
    }

    [Fact]
    public async Task Progress_with_one_owner_proves_nothing_with_the_next()
    {
        var jobs = new[] { await fixture.CreateAsync(), await fixture.CreateAsync() };
        var claimed = await ClaimAllAsync(2);
        await fixture.ApplyAsync(new JobStep(claimed[0].Fence) { Cleared = true, ParkUntil = fixture.Time.GetUtcNow() });
        await fixture.Store.LeaveAsync(claimed[1].Lease, CancellationToken.None);

        await DieAsync();

        (await KillsAsync()).ShouldBe(jobs.ToDictionary(job => job, _ => 0), ignoreOrder: true);
    }

    [Fact]
    public async Task A_death_on_trial_is_held_against_the_suspect_whoever_else_was_there()
    {
        var (suspect, other) = (await fixture.CreateAsync(), await fixture.CreateAsync());
        await DieAsync();
        await DieAsync();
        var lease = await fixture.JoinAsync();
        var first = await fixture.ClaimOneAsync(lease);
        await fixture.ApplyAsync(new JobStep(first.Fence) { Ending = new JobEnding(JobState.Completed, null) });
        var newcomer = await fixture.CreateAsync();

        await DieAsync();

        var left = first.Job.Id == suspect ? other : suspect;
        (await KillsAsync()).ShouldBe(new Dictionary<JobId, int> { [left] = 1, [newcomer] = 0 }, ignoreOrder: true);
    }

    /// <summary>A node takes two jobs, and dies.</summary>
    private async Task DieAsync()
    {
        await ClaimAllAsync(2);
        await SweepAsync();
    }

    private async Task<IReadOnlyList<ClaimedJob>> ClaimAllAsync(int count)
    {
        var claimed = await fixture.Store.ClaimAsync(await fixture.JoinAsync(), count, CancellationToken.None);
        claimed.Count.ShouldBe(count);
        return claimed;
    }

    /// <summary>The nodes that have claimed something die.</summary>
    private async Task SweepAsync() =>
        await fixture.Store.SweepAsync(await fixture.OutliveAsync(LeaseTime), LeaseTime, CancellationToken.None);

    private async Task<Dictionary<JobId, int>> KillsAsync() =>
        (await fixture.Store.ClaimAsync(await fixture.JoinAsync(), 10, CancellationToken.None)).ToDictionary(claim => claim.Job.Id, claim => claim.Job.SoleCauseDeaths);
}
