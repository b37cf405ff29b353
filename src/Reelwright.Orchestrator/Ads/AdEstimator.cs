using Microsoft.Extensions.Options;
using Reelwright.Contracts.Ads;
using Reelwright.Contracts.Services;
using Reelwright.Engine;
using Reelwright.Engine.Exchange;

namespace Reelwright.Orchestrator.Ads;

/// <summary>What an ad probably costs, in US dollars, and how long it probably takes.</summary>
/// <param name="LeastUsd">Cost of the cheapest ad that the request allows; null when a service announces no price.</param>
internal readonly record struct AdEstimate(decimal CostUsd, decimal? LeastUsd, TimeSpan Time);

/// <summary>
/// Estimates by the announced prices: one parse, one image, a composition for each aspect ratio, and a clip for each of the typical number
/// of scenes.
/// The cheapest ad has one scene, the fewest that a plan may have. A service without an announced price counts with its configured price.
/// </summary>
internal sealed class AdEstimator(ServiceGateway gateway, IOptions<EngineOptions> engine, TimeProvider time)
{
    // A service that does not answer must not delay a creation for longer.
    private static readonly TimeSpan LongestQuestion = TimeSpan.FromSeconds(1);

    public async Task<AdEstimate> EstimateAsync(GenerateAdRequest request, CancellationToken cancellationToken)
    {
        if (await DescribeAsync(cancellationToken) is not { } services)
        {
            return new(TypicalAd.CostAtMost(FilmsOf(request)), null, TimeOf(request));
        }

        var isPriced = services.All(service => service.Traits is { Known: true, PriceKnown: true });
        var scenes = TypicalAd.Scenes(request.Duration);
        return new(CostOf(services, request, scenes), isPriced ? CostOf(services, request, TypicalAd.LeastScenes) : null, TimeOf(request));
    }

    public TimeSpan TimeOf(GenerateAdRequest request) => TypicalAd.Time(request.Duration, engine.Value.MaxParallelClips, FilmsOf(request));

    /// <summary>Null when a service does not answer in time.</summary>
    private async Task<IReadOnlyList<(string Name, ServiceTraits Traits)>?> DescribeAsync(CancellationToken cancellationToken)
    {
        using var timeout = new CancellationTokenSource(LongestQuestion, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, cancellationToken);
        try
        {
            var traits = await Task.WhenAll(ServiceNames.All.Select(service => gateway.DescribeAsync(service, either.Token).AsTask()));
            return [.. ServiceNames.All.Zip(traits)];
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return null;
        }
    }

    private static decimal CostOf(IReadOnlyList<(string Name, ServiceTraits Traits)> services, GenerateAdRequest request, int scenes) =>
        services.Sum(service => service.Name switch
        {
            ServiceNames.VideoGeneration => (service.Traits.PricePerCall * scenes) + (service.Traits.PricePerSecond * request.Duration),
            ServiceNames.Composition => service.Traits.PricePerCall * FilmsOf(request),
            _ => service.Traits.PricePerCall,
        });

    private static int FilmsOf(GenerateAdRequest request) => 1 + (request.Variants?.Count ?? 0);
}
