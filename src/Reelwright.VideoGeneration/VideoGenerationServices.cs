using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Reelwright.Contracts.Json;
using Reelwright.Contracts.Services;
using Reelwright.Hosting.Configuration;
using Reelwright.Hosting.Media;
using Reelwright.Media.Film;
using Reelwright.Services;
using Reelwright.Services.Work;
using Reelwright.VideoGeneration.Clips;
using Reelwright.VideoGeneration.Providers.Local;

namespace Reelwright.VideoGeneration;

/// <summary>Registers the video provider and the renderer of clips.</summary>
public static class VideoGenerationServices
{
    public static IServiceCollection AddVideoGeneration(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddValidatedOptions<VideoGenerationOptions>(VideoGenerationHost.Profile.Host.Section);
        services.AddFilm(configuration);
        services.AddSingleton<ReferenceImages>();
        services.AddSingleton<ClipRenderer>();
        services.AddSingleton<MaterialiseMedia>(provider => provider.GetRequiredService<ClipRenderer>().RenderAsync);
        return services.AddServiceCall<VideoRequest, VideoResult, LocalVideoProvider>(new WorkContract<VideoRequest, VideoResult>(
            WireJson.Wire.VideoRequest, WireJson.Wire.EnvelopeVideoResult, VideoGenerationRules.Check));
    }
}
