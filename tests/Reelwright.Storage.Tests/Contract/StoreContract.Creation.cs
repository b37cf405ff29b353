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

    [Fact]
    public async Task A_key_outlives_its_job_and_never_makes_a_second_one()
    {
        var job = fixture.NewJob(key: "k") with { EstimatedCost = 1.25m };
        var created = (CreateOutcome.Created)await fixture.Store.CreateAsync(job, CancellationToken.None);
        await fixture.Store.CancelAsync("ada", job.Id, CancellationToken.None);
        (await fixture.Store.DeleteAsync("ada", job.Id, CancellationToken.None)).Result.ShouldBe(ChangeResult.Done);
        await fixture.AdvanceAsync(TimeSpan.FromHours(23));

        (await fixture.Store.CreateAsync(fixture.NewJob(key: "k"), CancellationToken.None))
            .ShouldBe(new CreateOutcome.Replayed(job.Id, created.CreatedAt, 1.25m));
        (await fixture.Store.CreateAsync(fixture.NewJob(key: "k", hash: "other"), CancellationToken.None)).ShouldBeOfType<CreateOutcome.KeyMismatch>();
        (await fixture.Reader.FindCreationAsync("ada", "k", CancellationToken.None)).ShouldBe(new KeyedCreation("h1", job.Id, created.CreatedAt, 1.25m));
        (await fixture.Reader.FindCreationAsync("bob", "k", CancellationToken.None)).ShouldBeNull();
        (await fixture.Reader.ListAsync(new JobFilter { Owner = "ada", Limit = 10 }, CancellationToken.None)).ShouldBeEmpty();

        await fixture.AdvanceAsync(TimeSpan.FromHours(1) + TimeSpan.FromSeconds(1));
        (await fixture.Reader.FindCreationAsync("ada", "k", CancellationToken.None)).ShouldBeNull();
        (await fixture.Store.CreateAsync(fixture.NewJob(key: "k"), CancellationToken.None)).ShouldBeOfType<CreateOutcome.Created>();
    }

    [Fact]
    public async Task Old_keys_go_away_while_others_are_used()
    {
        for (var i = 0; i < 15; i++)
        {
            await fixture.Store.CreateAsync(fixture.NewJob(key: $"old-{i}"), CancellationToken.None);
        }

        await fixture.AdvanceAsync(TimeSpan.FromHours(25));
        await fixture.Store.CreateAsync(fixture.NewJob(key: "new-1"), CancellationToken.None);
        await fixture.Store.CreateAsync(fixture.NewJob(key: "new-2"), CancellationToken.None);

        (await fixture.CountKeysAsync()).ShouldBe(2);
    }

    [Fact]
    public async Task A_warning_at_the_creation_is_the_first_event_and_the_engine_counts_on_from_there()
    {
        var warned = fixture.NewJob() with { Warning = JobEvents.Warning("BUDGET_WARNING", "m") };
        await Task.WhenAll(
            fixture.Store.CreateAsync(warned, CancellationToken.None), fixture.Store.CreateAsync(fixture.NewJob(owner: "bob"), CancellationToken.None));
        var claimed = (await fixture.Store.ClaimAsync(await fixture.JoinAsync(), 2, CancellationToken.None)).Single(job => job.Job.Id == warned.Id);
        await fixture.ApplyAsync(new JobStep(claimed.Fence) { Events = [JobEvents.Stage("prompt_parsing", "started")] });

        var events = await fixture.Reader.EventsAsync("ada", warned.Id, 0, CancellationToken.None);

        events!.Select(happened => (happened.Sequence, happened.Kind)).ShouldBe([(1, "warning"), (2, "stage")]);
        (await fixture.FindAsync(warned.Id)).Warnings.ShouldContain("BUDGET_WARNING");
        (await fixture.Reader.LastEventAsync("ada", warned.Id, CancellationToken.None)).ShouldBe(2);
        (await fixture.Reader.LastEventAsync("bob", warned.Id, CancellationToken.None)).ShouldBeNull();
    }
}
