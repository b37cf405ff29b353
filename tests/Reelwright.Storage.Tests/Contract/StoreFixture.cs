using System.Text.Json;
using Reelwright.Engine.Jobs;
using Reelwright.Engine.Ledger;
using Reelwright.Engine.Store;

namespace Reelwright.Storage.Tests.Contract;

/// <summary>A store under test with a clock of its own, and builders with sound defaults.</summary>
public abstract class StoreFixture : IAsyncDisposable
{
    public static readonly DateTimeOffset Start = new(2026, 1, 2, 3, 4, 5, TimeSpan.Zero);

    public ManualTime Time { get; } = new(Start);

    public abstract IJobStore Store { get; }

    public abstract IJobReader Reader { get; }

    /// <summary>Rows of idempotency keys.</summary>
    public abstract Task<long> CountKeysAsync();

    public abstract ValueTask DisposeAsync();

    /// <summary>Moves the clock by which the store counts.</summary>
    public virtual Task AdvanceAsync(TimeSpan by)
    {
        Time.Advance(by);
        return Task.CompletedTask;
    }

    /// <summary>Lets the leases of all others run out, and returns that of a node which has been alive all the while.</summary>
    public async Task<NodeLease> OutliveAsync(TimeSpan leaseTime)
    {
        var living = await JoinAsync();
        await AdvanceAsync(leaseTime * 0.6);
        (await Store.HeartbeatAsync(living, CancellationToken.None)).ShouldBeTrue();
        await AdvanceAsync(leaseTime * 0.6);
        return living;
    }

    public NewJob NewJob(string owner = "ada", string prompt = "An ad for a quiet kettle", int priority = 5, decimal limit = 10m, string? key = null, string hash = "h1") => new()
    {
        Id = JobId.New(Time),
        Owner = owner,
        Prompt = prompt,
        Duration = 30,
        AspectRatio = "9:16",
        BrandGuidelines = null,
        Request = $$"""{"prompt":{{JsonSerializer.Serialize(prompt)}},"duration":30}""",
        CostLimit = limit,
        Priority = priority,
        IdempotencyKey = key,
        RequestHash = key is null ? null : hash,
    };

    public async Task<JobId> CreateAsync(string owner = "ada", int priority = 5, decimal limit = 10m, string prompt = "An ad for a quiet kettle")
    {
        var job = NewJob(owner, prompt, priority, limit);
        await Store.CreateAsync(job, CancellationToken.None);
        return job.Id;
    }

    public Task<NodeLease> JoinAsync() => Store.JoinAsync(Guid.CreateVersion7(Time.GetUtcNow()), CancellationToken.None);

    public async Task<ClaimedJob> ClaimOneAsync(NodeLease lease)
    {
        var claimed = await Store.ClaimAsync(lease, 1, CancellationToken.None);
        claimed.Count.ShouldBe(1);
        return claimed[0];
    }

    public LedgerCall Intent(JobId job, string stage = "video_generation", int index = 0, int generation = 0, decimal estimate = 0.40m)
    {
        var id = new CallId(job, stage, index, generation);
        return new LedgerCall
        {
            Id = id,
            Service = "video-generation",
            IdempotencyKey = id.ToIdempotencyKey(),
            State = CallState.Intent,
            Request = """{"scene_prompt":"steam"}""",
            Estimate = estimate,
            Attempts = 1,
            CreatedAt = Time.GetUtcNow(),
        };
    }

    public LedgerCall Succeed(LedgerCall call, decimal cost = 0.25m) => call with
    {
        State = CallState.Succeeded,
        Response = """{"video_url":"http://127.0.0.1/clip.mp4"}""",
        Cost = cost,
        CostSource = CostSources.Reported,
        SettledAt = Time.GetUtcNow(),
    };

    public async Task<StepOutcome.Applied> ApplyAsync(JobStep step) =>
        (await Store.CommitAsync(step, CancellationToken.None)).ShouldBeOfType<StepOutcome.Applied>();

    public async Task<JobRecord> FindAsync(JobId job, string owner = "ada") =>
        (await Reader.FindAsync(owner, job, CancellationToken.None)).ShouldNotBeNull();
}

/// <summary>A clock that moves when told.</summary>
public sealed class ManualTime(DateTimeOffset start) : TimeProvider
{
    private DateTimeOffset now = start;

    public override DateTimeOffset GetUtcNow() => now;

    public void Advance(TimeSpan by) => now += by;
}
