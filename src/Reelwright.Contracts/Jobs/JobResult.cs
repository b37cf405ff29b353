using System.Text.Json;
using System.Text.Json.Serialization;

namespace Reelwright.Contracts.Jobs;

/// <summary><c>result</c> of a completed job. URLs are signed when read and expire after 15 minutes.</summary>
public sealed record JobResult
{
    public required string VideoUrl { get; init; }

    public required string? ThumbnailUrl { get; init; }

    public required string? CaptionsUrl { get; init; }

    /// <summary>Seconds.</summary>
    [JsonConverter(typeof(Json.NullableSecondsConverter))]
    public required decimal? Duration { get; init; }

    /// <summary><c>1080x1920</c>.</summary>
    public required string? Resolution { get; init; }

    /// <summary>10^6 bytes, one decimal.</summary>
    public required decimal? FileSizeMb { get; init; }

    public required int ScenesGenerated { get; init; }

    /// <summary>The film in the other aspect ratios that were asked for, in their order.</summary>
    public required IReadOnlyList<JobVariant> Variants { get; init; }

    public required JsonElement Quality { get; init; }

    /// <summary>Animated WebP of some 3 s, when <c>options.preview</c> asked for it.</summary>
    public string? PreviewUrl { get; init; }
}

/// <summary>The film in another aspect ratio, laid out anew from the same clips.</summary>
public sealed record JobVariant
{
    /// <summary>One of <see cref="Ads.AspectRatios"/>.</summary>
    public required string AspectRatio { get; init; }

    public required string VideoUrl { get; init; }

    public required string? ThumbnailUrl { get; init; }

    public required string? CaptionsUrl { get; init; }

    /// <summary>Seconds.</summary>
    [JsonConverter(typeof(Json.NullableSecondsConverter))]
    public required decimal? Duration { get; init; }

    /// <summary><c>1920x1080</c>.</summary>
    public required string? Resolution { get; init; }

    /// <summary>10^6 bytes, one decimal.</summary>
    public required decimal? FileSizeMb { get; init; }

    /// <summary>As that of the film; missing of jobs that are older than it.</summary>
    public JsonElement? Quality { get; init; }

    /// <summary>As that of the film.</summary>
    public string? PreviewUrl { get; init; }
}

/// <summary><c>error</c> of a failed job.</summary>
public sealed record JobError
{
    /// <summary>One of <see cref="Problems.ErrorCodes"/>.</summary>
    public required string Code { get; init; }

    public required string Message { get; init; }

    public required string? FailedStage { get; init; }

    public required JobErrorDetails Details { get; init; }
}

/// <summary>Where a job failed and how often it was tried.</summary>
public sealed record JobErrorDetails
{
    public required string? Service { get; init; }

    public required int? Attempts { get; init; }

    public required string? LastError { get; init; }

    /// <summary>Only of a clip.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? Scene { get; init; }
}
