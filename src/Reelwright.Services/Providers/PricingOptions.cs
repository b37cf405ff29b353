using Reelwright.Contracts.Services;

namespace Reelwright.Services.Providers;

/// <summary>Section <c>Reelwright:Pricing</c>.</summary>
public sealed class PricingOptions
{
    /// <summary>
    /// Whether local providers charge typical prices, so that costs and budgets can be tried offline. When off, they cost 0.
    /// </summary>
    public bool Simulate { get; set; }

    /// <summary>A local provider's price, given what a real one takes.</summary>
    public ProviderPrice PriceOf(string per, decimal typicalUsd) => new() { Per = per, Usd = Simulate ? typicalUsd : 0m };
}
