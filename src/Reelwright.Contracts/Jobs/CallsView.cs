using System.Text.Json.Serialization;
using Reelwright.Contracts.Json;

namespace Reelwright.Contracts.Jobs;

/// <summary>The answer to <c>GET /api/v1/jobs/{id}/calls</c>: the ledger of one job, oldest first.</summary>
public sealed record CallsView
{
    public required Guid JobId { get; init; }

    public required IReadOnlyList<CallView> Items { get; init; }

    /// <summary>Sum of what is settled, in US dollars.</summary>
    [JsonConverter(typeof(MoneyConverter))]
    public required decimal SettledUsd { get; init; }

    /// <summary>Sum of the estimates of the calls that are in work.</summary>
    [JsonConverter(typeof(MoneyConverter))]
    public required decimal ReservedUsd { get; init; }

    /// <summary>Sum of the estimates of the calls that may have been sold and whose bill is not known.</summary>
    [JsonConverter(typeof(MoneyConverter))]
    public required decimal InDoubtUsd { get; init; }
}

/// <summary>One row of the ledger.</summary>
public sealed record CallView
{
    public required string Stage { get; init; }

    /// <summary>The scene of a clip; of a composition 0 for the film and 1 or 2 for a variant; else 0.</summary>
    public required int Index { get; init; }

    /// <summary>Rises with each purchase: after a definite failure, a voided delivery, and a repurchase of a call in doubt.</summary>
    public required int Generation { get; init; }

    public required string Service { get; init; }

    /// <summary>As the service's answer names it; null when it does not.</summary>
    public required string? Provider { get; init; }

    /// <summary><c>intent</c>, <c>accepted</c>, <c>succeeded</c>, <c>failed</c> or <c>unknown</c>.</summary>
    public required string Status { get; init; }

    public required int Attempts { get; init; }

    public required string IdempotencyKey { get; init; }

    public required string? OperationId { get; init; }

    [JsonConverter(typeof(MoneyConverter))]
    public required decimal EstimateUsd { get; init; }

    [JsonConverter(typeof(NullableMoneyConverter))]
    public required decimal? CostUsd { get; init; }

    /// <summary>Where the cost comes from: <c>reported</c> by the service, <c>estimated</c> because it named no
    /// readable cost, <c>not_reported</c> (counted as 0), or <c>cache</c>; null until settled.</summary>
    public required string? CostSource { get; init; }

    /// <summary>How often the row's response was used instead of a new call.</summary>
    public required int Reused { get; init; }

    public required bool Cached { get; init; }

    /// <summary>The delivery was unusable: its cost stays, and a retry buys it again.</summary>
    public required bool Voided { get; init; }

    public required string? LastError { get; init; }

    [JsonConverter(typeof(TimestampConverter))]
    public required DateTimeOffset CreatedAt { get; init; }

    [JsonConverter(typeof(NullableTimestampConverter))]
    public required DateTimeOffset? AcceptedAt { get; init; }

    [JsonConverter(typeof(NullableTimestampConverter))]
    public required DateTimeOffset? SettledAt { get; init; }
}
