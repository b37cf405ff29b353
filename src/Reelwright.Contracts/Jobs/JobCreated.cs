using System.Text.Json.Serialization;
using Reelwright.Contracts.Json;

namespace Reelwright.Contracts.Jobs;

/// <summary>The answer to <c>POST /api/v1/generate-ad</c> (201).</summary>
public sealed record JobCreated
{
    public required Guid JobId { get; init; }

    public required string Status { get; init; }

    [JsonConverter(typeof(TimestampConverter))]
    public required DateTimeOffset CreatedAt { get; init; }

    [JsonConverter(typeof(TimestampConverter))]
    public required DateTimeOffset EstimatedCompletionTime { get; init; }

    [JsonConverter(typeof(MoneyConverter))]
    public required decimal EstimatedCostUsd { get; init; }
}

/// <summary>The answer to a cancel or a retry (202).</summary>
public sealed record JobAccepted
{
    public required Guid JobId { get; init; }

    public required string Status { get; init; }
}
