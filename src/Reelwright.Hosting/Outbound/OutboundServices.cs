using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Reelwright.Hosting.Configuration;

namespace Reelwright.Hosting.Outbound;

/// <summary>Registers the guard and the downloader.</summary>
internal static class OutboundServices
{
    public static void AddOutboundGuard(this IServiceCollection services)
    {
        services.AddValidatedOptions<OutboundOptions>("Outbound").Validate(
            options => options.AllowedInside.All(url => Uri.TryCreate(url, UriKind.Absolute, out _)),
            "Reelwright:Outbound:AllowedInside takes absolute URLs such as http://10.0.0.5:9000.");
        services.TryAddSingleton(Network.System);
        services.AddSingleton<OutboundGuard>();
        services.AddSingleton<GuardedDownloader>();
    }
}
