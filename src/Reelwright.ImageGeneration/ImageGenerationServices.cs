using Microsoft.Extensions.DependencyInjection;
using Reelwright.Contracts.Json;
using Reelwright.Contracts.Services;
using Reelwright.Hosting.Configuration;
using Reelwright.ImageGeneration.Providers.Local;
using Reelwright.Services;
using Reelwright.Services.Work;

namespace Reelwright.ImageGeneration;

/// <summary>Registers the image provider.</summary>
public static class ImageGenerationServices
{
    public static IServiceCollection AddImageGeneration(this IServiceCollection services)
    {
        services.AddValidatedOptions<ImageGenerationOptions>(ImageGenerationHost.Profile.Host.Section);
        return services.AddServiceCall<ImageRequest, ImageResult, LocalImageProvider>(new WorkContract<ImageRequest, ImageResult>(
            WireJson.Wire.ImageRequest, WireJson.Wire.EnvelopeImageResult, ImageGenerationRules.Check));
    }
}
