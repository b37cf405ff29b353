using Microsoft.AspNetCore.Builder;
using Reelwright.Contracts.Services;
using Reelwright.Hosting.Configuration;
using Reelwright.Services;

namespace Reelwright.ImageGeneration;

/// <summary>The image service as a host: <c>POST /generate-image</c>.</summary>
public static class ImageGenerationHost
{
    internal static ServiceProfile Profile { get; } = new()
    {
        Host = new HostIdentity
        {
            Service = ServiceNames.ImageGeneration,
            Section = "ImageGeneration",
            DefaultPort = 8002,
            MaxBodyBytes = ServiceProfile.MaxBodyBytes,
            IsMicroservice = true,
        },
        Stage = "image_generation",
        Route = "/generate-image",
        DefaultConcurrency = Environment.ProcessorCount,
    };

    /// <param name="settings">Win over the environment, by the same names.</param>
    public static WebApplication Create(IEnumerable<KeyValuePair<string, string?>>? settings = null)
    {
        var builder = ServiceHost.CreateBuilder(Profile, settings);
        builder.Services.AddImageGeneration();
        return builder.Build().MapService();
    }
}
