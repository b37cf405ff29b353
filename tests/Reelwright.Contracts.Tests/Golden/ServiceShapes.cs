using Reelwright.Contracts.Json;
using Reelwright.Contracts.Services;

namespace Reelwright.Contracts.Tests.Golden;

public sealed class ServiceShapes
{
    private static readonly Scene Scene = new()
    {
        Index = 0,
        Role = SceneRoles.Hook,
        Title = "Time",
        Prompt = "A watch on black velvet",
        Duration = 7.50m,
        StartTime = 0,
        EndTime = 7.5m,
        Camera = Cameras.PushIn,
        Transition = Transitions.Crossfade,
        OnScreenText = "Time, kept beautifully",
        Voiceover = null,
    };

    private static readonly VisualDirection Direction = new()
    {
        Style = ArtDirections.LuxuryMinimal,
        Mood = "elegant",
        Lighting = "soft",
        Palette = ["#d4af37", "#000000"],
        Subject = "luxury watches",
        Motif = Motifs.Watch,
    };

    private static readonly AudioPlan Audio = new()
    {
        Music = new() { Mood = "elegant", TempoBpm = 84, Url = null },
        Voiceover = new() { Enabled = false, Voice = null, Script = null },
    };

    private static readonly TextOverlay Overlay = new()
    {
        Text = "Time, kept beautifully",
        StartTime = 0.4m,
        EndTime = 7.1m,
        Position = OverlayPositions.Headline,
        Style = OverlayStyles.Words,
    };

    [Fact]
    public void A_request_to_parse() => GoldenFile.ShouldBe(
        "parse-request",
        new ParseRequest { Prompt = "An ad for luxury watches", Duration = 30m, AspectRatio = "9:16", BrandGuidelines = new() { Name = "Aurelia" }, Options = null },
        WireJson.Wire.ParseRequest);

    [Fact]
    public void A_plan() => GoldenFile.ShouldBe(
        "parse-answer",
        new Envelope<ParseResult>
        {
            Success = true,
            Result = new() { Scenes = [Scene], VisualDirection = Direction, Audio = Audio, TextOverlays = [Overlay], CallToAction = "Discover more" },
            Cost = 0.0004m,
            ProcessingTime = 0.25,
            Provider = "local",
        },
        WireJson.Wire.EnvelopeParseResult);

    [Fact]
    public void A_request_for_an_image() => GoldenFile.ShouldBe(
        "image-request",
        new ImageRequest { Prompt = "A watch", Style = "luxury", VisualDirection = Direction, AspectRatio = "9:16", BrandGuidelines = null },
        WireJson.Wire.ImageRequest);

    [Fact]
    public void An_image() => GoldenFile.ShouldBe(
        "image-answer",
        new Envelope<ImageResult> { Success = true, Result = new() { ImageUrl = "https://x.test/i.png", Seed = 42 }, Cost = 0.2m, ProcessingTime = 3 },
        WireJson.Wire.EnvelopeImageResult);

    [Fact]
    public void A_request_for_a_clip() => GoldenFile.ShouldBe(
        "video-request",
        new VideoRequest
        {
            ScenePrompt = "A watch on black velvet",
            ReferenceImageUrl = "https://x.test/i.png",
            Duration = 7.5m,
            AspectRatio = "9:16",
            Scene = Scene,
            VisualDirection = null,
        },
        WireJson.Wire.VideoRequest);

    [Fact]
    public void A_clip() => GoldenFile.ShouldBe(
        "video-answer",
        new Envelope<VideoResult>
        {
            Success = true,
            Result = new() { VideoUrl = "https://x.test/c.mp4", Duration = 7.5m, Resolution = "1080x1920" },
            Cost = 0.30m,
            ProcessingTime = 41.5,
        },
        WireJson.Wire.EnvelopeVideoResult);

    [Fact]
    public void A_request_for_a_film() => GoldenFile.ShouldBe(
        "compose-request",
        new ComposeRequest
        {
            Scenes = [new() { VideoUrl = "https://x.test/c.mp4", StartTime = 0, EndTime = 7.5m, Transition = "crossfade" }],
            Audio = Audio,
            TextOverlays = [Overlay],
            AspectRatio = "9:16",
            BrandGuidelines = new() { PrimaryColor = "#D4AF37" },
            CallToAction = "Discover more",
            Options = new() { Captions = "off" },
            VisualDirection = null,
            Providers = [new() { Stage = "video_generation", Provider = "acme" }],
        },
        WireJson.Wire.ComposeRequest);

    [Fact]
    public void A_film() => GoldenFile.ShouldBe(
        "compose-answer",
        new Envelope<ComposeResult>
        {
            Success = true,
            Result = new()
            {
                VideoUrl = "https://x.test/f.mp4",
                ThumbnailUrl = "https://x.test/f.jpg",
                CaptionsUrl = "https://x.test/f.srt",
                Duration = 30.0m,
                Resolution = "1080x1920",
                FileSize = 12_500_000,
                CaptionsVttUrl = "https://x.test/f.vtt",
                PreviewUrl = "https://x.test/f.webp",
            },
            Cost = 0.07m,
            ProcessingTime = 12.75,
        },
        WireJson.Wire.EnvelopeComposeResult);

    [Fact]
    public void A_failure() => GoldenFile.ShouldBe(
        "failure",
        new Envelope<ParseResult>
        {
            Success = false,
            Error = new() { Code = "PROVIDER_BUSY", Message = "Try again later", Retryable = true },
            Cost = 0,
            ProcessingTime = 0.5,
        },
        WireJson.Wire.EnvelopeParseResult);

    [Fact]
    public void An_operation_that_was_accepted() => GoldenFile.ShouldBe(
        "operation-accepted",
        new OperationAccepted { Operation = new() { Id = "op-7", Status = OperationStatus.Running } },
        WireJson.Wire.OperationAccepted);

    [Fact]
    public void An_operation_that_has_ended() => GoldenFile.ShouldBe(
        "operation-succeeded",
        new OperationView
        {
            Operation = new() { Id = "op-7", Status = OperationStatus.Succeeded },
            Success = true,
            Result = Samples.Json("""{"video_url":"https://x.test/c.mp4"}"""),
            Cost = 0.3m,
            ProcessingTime = 41.5,
            Provider = "local",
        },
        WireJson.Wire.OperationView);

    [Fact]
    public void An_operation_that_has_failed() => GoldenFile.ShouldBe(
        "operation-failed",
        new OperationView
        {
            Operation = new() { Id = "op-7", Status = OperationStatus.Failed },
            Success = false,
            Error = new() { Code = "CONTENT_REJECTED", Message = "The provider refused the prompt", Retryable = false },
            Cost = 0m,
            ProcessingTime = 1,
        },
        WireJson.Wire.OperationView);

    [Fact]
    public void What_a_service_can_do() => GoldenFile.ShouldBe(
        "capabilities",
        new Capabilities
        {
            Service = ServiceNames.VideoGeneration,
            Version = "1.0.0",
            Idempotency = true,
            Operations = true,
            Providers = [new() { Name = "local", Model = "recipe-1", Price = new() { Per = "second", Usd = 0.04m }, TypicalSeconds = 8 }],
            Limits = new Dictionary<string, int> { ["max_duration"] = 60 },
        },
        WireJson.Wire.Capabilities);

    [Fact]
    public void The_health_of_a_service() => GoldenFile.ShouldBe(
        "service-health", new ServiceHealth { Status = "healthy", Service = ServiceNames.Composition, Version = "1.0.0" }, WireJson.Wire.ServiceHealth);

    [Fact]
    public void The_health_of_a_service_that_is_not_well() => GoldenFile.ShouldBe(
        "service-health-unhealthy",
        new ServiceHealth { Status = "unhealthy", Service = ServiceNames.Composition, Version = "1.0.0", Error = "ffmpeg was not found" },
        WireJson.Wire.ServiceHealth);
}
