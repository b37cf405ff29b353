using Microsoft.Extensions.Logging.Abstractions;
using Reelwright.Engine.Jobs;
using Reelwright.Engine.Ledger;
using Reelwright.Engine.Store;
using Reelwright.Storage.Postgres;

namespace Reelwright.Storage.Tests.Postgres;

/// <summary>
/// The connection breaks while the database commits: whether it did is not known, and nothing may be done twice or not at all.
/// </summary>
public sealed class LostAnswerTests(PostgresCluster cluster) : IAsyncLifetime
{
    private readonly ManualSetup setup = new();

    public async ValueTask InitializeAsync() => await setup.OpenAsync(cluster);

    public async ValueTask DisposeAsync()
    {
        await setup.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    public static TheoryData<Cut> BothSides() => [Cut.Question, Cut.Answer];

    [Theory]
    [MemberData(nameof(BothSides))]
    public async Task A_job_is_created_once(Cut cut)
    {
        var plain = Life.New();
        var keyed = Life.New() with { IdempotencyKey = "k", RequestHash = "h" };
        foreach (var job in (NewJob[])[plain, keyed])
        {
            setup.Wire.CutNext(cut);
            (await setup.Store.CreateAsync(job, CancellationToken.None)).ShouldBeOfType<CreateOutcome.Created>();
            setup.Wire.IsCut.ShouldBeTrue();
        }

        (await setup.Store.ListAsync(new JobFilter { Owner = "ada", Limit = 10 }, CancellationToken.None)).Count.ShouldBe(2);
    }

    [Theory]
    [MemberData(nameof(BothSides))]
    public async Task A_step_is_committed_once_and_its_outcome_is_told(Cut cut)
    {
        var claimed = await ClaimNewAsync(limit: 1m);
        var calls = Enumerable.Range(0, 3).Select(index => Intent(claimed, index)).ToList();

        setup.Wire.CutNext(cut);
        var intended = await CommitAsync(new JobStep(claimed.Fence) { Intents = calls, Events = [new JobEvent("stage", "{}")] });
        intended.Refused.ShouldBe([calls[2].Id]);
        intended.Reserved.ShouldBe(0.8m);

        setup.Wire.CutNext(cut);
        var settled = await CommitAsync(new JobStep(claimed.Fence)
        {
            Updates = [calls[0] with { State = CallState.Succeeded, Response = "{}", Cost = 0.1m }],
            Events = [new JobEvent("cost", "{}")],
            Ending = new JobEnding(JobState.Completed, null),
        });

        settled.Settled.ShouldBe(0.1m);
        setup.Wire.IsCut.ShouldBeTrue();
        (await setup.Store.EventsAsync("ada", claimed.Job.Id, 0, CancellationToken.None))!.Select(item => item.Kind).ShouldBe(["stage", "cost"]);
        (await setup.Store.CallsAsync("ada", claimed.Job.Id, CancellationToken.None))!.Count.ShouldBe(2);
    }

    [Theory]
    [MemberData(nameof(BothSides))]
    public async Task What_was_claimed_is_not_forgotten(Cut cut)
    {
        var lease = await JoinAsync();
        var job = Life.New();
        await setup.Store.CreateAsync(job, CancellationToken.None);

        setup.Wire.CutNext(cut);
        var claimed = await setup.Store.ClaimAsync(lease, 5, CancellationToken.None);

        claimed.Single().Job.Id.ShouldBe(job.Id);
        setup.Wire.IsCut.ShouldBeTrue();
        await CommitAsync(new JobStep(claimed[0].Fence) { Events = [new JobEvent("stage", "{}")] });
    }

    private async Task<ClaimedJob> ClaimNewAsync(decimal limit)
    {
        await setup.Store.CreateAsync(Life.New() with { CostLimit = limit }, CancellationToken.None);
        return (await setup.Store.ClaimAsync(await JoinAsync(), 1, CancellationToken.None)).Single();
    }

    private Task<NodeLease> JoinAsync() => setup.Store.JoinAsync(Guid.CreateVersion7(), CancellationToken.None);

    private async Task<StepOutcome.Applied> CommitAsync(JobStep step) =>
        (await setup.Store.CommitAsync(step, CancellationToken.None)).ShouldBeOfType<StepOutcome.Applied>();

    private static LedgerCall Intent(ClaimedJob claimed, int index)
    {
        var id = new CallId(claimed.Job.Id, "video_generation", index, 0);
        return new LedgerCall
        {
            Id = id, Service = "video-generation", IdempotencyKey = id.ToIdempotencyKey(), State = CallState.Intent, Request = "{}", Estimate = 0.4m, CreatedAt = claimed.Job.StartedAt,
        };
    }

    /// <summary>A store behind a wire that can be cut.</summary>
    private sealed class ManualSetup : IAsyncDisposable
    {
        public CutWire Wire { get; private set; } = null!;

        public PostgresJobStore Store { get; private set; } = null!;

        public async Task OpenAsync(PostgresCluster cluster)
        {
            var (name, _) = await cluster.CreateAsync(withClock: false);
            Wire = new CutWire(cluster.Server.Port);
            Store = PostgresJobStore.Open(cluster.Server.UrlOf(name, Wire.Port), TimeProvider.System, NullLogger<PostgresJobStore>.Instance);
            await Store.PingAsync(CancellationToken.None);

            // The writer and the lease have their connections before anything is cut.
            await Store.LeaveAsync(await Store.JoinAsync(Guid.CreateVersion7(), CancellationToken.None), CancellationToken.None);
            await Store.ClaimAsync(default, 1, CancellationToken.None);
        }

        public async ValueTask DisposeAsync()
        {
            await Store.DisposeAsync();
            await Wire.DisposeAsync();
        }
    }
}
