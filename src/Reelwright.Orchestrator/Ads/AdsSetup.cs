using Microsoft.Extensions.DependencyInjection;
using Reelwright.Hosting.Configuration;

namespace Reelwright.Orchestrator.Ads;

/// <summary>Registers what a creation needs.</summary>
internal static class AdsSetup
{
    public static IServiceCollection AddAds(this IServiceCollection services)
    {
        services.AddValidatedOptions<AdsOptions>(AdsOptions.Section);
        return services
            .AddSingleton<AdIntake>()
            .AddSingleton<AdEstimator>()
            .AddSingleton<CreationTurns>()
            .AddSingleton<AdCreation>();
    }
}
