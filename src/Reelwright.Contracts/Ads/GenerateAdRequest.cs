using System.Text.Json.Serialization;
using Reelwright.Contracts.Json;

namespace Reelwright.Contracts.Ads;

/// <summary>The body of <c>POST /api/v1/generate-ad</c>.</summary>
public sealed record GenerateAdRequest
{
    /// <summary>What the ad is about, in any language: 10 to 500 Unicode scalar values after trimming.</summary>
    public required string Prompt { get; init; }

    /// <summary>Length of the film in seconds, 15 to 60.</summary>
    public required int Duration { get; init; }

    /// <summary><c>16:9</c>, <c>9:16</c> or <c>1:1</c>.</summary>
    public required string AspectRatio { get; init; }

    public BrandGuidelines? BrandGuidelines { get; init; }

    public AdOptions? Options { get; init; }

    /// <summary>At most 16 pairs of strings, echoed in the job.</summary>
    public IReadOnlyDictionary<string, string>? Metadata { get; init; }

    /// <summary>Lowers the hard limit of what the job may cost, in US dollars.</summary>
    [JsonConverter(typeof(NullableMoneyConverter))]
    public decimal? MaxCostUsd { get; init; }

    /// <summary>
    /// Consent in advance, in US dollars: up to this sum in doubt the job buys again what may have been sold already; the configured sum,
    /// usually 0, when not given.
    /// </summary>
    [JsonConverter(typeof(NullableMoneyConverter))]
    public decimal? MaxInDoubtUsd { get; init; }

    /// <summary>0 (last) to 9 (first); 5 when not given.</summary>
    public int? Priority { get; init; }

    /// <summary>False keeps this job from being served from, or stored in, a shared cache; true when not given.</summary>
    public bool? Cache { get; init; }

    /// <summary>More aspect ratios, at most 2, that the film is composed in from the same clips; none when not given.</summary>
    public IReadOnlyList<string>? Variants { get; init; }
}
