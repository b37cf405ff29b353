using Microsoft.Extensions.Options;
using Reelwright.Contracts.Ads;
using Reelwright.Contracts.Services;
using Reelwright.Engine;
using Reelwright.Engine.Exchange;

namespace Reelwright.Orchestrator.Ads;

/// <summary>What an ad will probably cost, in US dollars, and how long it will probably take.</summary>
internal readonly record struct AdEstimate(decimal CostUsd, TimeSpan Time);

/// <summary>
/// Estimates by the prices that the services name: one parse, one image, a composition for each aspect ratio, and a clip for each of the
/// typical number of scenes.
/// Offline providers cost nothing, so their estimate is 0.00.
/// A service that can't be asked counts with its careful price,
/// and no estimate is above what the job may cost.
/// </summary>
internal sealed class AdEstimator(ServiceGateway gateway, IOptions<AdsOptions> ads, IOptions<EngineOptions> engine, TimeProvider time)
{
    // A creation is not kept waiting for an estimate.
    private static readonly TimeSpan LongestQuestion = TimeSpan.FromSeconds(1);

    public async Task<AdEstimate> EstimateAsync(GenerateAdRequest request, CancellationToken cancellationToken)
    {
        var cost = await PricesAsync(request, cancellationToken) ?? TypicalAd.CostAtMost(FilmsOf(request));
        var time = TypicalAd.Time(request.Duration, engine.Value.MaxParallelClips, FilmsOf(request));
        return new(Math.Min(cost, request.MaxCostUsd ?? ads.Value.MaxCostUsd), time);
    }

    /// <summary>Null when a service keeps us waiting.</summary>
    private async Task<decimal?> PricesAsync(GenerateAdRequest request, CancellationToken cancellationToken)
    {
        using var timeout = new CancellationTokenSource(LongestQuestion, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, cancellationToken);
        try
        {
            var traits = await Task.WhenAll(ServiceNames.All.Select(service => gateway.DescribeAsync(service, either.Token).AsTask()));
            return ServiceNames.All.Zip(traits).Sum(service => Price(service.First, service.Second, request));
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return null;
        }
    }

    private static decimal Price(string service, ServiceTraits traits, GenerateAdRequest request) => service switch
    {
        ServiceNames.VideoGeneration => (traits.PricePerCall * TypicalAd.Scenes(request.Duration)) + (traits.PricePerSecond * request.Duration),
        ServiceNames.Composition => traits.PricePerCall * FilmsOf(request),
        _ => traits.PricePerCall,
    };

    private static int FilmsOf(GenerateAdRequest request) => 1 + (request.Variants?.Count ?? 0);
}
