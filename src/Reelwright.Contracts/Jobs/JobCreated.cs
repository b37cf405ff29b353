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

/// <summary>The body of <c>POST /api/v1/jobs/{id}/retry</c>, which may be left out.</summary>
public sealed record RetryRequest
{
    /// <summary>True to allow one further purchase of each call that is in doubt now.</summary>
    public bool? AcceptDoublePayment { get; init; }

    /// <summary>The job's new limit in US dollars, at most the configured one; the limit stays when not given.</summary>
    [JsonConverter(typeof(NullableMoneyConverter))]
    public decimal? MaxCostUsd { get; init; }
}
