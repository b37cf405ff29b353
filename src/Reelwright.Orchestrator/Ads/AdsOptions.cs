using System.ComponentModel.DataAnnotations;

namespace Reelwright.Orchestrator.Ads;

/// <summary>Section <c>Reelwright:Ads</c>: limits of a creation.</summary>
public sealed class AdsOptions
{
    public const string Section = "Ads";

    /// <summary>US dollars that one job may cost at most; 10. A request can lower it by <c>max_cost_usd</c>, never raise it.</summary>
    [Range(0.01, 10_000)]
    public decimal MaxCostUsd { get; set; } = 10m;
}
