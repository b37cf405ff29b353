using Reelwright.Engine.Jobs;
using Reelwright.Engine.Ledger;
using Reelwright.Engine.Store;
using Reelwright.Orchestrator.Access;
using Reelwright.Orchestrator.Production;

namespace Reelwright.Orchestrator.Tests;

/// <summary>Takes a stored job through its states, as the engine would.</summary>
internal sealed class JobDriver(ApiHost api, JobId id)
{
    private NodeLease? lease;

    public JobId Id => id;

    public string Path => $"/api/v1/jobs/{id}";

    public static async Task<JobDriver> CreateAsync(ApiHost api, string prompt = "An ad for luxury watches", string owner = Caller.Local)
    {
        var id = JobId.New(TimeProvider.System);
        await api.Store.CreateAsync(
            new NewJob
            {
                Id = id,
                Owner = owner,
                Prompt = prompt,
                Duration = 30,
                AspectRatio = "9:16",
                BrandGuidelines = "{}",
                Request = $$"""{"prompt":"{{prompt}}","duration":30,"aspect_ratio":"9:16","brand_guidelines":{},"options":{},"metadata":{},"max_cost_usd":null,"priority":5,"cache":true,"variants":["1:1"]}""",
                CostLimit = 10,
                Priority = 5,
            },
            CancellationToken.None);
        return new JobDriver(api, id);
    }

    /// <summary>One step of the job; claims it first when nobody has.</summary>
    public async Task StepAsync(Func<JobStep, JobStep> step)
    {
        if (lease is null)
        {
            var joined = await api.Store.JoinAsync(Guid.CreateVersion7(), CancellationToken.None);
            var claimed = await api.Store.ClaimAsync(joined, 1000, CancellationToken.None);
            claimed.ShouldContain(job => job.Job.Id == id);
            lease = joined;
        }

        var outcome = await api.Store.CommitAsync(step(new JobStep(new Fence(id, lease.Value))), CancellationToken.None);
        outcome.ShouldBeOfType<StepOutcome.Applied>();
        api.Signals.SignalProgress(id);
    }

    public Task EmitAsync(params JobEvent[] events) => StepAsync(step => step with { Events = events });

    public async Task EndAsync(JobState state, JobFailure? failure = null)
    {
        await StepAsync(step => step with
        {
            Ending = new JobEnding(state, failure),
            Events = [JobEvents.Done(state, failure)],
        });
        lease = null;
    }

    public LedgerCall Call(string stage, string service, int index = 0, decimal estimate = 0.10m)
    {
        var call = new CallId(id, stage, index, 0);
        return new LedgerCall
        {
            Id = call,
            Service = service,
            IdempotencyKey = call.ToIdempotencyKey(),
            State = CallState.Intent,
            Request = "{}",
            Estimate = estimate,
            CreatedAt = TimeProvider.System.GetUtcNow(),
        };
    }

    /// <summary>Everything that a finished job has.</summary>
    public async Task CompleteAsync()
    {
        var now = TimeProvider.System.GetUtcNow();
        var parse = Call(StageNames.PromptParsing, "prompt-parser");
        await StepAsync(step => step with { Intents = [parse] });
        await StepAsync(step => step with
        {
            Updates = [parse with { State = CallState.Succeeded, Cost = 0.05m, CostSource = CostSources.Reported, Response = "{}", SettledAt = now, Attempts = 1 }],
            Progress = new StageProgress(
                StageNames.Composition,
                [StageNames.PromptParsing, StageNames.ImageGeneration, StageNames.VideoGeneration, StageNames.Composition],
                100),
            Documents = new Dictionary<string, string>
            {
                [DocumentNames.Plan] = """{"scenes": [{"prompt": "media:looks/like/ours", "duration": 30.0}], "extra": {"kept": 1e2}}""",
                [DocumentNames.ReferenceImageUrl] = $"\"media:jobs/{id}/images/i.png\"",
                [DocumentNames.Clips] =
                    $$"""[{"index":0,"video_url":"media:jobs/{{id}}/clips/c.mp4","status":"succeeded"},{"index":1,"video_url":"https://cdn.test/c.mp4?a=1&b=2","status":"succeeded"}]""",
                [DocumentNames.Result] =
                    $$$"""{"video_url":"media:jobs/{{{id}}}/films/f.mp4","thumbnail_url":null,"captions_url":null,"duration":30,"resolution":"1080x1920","file_size_mb":12.5,"scenes_generated":2,"variants":[{"aspect_ratio":"1:1","video_url":"media:jobs/{{{id}}}/films/square.mp4","thumbnail_url":null,"captions_url":null,"duration":30,"resolution":"1080x1080","file_size_mb":9.0}],"quality":{}}""",
            },
        });
        await EndAsync(JobState.Completed);
    }
}
