using System.Text.Json.Serialization;
using Reelwright.Contracts.Json;

namespace Reelwright.Contracts.Services;

/// <summary>The answer to <c>GET /capabilities</c>.</summary>
public sealed record Capabilities
{
    public required string Service { get; init; }

    public required string Version { get; init; }

    /// <summary>True when the same key and body always get the same answer and are never billed twice.</summary>
    public required bool Idempotency { get; init; }

    /// <summary>True when long work is answered 202 and can be polled, found by key and cancelled.</summary>
    public required bool Operations { get; init; }

    public required IReadOnlyList<ProviderInfo> Providers { get; init; }

    public required IReadOnlyDictionary<string, int> Limits { get; init; }
}

/// <summary>One provider of a service; the first listed is the one in use.</summary>
public sealed record ProviderInfo
{
    public required string Name { get; init; }

    public required string Model { get; init; }

    public required ProviderPrice Price { get; init; }

    public required double TypicalSeconds { get; init; }
}

/// <summary>What one <c>call</c>, or one <c>second</c> of clip, costs.</summary>
public sealed record ProviderPrice
{
    public required string Per { get; init; }

    [JsonConverter(typeof(MoneyConverter))]
    public required decimal Usd { get; init; }
}

/// <summary>The answer to a microservice's <c>GET /health</c>.</summary>
public sealed record ServiceHealth
{
    public required string Status { get; init; }

    public required string Service { get; init; }

    public required string Version { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Error { get; init; }
}
