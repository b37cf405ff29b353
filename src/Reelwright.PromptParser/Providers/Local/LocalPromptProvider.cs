using Microsoft.Extensions.Options;
using Reelwright.Contracts.Services;
using Reelwright.Services.Providers;
using Reelwright.Services.Work;

namespace Reelwright.PromptParser.Providers.Local;

/// <summary>Plans the ad in this process, without a key and without a network.</summary>
internal sealed class LocalPromptProvider(AdPlanner planner, IOptions<PricingOptions> pricing) : IProvider<ParseRequest, ParseResult>
{
    private const decimal TypicalUsd = 0.035m;

    public ProviderInfo Info { get; } = new()
    {
        Name = "local",
        Model = "ad-planner-1",
        Price = pricing.Value.PriceOf("call", TypicalUsd),
        TypicalSeconds = 0.1,
    };

    public Task<string?> FindFaultAsync(CancellationToken cancellationToken) => Task.FromResult<string?>(null);

    public Task<ProviderAnswer<ParseResult>> GenerateAsync(ParseRequest request, WorkContext context, CancellationToken cancellationToken) =>
        Task.FromResult(new ProviderAnswer<ParseResult>(planner.Plan(request), Info.Price.Usd));
}
