using System.Text.Json.Serialization;
using Reelwright.Contracts.Json;

namespace Reelwright.Contracts.Problems;

/// <summary>An RFC 9457 problem: every error answer of the orchestrator.</summary>
public sealed record Problem
{
    /// <summary>The media type that a problem travels under.</summary>
    public const string MediaType = "application/problem+json";

    public string Type { get; init; } = "about:blank";

    public required string Title { get; init; }

    public required int Status { get; init; }

    public required string Detail { get; init; }

    /// <summary>The path that was asked for; missing when the request could not be read that far.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Instance { get; init; }

    /// <summary>One of <see cref="ErrorCodes"/>.</summary>
    public required string Code { get; init; }

    /// <summary>For input: what is wrong with each field, by its JSON name (<c>brand_guidelines.primary_color</c>).</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyDictionary<string, string[]>? Errors { get; init; }

    /// <summary>For <c>BUDGET_EXCEEDED</c>: what the ad would probably cost, in US dollars.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    [JsonConverter(typeof(NullableMoneyConverter))]
    public decimal? EstimatedCostUsd { get; init; }
}
