using System.Text.Json.Serialization;
using Reelwright.Contracts.Json;

namespace Reelwright.Contracts.Services;

/// <summary>What every microservice answers: a result or an error, and what it cost either way.</summary>
public sealed record Envelope<T>
{
    public required bool Success { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public T? Result { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ServiceError? Error { get; init; }

    /// <summary>US dollars.</summary>
    [JsonConverter(typeof(MoneyConverter))]
    public decimal Cost { get; init; }

    /// <summary>Seconds.</summary>
    public double ProcessingTime { get; init; }

    /// <summary>Name of the provider that did the work.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Provider { get; init; }
}

/// <summary>Why a service could not do it.</summary>
public sealed record ServiceError
{
    public required string Code { get; init; }

    public required string Message { get; init; }

    /// <summary>Whether the same request may succeed later. Missing means no.</summary>
    public bool Retryable { get; init; }

    /// <summary>Index of the scene whose source is unusable, from 0.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? Scene { get; init; }

    /// <summary>The unusable source's URL as the request names it.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? SourceUrl { get; init; }
}
