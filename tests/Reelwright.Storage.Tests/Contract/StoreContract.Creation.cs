using Reelwright.Engine.Jobs;
using Reelwright.Engine.Store;

namespace Reelwright.Storage.Tests.Contract;

public abstract partial class StoreContract
{
    [Fact]
    public async Task A_created_job_is_queued_and_can_be_read_by_its_owner_alone()
    {
        var job = await fixture.CreateAsync(owner: "ada");

        var found = await fixture.FindAsync(job);
        found.State.ShouldBe(JobState.Queued);
        found.CurrentStage.ShouldBeNull();
        found.Settled.ShouldBe(0m);
        (await fixture.Reader.FindAsync("bob", job, CancellationToken.None)).ShouldBeNull();
        (await fixture.Reader.EventsAsync("bob", job, 0, CancellationToken.None)).ShouldBeNull();
        (await fixture.Reader.CallsAsync("bob", job, CancellationToken.None)).ShouldBeNull();
    }

    [Fact]
    public async Task The_same_key_and_body_fifty_times_at_once_make_one_job()
    {
        var jobs = Enumerable.Range(0, 50).Select(_ => fixture.NewJob(key: "k")).ToList();

        var outcomes = await Task.WhenAll(jobs.Select(job => fixture.Store.CreateAsync(job, CancellationToken.None)));

        outcomes.OfType<CreateOutcome.Created>().Count().ShouldBe(1);
        var made = jobs.Select(job => job.Id).Intersect(outcomes.OfType<CreateOutcome.Replayed>().Select(replay => replay.Job)).ToList();
        made.Count.ShouldBe(1);
        var list = await fixture.Reader.ListAsync(new JobFilter { Owner = "ada", Limit = 100 }, CancellationToken.None);
        list.Select(job => job.Id).ShouldBe(made);
    }

    [Fact]
    public async Task The_same_key_with_another_body_is_refused_and_another_owner_has_keys_of_its_own()
    {
        await fixture.Store.CreateAsync(fixture.NewJob(key: "k", hash: "one"), CancellationToken.None);

        (await fixture.Store.CreateAsync(fixture.NewJob(key: "k", hash: "two"), CancellationToken.None)).ShouldBeOfType<CreateOutcome.KeyMismatch>();
        (await fixture.Store.CreateAsync(fixture.NewJob(owner: "bob", key: "k", hash: "two"), CancellationToken.None)).ShouldBeOfType<CreateOutcome.Created>();
    }

    [Fact]
    public async Task A_key_is_forgotten_after_a_day()
    {
        await fixture.Store.CreateAsync(fixture.NewJob(key: "k", hash: "one"), CancellationToken.None);
        await fixture.AdvanceAsync(TimeSpan.FromHours(24) + TimeSpan.FromSeconds(1));

        (await fixture.Store.CreateAsync(fixture.NewJob(key: "k", hash: "two"), CancellationToken.None)).ShouldBeOfType<CreateOutcome.Created>();
    }
}
