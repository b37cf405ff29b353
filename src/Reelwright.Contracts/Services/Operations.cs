using System.Text.Json.Serialization;
using Reelwright.Contracts.Json;

namespace Reelwright.Contracts.Services;

/// <summary>The states of a long-running operation.</summary>
public static class OperationStatus
{
    public const string Running = "running";
    public const string Succeeded = "succeeded";
    public const string Failed = "failed";
    public const string Cancelled = "cancelled";
}

/// <summary>Body of 202 and of 409: the operation that runs, also named by <c>Location</c>.</summary>
public sealed record OperationAccepted
{
    public required OperationState Operation { get; init; }
}

/// <summary>An operation by its id.</summary>
public sealed record OperationState
{
    public required string Id { get; init; }

    /// <summary>One of <see cref="OperationStatus"/>.</summary>
    public required string Status { get; init; }
}

/// <summary>The answer to <c>GET /operations/{id}</c>: its state and, when it has ended, the members of the envelope.</summary>
public sealed record OperationView
{
    public required OperationState Operation { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public bool? Success { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public System.Text.Json.JsonElement? Result { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ServiceError? Error { get; init; }

    [JsonConverter(typeof(NullableMoneyConverter))]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public decimal? Cost { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public double? ProcessingTime { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Provider { get; init; }
}
