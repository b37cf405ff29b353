using System.Collections.Concurrent;
using Reelwright.Engine.Jobs;
using Reelwright.Engine.Ledger;
using Reelwright.Engine.Store;
using Reelwright.Storage.Postgres;

namespace Reelwright.StoreBench;

/// <summary>Jobs with four scenes whose services answer at once: a creation, a claim, and 8 steps with 7 calls and 21 events.</summary>
internal sealed class Load(PostgresJobStore store, NodeLease lease, int owners)
{
    private static readonly string Request = $$"""{"prompt":"{{Texts.OfLength(180)}}","duration":30,"aspect_ratio":"9:16","brand_guidelines":{"style":"calm"},"options":{"language":"en"},"metadata": {} }""";
    private static readonly string Plan = $$"""{"scenes":[{{string.Join(',', Enumerable.Range(0, 4).Select(i => $$"""{"index":{{i}},"prompt":"{{Texts.OfLength(220)}}","duration":7.5}"""))}}],"visual_direction": {"style":"calm"} }""";
    private static readonly string Data = """{"status":"processing","current_stage":"video_generation","percentage":60}""";

    private readonly ConcurrentBag<Job> done = [];
    private int made;

    public Task CreateAsync(int count) => Task.WhenAll(Enumerable.Range(0, count).Select(_ => CreateAsync()));

    /// <summary>As many jobs at once as are wanted in flight; whenever one ends, one is created and one is claimed.</summary>
    public async Task RunAsync(int jobs, int inFlight)
    {
        var left = jobs;
        var room = new SemaphoreSlim(0);
        var lives = new List<Task>(jobs);
        room.Release(Math.Min(inFlight, jobs));
        while (left > 0)
        {
            await room.WaitAsync();
            var wanted = 1;
            while (wanted < Math.Min(64, left) && room.Wait(0))
            {
                wanted++;
            }

            await CreateAsync(wanted);
            foreach (var claimed in await store.ClaimAsync(lease, wanted, CancellationToken.None))
            {
                left--;
                lives.Add(Task.Run(async () =>
                {
                    await LiveAsync(claimed);
                    room.Release();
                }));
            }
        }

        await Task.WhenAll(lives);
    }

    public Task ReadAsync(int count, int readers) => Task.WhenAll(Enumerable.Range(0, readers).Select(async reader =>
    {
        var jobs = done.ToArray();
        for (var i = reader; i < count; i += readers)
        {
            _ = await store.FindAsync(jobs[i % jobs.Length].Owner, jobs[i % jobs.Length].Id, CancellationToken.None) ?? throw new InvalidOperationException("The job is gone.");
        }
    }));

    private async Task CreateAsync() => await store.CreateAsync(
        new NewJob
        {
            Id = JobId.New(TimeProvider.System), Owner = $"owner-{Interlocked.Increment(ref made) % owners}", Prompt = Texts.OfLength(180), Duration = 30, AspectRatio = "9:16", BrandGuidelines = """{"style":"calm"}""",
            Request = Request, CostLimit = 10m, Priority = 5,
        },
        CancellationToken.None);

    private async Task LiveAsync(ClaimedJob claimed)
    {
        var parse = Intent(claimed, "prompt_parsing", 0);
        await CommitAsync(new JobStep(claimed.Fence) { Intents = [parse], Events = Told(2), Progress = new("prompt_parsing", [], 0) });
        var image = Intent(claimed, "image_generation", 0);
        await CommitAsync(new JobStep(claimed.Fence)
        {
            Updates = [Succeed(parse, Plan)], Intents = [image], Events = Told(4), Progress = new("image_generation", ["prompt_parsing"], 20), Documents = Document("plan", Plan),
        });
        var clips = Enumerable.Range(0, 4).Select(scene => Intent(claimed, "video_generation", scene)).ToList();
        await CommitAsync(new JobStep(claimed.Fence)
        {
            Updates = [Succeed(image)], Intents = clips, Events = Told(4), Progress = new("video_generation", ["prompt_parsing", "image_generation"], 35),
            Documents = Document("reference_image_url", "\"media:jobs/image.png\""),
        });
        var compose = Intent(claimed, "composition", 0);
        for (var scene = 0; scene < 4; scene++)
        {
            await CommitAsync(new JobStep(claimed.Fence)
            {
                Updates = [Succeed(clips[scene])], Intents = scene == 3 ? [compose] : [], Events = Told(2), Progress = new("video_generation", ["prompt_parsing", "image_generation"], 47 + (scene * 12)),
                Documents = Document("clips", $"[{string.Join(',', Enumerable.Range(0, 4).Select(clip => $$"""{"index":{{clip}},"video_url":"media:jobs/clip-{{clip}}.mp4","status":"{{(clip <= scene ? "succeeded" : "pending")}}"}"""))}]"),
            });
        }

        await CommitAsync(new JobStep(claimed.Fence)
        {
            Updates = [Succeed(compose)], Events = Told(3), Progress = new("completed", ["prompt_parsing", "image_generation", "video_generation", "composition"], 100),
            Documents = Document("result", """{"video_url":"media:jobs/film.mp4","thumbnail_url":"media:jobs/film.png","captions_url":null,"duration":30,"resolution":"1080x1920"}"""),
            Ending = new JobEnding(JobState.Completed, null),
        });
        done.Add(claimed.Job);
    }

    private async Task CommitAsync(JobStep step)
    {
        if (await store.CommitAsync(step, CancellationToken.None) is not StepOutcome.Applied { Refused.Count: 0 })
        {
            throw new InvalidOperationException("A step was not applied.");
        }
    }

    private static List<JobEvent> Told(int count) => [.. Enumerable.Repeat(new JobEvent("progress", Data), count)];

    private static Dictionary<string, string> Document(string name, string json) => new() { [name] = json };

    private static LedgerCall Intent(ClaimedJob claimed, string stage, int index)
    {
        var id = new CallId(claimed.Job.Id, stage, index, 0);
        return new LedgerCall
        {
            Id = id, Service = stage, IdempotencyKey = id.ToIdempotencyKey(), State = CallState.Intent, Request = $$"""{"prompt":"{{Texts.OfLength(400)}}"}""", Estimate = 0.2m, Attempts = 1,
            CreatedAt = claimed.Job.StartedAt,
        };
    }

    private static LedgerCall Succeed(LedgerCall call, string response = """{"video_url":"http://127.0.0.1:9000/clip.mp4","duration":7.5,"resolution":"1080x1920"}""") =>
        call with { State = CallState.Succeeded, Response = response, Cost = 0.1m, CostSource = CostSources.Reported };
}
