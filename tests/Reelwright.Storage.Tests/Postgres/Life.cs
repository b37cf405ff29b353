using Reelwright.Engine.Jobs;
using Reelwright.Engine.Ledger;
using Reelwright.Engine.Store;

namespace Reelwright.Storage.Tests.Postgres;

/// <summary>A job's whole life as the engine lives it, four scenes, without services: 5 steps, 7 calls, 17 events.</summary>
internal static class Life
{
    private const int Scenes = 4;

    public static NewJob New(string owner = "ada", TimeProvider? time = null) => new()
    {
        Id = JobId.New(time ?? TimeProvider.System),
        Owner = owner,
        Prompt = "An ad for a quiet kettle",
        Duration = 30,
        AspectRatio = "9:16",
        BrandGuidelines = null,
        Request = """{"prompt":"An ad for a quiet kettle","duration":30}""",
        CostLimit = 10m,
        Priority = 5,
    };

    /// <summary>Creates it, as often as it takes: under its own id that makes one job.</summary>
    public static async Task CreateAsync(IJobStore store, NewJob job)
    {
        while (true)
        {
            try
            {
                (await store.CreateAsync(job, CancellationToken.None)).ShouldBeOfType<CreateOutcome.Created>();
                return;
            }
            catch (DatabaseUnavailableException)
            {
            }
        }
    }

    /// <summary>Claims until it has this many, and lives each to its end.</summary>
    public static async Task LiveAllAsync(IJobStore store, NodeLease lease, int count)
    {
        var lives = new List<Task>();
        while (lives.Count < count)
        {
            lives.AddRange((await store.ClaimAsync(lease, 16, CancellationToken.None)).Select(claimed => LiveAsync(store, claimed)));
        }

        await Task.WhenAll(lives);
    }

    private static async Task LiveAsync(IJobStore store, ClaimedJob claimed)
    {
        var parse = Intent(claimed, "prompt_parsing", 0);
        await CommitAsync(store, claimed, new JobStep(claimed.Fence) { Intents = [parse], Events = Told(2) });
        var image = Intent(claimed, "image_generation", 0);
        await CommitAsync(store, claimed, new JobStep(claimed.Fence) { Updates = [Succeed(parse)], Intents = [image], Events = Told(4) });
        var clips = Enumerable.Range(0, Scenes).Select(scene => Intent(claimed, "video_generation", scene)).ToList();
        await CommitAsync(store, claimed, new JobStep(claimed.Fence) { Updates = [Succeed(image)], Intents = clips, Events = Told(4) });
        var compose = Intent(claimed, "composition", 0);
        await CommitAsync(store, claimed, new JobStep(claimed.Fence) { Updates = [.. clips.Select(Succeed)], Intents = [compose], Events = Told(4) });
        await CommitAsync(
            store, claimed, new JobStep(claimed.Fence) { Updates = [Succeed(compose)], Events = Told(3), Ending = new JobEnding(JobState.Completed, null) });
    }

    /// <summary>Done, paid for once, told without a gap.</summary>
    public static async Task CheckAsync(IJobReader reader, NewJob job)
    {
        var found = (await reader.FindAsync(job.Owner, job.Id, CancellationToken.None)).ShouldNotBeNull();
        found.State.ShouldBe(JobState.Completed);
        found.Settled.ShouldBe(0.7m);
        found.Reserved.ShouldBe(0m);
        (await reader.CallsAsync(job.Owner, job.Id, CancellationToken.None))!.Count(call => call.State == CallState.Succeeded).ShouldBe(7);
        (await reader.EventsAsync(job.Owner, job.Id, 0, CancellationToken.None))!.Select(item => item.Sequence).ShouldBe(Enumerable.Range(1, 17).Select(number => (long)number));
    }

    private static async Task CommitAsync(IJobStore store, ClaimedJob claimed, JobStep step)
    {
        var outcome = (await store.CommitAsync(step, CancellationToken.None)).ShouldBeOfType<StepOutcome.Applied>($"{claimed.Job.Id}");
        outcome.Refused.ShouldBeEmpty();
    }

    private static List<JobEvent> Told(int count) => [.. Enumerable.Repeat(new JobEvent("stage", """{"stage":"x"}"""), count)];

    public static LedgerCall Intent(ClaimedJob claimed, string stage, int index)
    {
        var id = new CallId(claimed.Job.Id, stage, index, 0);
        return new LedgerCall
        {
            Id = id,
            Service = stage,
            IdempotencyKey = id.ToIdempotencyKey(),
            State = CallState.Intent,
            Request = """{"scene_prompt":"steam"}""",
            Estimate = 0.2m,
            Attempts = 1,
            CreatedAt = claimed.Job.StartedAt,
        };
    }

    private static LedgerCall Succeed(LedgerCall call) =>
        call with { State = CallState.Succeeded, Response = """{"video_url":"http://127.0.0.1/clip.mp4"}""", Cost = 0.1m, CostSource = CostSources.Reported };
}
