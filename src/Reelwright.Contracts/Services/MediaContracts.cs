using System.Text.Json;
using System.Text.Json.Serialization;
using Reelwright.Contracts.Ads;
using Reelwright.Contracts.Json;

namespace Reelwright.Contracts.Services;

/// <summary><c>POST /generate-image</c>.</summary>
public sealed record ImageRequest
{
    public required string Prompt { get; init; }

    public string? Style { get; init; }

    public VisualDirection? VisualDirection { get; init; }

    public required string AspectRatio { get; init; }

    public BrandGuidelines? BrandGuidelines { get; init; }

    [JsonExtensionData]
    public Dictionary<string, JsonElement>? More { get; set; }
}

/// <summary>The reference image.</summary>
public sealed record ImageResult
{
    public required string ImageUrl { get; init; }

    public long? Seed { get; init; }

    [JsonExtensionData]
    public Dictionary<string, JsonElement>? More { get; set; }
}

/// <summary><c>POST /generate-video</c>: one scene.</summary>
public sealed record VideoRequest
{
    public required string ScenePrompt { get; init; }

    public string? ReferenceImageUrl { get; init; }

    [JsonConverter(typeof(SecondsConverter))]
    public required decimal Duration { get; init; }

    public required string AspectRatio { get; init; }

    public Scene? Scene { get; init; }

    public VisualDirection? VisualDirection { get; init; }

    [JsonExtensionData]
    public Dictionary<string, JsonElement>? More { get; set; }
}

/// <summary>A clip. A request for its URL yields a full-quality playable MP4.</summary>
public sealed record VideoResult
{
    public required string VideoUrl { get; init; }

    [JsonConverter(typeof(NullableSecondsConverter))]
    public decimal? Duration { get; init; }

    public string? Resolution { get; init; }

    [JsonExtensionData]
    public Dictionary<string, JsonElement>? More { get; set; }
}

/// <summary><c>POST /compose</c>.</summary>
public sealed record ComposeRequest
{
    public required IReadOnlyList<ComposeScene> Scenes { get; init; }

    public AudioPlan? Audio { get; init; }

    public IReadOnlyList<TextOverlay>? TextOverlays { get; init; }

    public required string AspectRatio { get; init; }

    public BrandGuidelines? BrandGuidelines { get; init; }

    public string? CallToAction { get; init; }

    public AdOptions? Options { get; init; }

    public VisualDirection? VisualDirection { get; init; }

    /// <summary>
    /// Who made the plan, the image and the clips, for the film's own mark of where it comes from; those whose service names its provider.
    /// </summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<ProviderCredit>? Providers { get; init; }

    [JsonExtensionData]
    public Dictionary<string, JsonElement>? More { get; set; }
}

/// <summary>Who worked on a stage.</summary>
public sealed record ProviderCredit
{
    /// <summary><c>video_generation</c>.</summary>
    public required string Stage { get; init; }

    /// <summary>As its service's answers name it.</summary>
    public required string Provider { get; init; }
}

/// <summary>A clip at its place on the final timeline.</summary>
public sealed record ComposeScene
{
    public required string VideoUrl { get; init; }

    [JsonConverter(typeof(SecondsConverter))]
    public required decimal StartTime { get; init; }

    [JsonConverter(typeof(SecondsConverter))]
    public required decimal EndTime { get; init; }

    /// <summary>How this scene gives way to the next.</summary>
    public string? Transition { get; init; }

    /// <summary>What the voice says during the scene.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Voiceover { get; init; }

    [JsonExtensionData]
    public Dictionary<string, JsonElement>? More { get; set; }
}

/// <summary>The finished film.</summary>
public sealed record ComposeResult
{
    public required string VideoUrl { get; init; }

    public string? ThumbnailUrl { get; init; }

    /// <summary>SRT; the same captions as WebVTT are at <see cref="CaptionsVttUrl"/>.</summary>
    public string? CaptionsUrl { get; init; }

    [JsonConverter(typeof(NullableSecondsConverter))]
    public decimal? Duration { get; init; }

    public string? Resolution { get; init; }

    /// <summary>Bytes.</summary>
    public long? FileSize { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? CaptionsVttUrl { get; init; }

    /// <summary>What was left out of the film, cut or done otherwise; null when nothing was.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<ServiceWarning>? Warnings { get; init; }

    /// <summary>Animated WebP of some 3 s; only when it was asked for.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? PreviewUrl { get; init; }

    [JsonExtensionData]
    public Dictionary<string, JsonElement>? More { get; set; }
}
