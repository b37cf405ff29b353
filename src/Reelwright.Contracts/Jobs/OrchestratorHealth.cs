using System.Text.Json.Serialization;
using Reelwright.Contracts.Json;

namespace Reelwright.Contracts.Jobs;

/// <summary>The answer to <c>GET /health</c>.</summary>
public sealed record OrchestratorHealth
{
    public required string Status { get; init; }

    public required string Service { get; init; }

    /// <summary>Only when healthy.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Version { get; init; }

    public required string Database { get; init; }

    /// <summary>Only when healthy.</summary>
    [JsonConverter(typeof(NullableTimestampConverter))]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public DateTimeOffset? Timestamp { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Error { get; init; }

    /// <summary>Each microservice with <c>available</c>, <c>unavailable</c> or <c>not_checked</c>.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyDictionary<string, string>? Services { get; init; }

    /// <summary>
    /// Between nodes: <c>in_process</c> without a broker, else <c>connected</c> or <c>disconnected</c>, which costs latency and no job.
    /// </summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Signals { get; init; }
}
