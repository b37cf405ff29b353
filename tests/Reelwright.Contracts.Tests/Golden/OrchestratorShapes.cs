using Reelwright.Contracts.Ads;
using Reelwright.Contracts.Jobs;
using Reelwright.Contracts.Json;
using Reelwright.Contracts.Problems;

namespace Reelwright.Contracts.Tests.Golden;

public sealed class OrchestratorShapes
{
    [Fact]
    public void A_request_with_everything() => GoldenFile.ShouldBe(
        "generate-ad-request",
        new GenerateAdRequest
        {
            Prompt = "新しい抹茶ラテの広告を作って, café & <tea>",
            Duration = 30,
            AspectRatio = "9:16",
            BrandGuidelines = new() { PrimaryColor = "#D4AF37", SecondaryColor = "#000000", Style = "luxury", Name = "Aurelia", LogoUrl = "https://x.test/l.png" },
            Options = new() { Language = "ja", CallToAction = "今すぐ", Voiceover = true, Music = "calm", Captions = "burnt_in", AiLabel = false },
            Metadata = new Dictionary<string, string> { ["Campaign-ID"] = "7" },
            MaxCostUsd = 2.5m,
            Priority = 9,
            Cache = false,
            Variants = ["1:1", "16:9"],
        },
        WireJson.Wire.GenerateAdRequest);

    [Fact]
    public void A_request_with_the_least() => GoldenFile.ShouldBe(
        "generate-ad-request-least",
        new GenerateAdRequest
        {
            Prompt = "An ad for luxury watches",
            Duration = 15,
            AspectRatio = "1:1",
            BrandGuidelines = new(),
            Options = new(),
            Metadata = new Dictionary<string, string>(),
        },
        WireJson.Wire.GenerateAdRequest);

    [Fact]
    public void A_problem() => GoldenFile.ShouldBe(
        "problem",
        new Problem { Title = "Not Found", Status = 404, Detail = "There is no such job.", Instance = "/api/v1/jobs/x", Code = ErrorCodes.NotFound },
        WireJson.Wire.Problem);

    [Fact]
    public void A_problem_with_input() => GoldenFile.ShouldBe(
        "problem-input",
        new Problem
        {
            Title = "Bad Request",
            Status = 400,
            Detail = "duration is required.",
            Instance = "/api/v1/generate-ad",
            Code = ErrorCodes.InvalidInput,
            Errors = new Dictionary<string, string[]> { ["duration"] = ["is required"], ["brand_guidelines.primary_color"] = ["must be a colour"] },
        },
        WireJson.Wire.Problem);

    [Fact]
    public void Health() => GoldenFile.ShouldBe(
        "health",
        new OrchestratorHealth
        {
            Status = "healthy",
            Service = "ai-video-orchestrator",
            Version = "1.0.0",
            Database = "connected",
            Timestamp = Samples.Created,
            Services = new Dictionary<string, string> { ["prompt-parser"] = "available" },
            Signals = "in_process",
        },
        WireJson.Wire.OrchestratorHealth);

    [Fact]
    public void Health_without_a_database() => GoldenFile.ShouldBe(
        "health-unhealthy",
        new OrchestratorHealth
        {
            Status = "unhealthy",
            Service = "ai-video-orchestrator",
            Database = "disconnected",
            Error = "Failed to connect to database",
        },
        WireJson.Wire.OrchestratorHealth);

    [Fact]
    public void Liveness() => GoldenFile.ShouldBe("health-live", new Liveness { Status = "alive" }, WireJson.Wire.Liveness);

    [Fact]
    public void Readiness() => GoldenFile.ShouldBe(
        "health-ready",
        new Readiness
        {
            Status = "not_ready",
            Checks =
            [
                new() { Name = "database", Status = "ok", Problem = null, Cure = null },
                new() { Name = "media_tools", Status = "failing", Problem = "ffmpeg was not found.", Cure = "Install it." },
            ],
        },
        WireJson.Wire.Readiness);
}
