using Reelwright.Engine.Jobs;
using Reelwright.Engine.Store;

namespace Reelwright.Storage.Tests.Contract;

public abstract partial class StoreContract
{
    private static readonly TimeSpan LeaseTime = TimeSpan.FromSeconds(5);

    [Fact]
    public async Task A_claimed_job_is_processing_and_belongs_to_one_lease()
    {
        var job = await fixture.CreateAsync();
        var first = await fixture.JoinAsync();
        var second = await fixture.JoinAsync();

        var claimed = await fixture.ClaimOneAsync(first);

        claimed.Job.Id.ShouldBe(job);
        claimed.Job.State.ShouldBe(JobState.Processing);
        (await fixture.Store.ClaimAsync(second, 10, CancellationToken.None)).ShouldBeEmpty();
        (await fixture.FindAsync(job)).State.ShouldBe(JobState.Processing);
    }

    [Fact]
    public async Task Many_claims_at_once_give_each_job_to_one_lease()
    {
        for (var i = 0; i < 60; i++)
        {
            await fixture.CreateAsync();
        }

        var leases = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => fixture.JoinAsync()));
        var claims = await Task.WhenAll(leases.SelectMany(lease => Enumerable.Range(0, 5).Select(_ => fixture.Store.ClaimAsync(lease, 7, CancellationToken.None))));

        var ids = claims.SelectMany(claim => claim).Select(claim => claim.Job.Id).ToList();
        ids.Count.ShouldBe(60);
        ids.Distinct().Count().ShouldBe(60);
    }

    [Fact]
    public async Task Priority_comes_first_then_fairness_between_owners_then_age()
    {
        var lease = await fixture.JoinAsync();
        var adaOne = await fixture.CreateAsync(owner: "ada");
        await fixture.AdvanceAsync(TimeSpan.FromSeconds(1));
        var adaTwo = await fixture.CreateAsync(owner: "ada");
        await fixture.AdvanceAsync(TimeSpan.FromSeconds(1));
        var bob = await fixture.CreateAsync(owner: "bob");
        await fixture.AdvanceAsync(TimeSpan.FromSeconds(1));
        var urgent = await fixture.CreateAsync(owner: "ada", priority: 9);

        var order = new List<JobId>();
        for (var i = 0; i < 4; i++)
        {
            order.Add((await fixture.ClaimOneAsync(lease)).Job.Id);
        }

        order.ShouldBe([urgent, bob, adaOne, adaTwo]);
    }

    [Fact]
    public async Task A_node_that_is_not_heard_of_is_swept_and_its_jobs_go_on_elsewhere()
    {
        var job = await fixture.CreateAsync();
        var dead = await fixture.JoinAsync();
        var claimed = await fixture.ClaimOneAsync(dead);
        var living = await fixture.OutliveAsync(LeaseTime);

        (await fixture.Store.SweepAsync(living, LeaseTime, CancellationToken.None)).ShouldBe(1);

        (await fixture.Store.HeartbeatAsync(dead, CancellationToken.None)).ShouldBeFalse();
        (await fixture.Store.CommitAsync(new JobStep(claimed.Fence) { ParkUntil = fixture.Time.GetUtcNow() }, CancellationToken.None)).ShouldBeOfType<StepOutcome.LeaseLost>();
        var again = await fixture.ClaimOneAsync(living);
        again.Job.Id.ShouldBe(job);
        again.Job.Deaths.ShouldBe(1);
    }

    [Fact]
    public async Task A_node_that_joins_again_has_a_higher_epoch_and_what_it_held_before_is_freed()
    {
        var node = Guid.CreateVersion7(fixture.Time.GetUtcNow());
        await fixture.CreateAsync();
        var before = await fixture.Store.JoinAsync(node, CancellationToken.None);
        var claimed = await fixture.ClaimOneAsync(before);

        var after = await fixture.Store.JoinAsync(node, CancellationToken.None);
        await fixture.Store.SweepAsync(after, LeaseTime, CancellationToken.None);

        after.Epoch.ShouldBeGreaterThan(before.Epoch);
        (await fixture.Store.CommitAsync(new JobStep(claimed.Fence), CancellationToken.None)).ShouldBeOfType<StepOutcome.LeaseLost>();
        (await fixture.ClaimOneAsync(after)).Job.Id.ShouldBe(claimed.Job.Id);
    }

    [Fact]
    public async Task Heartbeats_keep_a_lease_and_nobody_sweeps_itself()
    {
        var lease = await fixture.JoinAsync();
        await fixture.AdvanceAsync(TimeSpan.FromSeconds(4));
        (await fixture.Store.HeartbeatAsync(lease, CancellationToken.None)).ShouldBeTrue();
        await fixture.AdvanceAsync(TimeSpan.FromSeconds(4));

        (await fixture.Store.SweepAsync(lease, LeaseTime, CancellationToken.None)).ShouldBe(0);
        (await fixture.Store.HeartbeatAsync(lease, CancellationToken.None)).ShouldBeTrue();
    }

    [Fact]
    public async Task Leaving_hands_jobs_over_at_once_without_counting_a_death()
    {
        await fixture.CreateAsync();
        var leaving = await fixture.JoinAsync();
        await fixture.ClaimOneAsync(leaving);

        await fixture.Store.LeaveAsync(leaving, CancellationToken.None);

        (await fixture.ClaimOneAsync(await fixture.JoinAsync())).Job.Deaths.ShouldBe(0);
        (await fixture.Store.ClaimAsync(leaving, 1, CancellationToken.None)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_parked_job_is_claimed_when_its_time_has_come()
    {
        await fixture.CreateAsync();
        var lease = await fixture.JoinAsync();
        var claimed = await fixture.ClaimOneAsync(lease);
        await fixture.ApplyAsync(new JobStep(claimed.Fence) { ParkUntil = fixture.Time.GetUtcNow() + TimeSpan.FromSeconds(30) });

        (await fixture.Store.ClaimAsync(lease, 1, CancellationToken.None)).ShouldBeEmpty();
        await fixture.AdvanceAsync(TimeSpan.FromSeconds(30));
        (await fixture.ClaimOneAsync(lease)).Job.Id.ShouldBe(claimed.Job.Id);
    }

    [Fact]
    public async Task The_best_is_claimed_first_among_thousands_that_wait()
    {
        for (var batch = 0; batch < 20; batch++)
        {
            await Task.WhenAll(Enumerable.Range(0, 250).Select(_ => fixture.CreateAsync(owner: $"owner {batch % 4}")));
        }

        var urgent = await fixture.CreateAsync(priority: 9);
        var lease = await fixture.JoinAsync();

        (await fixture.ClaimOneAsync(lease)).Job.Id.ShouldBe(urgent);
        for (var i = 0; i < 200; i++)
        {
            await fixture.ClaimOneAsync(lease);
        }
    }

    [Fact]
    public async Task A_store_may_be_disposed_twice()
    {
        await fixture.CreateAsync();

        // The second time is the fixture's: a container that knows the store by two interfaces disposes of it twice as well.
        await ((IAsyncDisposable)fixture.Store).DisposeAsync();
    }
}
