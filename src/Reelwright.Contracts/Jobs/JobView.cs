using System.Text.Json;
using System.Text.Json.Serialization;
using Reelwright.Contracts.Json;

namespace Reelwright.Contracts.Jobs;

/// <summary>A job as its owner sees it. Members that do not apply are null, never missing.</summary>
public sealed record JobView
{
    public required Guid JobId { get; init; }

    /// <summary><c>queued</c>, <c>processing</c>, <c>awaiting_approval</c>, <c>completed</c>, <c>failed</c> or <c>cancelled</c>.</summary>
    public required string Status { get; init; }

    public required JobProgress Progress { get; init; }

    public required JobCost Cost { get; init; }

    public required JsonElement? Result { get; init; }

    public required JsonElement? Error { get; init; }

    [JsonConverter(typeof(TimestampConverter))]
    public required DateTimeOffset CreatedAt { get; init; }

    [JsonConverter(typeof(TimestampConverter))]
    public required DateTimeOffset UpdatedAt { get; init; }

    [JsonConverter(typeof(NullableTimestampConverter))]
    public required DateTimeOffset? CompletedAt { get; init; }

    [JsonConverter(typeof(NullableTimestampConverter))]
    public required DateTimeOffset? FailedAt { get; init; }

    [JsonConverter(typeof(NullableTimestampConverter))]
    public required DateTimeOffset? CancelledAt { get; init; }

    public required JsonElement Request { get; init; }

    public required JobAssets Assets { get; init; }

    public required Guid? ParentJobId { get; init; }

    /// <summary>
    /// What the owner should know of a job that went on all the same, such as a logo that was left out. Empty when there is nothing.
    /// </summary>
    public required IReadOnlyList<JobWarning> Warnings { get; init; }

    /// <summary>Sum of the estimates of calls that may have been sold and whose bill is not known. Not part of the cost.</summary>
    [JsonConverter(typeof(MoneyConverter))]
    public required decimal InDoubtUsd { get; init; }
}

/// <summary>A warning: something is missing, was changed or is about to run out, and the job went on.</summary>
public sealed record JobWarning
{
    /// <summary>Stable word in capitals, such as <c>LOGO_LEFT_OUT</c>.</summary>
    public required string Code { get; init; }

    /// <summary>One or more sentences.</summary>
    public required string Message { get; init; }

    /// <summary>The stage that gave it; null when it concerns the whole job.</summary>
    public required string? Stage { get; init; }

    /// <summary>Index of the scene that it concerns, from 0; null when it concerns none.</summary>
    public required int? Scene { get; init; }
}

/// <summary>How far a job is.</summary>
public sealed record JobProgress
{
    /// <summary>Null while queued for the first time, <c>completed</c> when completed, else the stage reached.</summary>
    public required string? CurrentStage { get; init; }

    public required IReadOnlyList<string> StagesCompleted { get; init; }

    /// <summary>Includes the current stage.</summary>
    public required IReadOnlyList<string> StagesRemaining { get; init; }

    /// <summary>0 to 100. A failed or cancelled job keeps what it had reached.</summary>
    public required int Percentage { get; init; }
}

/// <summary>The settled ledger by stage, in US dollars.</summary>
public sealed record JobCost
{
    [JsonConverter(typeof(MoneyConverter))]
    public required decimal PromptParsing { get; init; }

    [JsonConverter(typeof(MoneyConverter))]
    public required decimal ImageGeneration { get; init; }

    [JsonConverter(typeof(MoneyConverter))]
    public required decimal VideoGeneration { get; init; }

    [JsonConverter(typeof(MoneyConverter))]
    public required decimal Composition { get; init; }

    [JsonConverter(typeof(MoneyConverter))]
    public required decimal Total { get; init; }
}

/// <summary>What the job has made so far.</summary>
public sealed record JobAssets
{
    /// <summary>The parser's answer, as it came.</summary>
    public required JsonElement? Plan { get; init; }

    public required string? ReferenceImageUrl { get; init; }

    public required IReadOnlyList<ClipView> Clips { get; init; }
}

/// <summary>One clip.</summary>
public sealed record ClipView
{
    public required int Index { get; init; }

    public required string? VideoUrl { get; init; }

    /// <summary>The state of its call in the ledger, or <c>pending</c> before there is one.</summary>
    public required string Status { get; init; }
}

/// <summary>The answer to <c>GET /api/v1/jobs</c>.</summary>
public sealed record JobPage
{
    public required IReadOnlyList<JobView> Items { get; init; }

    /// <summary>To be given as <c>cursor</c> for the next page; null on the last.</summary>
    public required string? NextCursor { get; init; }
}
