using Reelwright.Contracts.Jobs;
using Reelwright.Contracts.Json;

namespace Reelwright.Contracts.Tests.Golden;

public sealed class JobShapes
{
    private static readonly JobView Running = new()
    {
        JobId = Samples.Job,
        Status = "processing",
        Progress = new()
        {
            CurrentStage = "video_generation",
            StagesCompleted = ["prompt_parsing", "image_generation"],
            StagesRemaining = ["video_generation", "composition"],
            Percentage = 60,
        },
        Cost = new() { PromptParsing = 0.05m, ImageGeneration = 0.30m, VideoGeneration = 1.20m, Composition = 0m, Total = 1.55m },
        Result = null,
        Error = null,
        CreatedAt = Samples.Created,
        UpdatedAt = Samples.Updated,
        CompletedAt = null,
        FailedAt = null,
        CancelledAt = null,
        Request = Samples.Json("""{"prompt":"...","duration":30,"aspect_ratio":"9:16","brand_guidelines":{},"options":{},"metadata":{}}"""),
        Assets = new()
        {
            Plan = Samples.Json("{}"),
            ReferenceImageUrl = "https://cdn.example.com/i.png",
            Clips = [new() { Index = 0, VideoUrl = "https://cdn.example.com/c.mp4", Status = "succeeded" }],
        },
        ParentJobId = null,
        Warnings = [new() { Code = "TEXT_CUT", Message = "A text was cut.", Stage = "composition", Scene = 2 }],
        InDoubtUsd = 0m,
    };

    [Fact]
    public void A_job_that_runs() => GoldenFile.ShouldBe("job-running", Running, WireJson.Wire.JobView);

    [Fact]
    public void A_job_that_has_just_been_made() => GoldenFile.ShouldBe(
        "job-queued",
        Running with
        {
            Status = "queued",
            Progress = new()
            {
                CurrentStage = null,
                StagesCompleted = [],
                StagesRemaining = ["prompt_parsing", "image_generation", "video_generation", "composition"],
                Percentage = 0,
            },
            Cost = new() { PromptParsing = 0, ImageGeneration = 0, VideoGeneration = 0, Composition = 0, Total = 0 },
            UpdatedAt = Samples.Created,
            Assets = new() { Plan = null, ReferenceImageUrl = null, Clips = [] },
            Warnings = [],
            InDoubtUsd = 0m,
        },
        WireJson.Wire.JobView);

    [Fact]
    public void A_page_of_jobs() => GoldenFile.ShouldBe("job-page", new JobPage { Items = [], NextCursor = "CN4yGtlYAAAB" }, WireJson.Wire.JobPage);

    [Fact]
    public void The_last_page_of_jobs() => GoldenFile.ShouldBe("job-page-last", new JobPage { Items = [], NextCursor = null }, WireJson.Wire.JobPage);

    [Fact]
    public void A_creation() => GoldenFile.ShouldBe(
        "job-created",
        new JobCreated
        {
            JobId = Samples.Job,
            Status = "queued",
            CreatedAt = Samples.Created,
            EstimatedCompletionTime = Samples.Updated,
            EstimatedCostUsd = 1.5104m,
        },
        WireJson.Wire.JobCreated);

    [Fact]
    public void A_change_that_was_accepted() =>
        GoldenFile.ShouldBe("job-accepted", new JobAccepted { JobId = Samples.Job, Status = "cancelled" }, WireJson.Wire.JobAccepted);

    [Fact]
    public void A_retry() => GoldenFile.ShouldBe("retry-request", new RetryRequest { AcceptDoublePayment = true }, WireJson.Wire.RetryRequest);

    [Fact]
    public void The_result_of_a_job() => GoldenFile.ShouldBe(
        "job-result",
        new JobResult
        {
            VideoUrl = "https://cdn.example.com/film.mp4",
            ThumbnailUrl = "https://cdn.example.com/film.jpg",
            CaptionsUrl = "https://cdn.example.com/film.srt",
            Duration = 30.000m,
            Resolution = "1080x1920",
            FileSizeMb = 12.5m,
            ScenesGenerated = 4,
            Variants =
            [
                new()
                {
                    AspectRatio = "1:1",
                    VideoUrl = "https://cdn.example.com/square.mp4",
                    ThumbnailUrl = "https://cdn.example.com/square.jpg",
                    CaptionsUrl = null,
                    Duration = 30m,
                    Resolution = "1080x1080",
                    FileSizeMb = 9.0m,
                    Quality = Samples.Json("{}"),
                },
            ],
            Quality = Samples.Json("{}"),
            PreviewUrl = "https://cdn.example.com/film.webp",
        },
        WireJson.Wire.JobResult);

    [Fact]
    public void The_result_of_a_service_that_tells_little() => GoldenFile.ShouldBe(
        "job-result-sparse",
        new JobResult
        {
            VideoUrl = "https://cdn.example.com/film.mp4",
            ThumbnailUrl = null,
            CaptionsUrl = null,
            Duration = null,
            Resolution = null,
            FileSizeMb = null,
            ScenesGenerated = 1,
            Variants = [],
            Quality = Samples.Json("{}"),
        },
        WireJson.Wire.JobResult);

    [Fact]
    public void The_error_of_a_clip() => GoldenFile.ShouldBe(
        "job-error-clip",
        new JobError
        {
            Code = "VIDEO_GENERATION_FAILED",
            Message = "Video generation service failed after 3 attempts",
            FailedStage = "video_generation",
            Details = new() { Service = "video-generation", Attempts = 3, LastError = "429 Too Many Requests", Scene = 2 },
        },
        WireJson.Wire.JobError);

    [Fact]
    public void The_error_of_no_single_call() => GoldenFile.ShouldBe(
        "job-error",
        new JobError
        {
            Code = "DEADLINE_EXCEEDED",
            Message = "The job took longer than 60 minutes",
            FailedStage = null,
            Details = new() { Service = null, Attempts = null, LastError = null },
        },
        WireJson.Wire.JobError);

    [Fact]
    public void The_ledger() => GoldenFile.ShouldBe(
        "calls",
        new CallsView
        {
            JobId = Samples.Job,
            Items =
            [
                new()
                {
                    Stage = "prompt_parsing",
                    Index = 0,
                    Generation = 0,
                    Service = "prompt-parser",
                    Provider = "local",
                    Status = "succeeded",
                    Attempts = 1,
                    IdempotencyKey = "k-0",
                    OperationId = null,
                    EstimateUsd = 0.05m,
                    CostUsd = 0.0004m,
                    CostSource = "reported",
                    Reused = 1,
                    Cached = false,
                    Voided = false,
                    LastError = null,
                    CreatedAt = Samples.Created,
                    AcceptedAt = null,
                    SettledAt = Samples.Updated,
                },
                new()
                {
                    Stage = "video_generation",
                    Index = 2,
                    Generation = 1,
                    Service = "video-generation",
                    Provider = null,
                    Status = "accepted",
                    Attempts = 2,
                    IdempotencyKey = "k-1",
                    OperationId = "/operations/7",
                    EstimateUsd = 0.40m,
                    CostUsd = null,
                    CostSource = null,
                    Reused = 0,
                    Cached = false,
                    Voided = false,
                    LastError = "503 Service Unavailable",
                    CreatedAt = Samples.Created,
                    AcceptedAt = Samples.Updated,
                    SettledAt = null,
                },
            ],
            SettledUsd = 0.0004m,
            ReservedUsd = 0.4m,
            InDoubtUsd = 0m,
        },
        WireJson.Wire.CallsView);
}
