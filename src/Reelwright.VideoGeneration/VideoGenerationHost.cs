using Microsoft.AspNetCore.Builder;
using Reelwright.Contracts.Services;
using Reelwright.Hosting.Configuration;
using Reelwright.Services;
using Reelwright.VideoGeneration.Clips;

namespace Reelwright.VideoGeneration;

/// <summary>The video service as a host: <c>POST /generate-video</c> and <c>POST /clips/materialise</c>.</summary>
public static class VideoGenerationHost
{
    internal static ServiceProfile Profile { get; } = new()
    {
        Host = new HostIdentity
        {
            Service = ServiceNames.VideoGeneration,
            Section = "VideoGeneration",
            DefaultPort = 8003,
            MaxBodyBytes = ServiceProfile.MaxBodyBytes,
            IsMicroservice = true,
        },
        Stage = "video_generation",
        Route = "/generate-video",
        DefaultConcurrency = Environment.ProcessorCount * 4,
    };

    /// <param name="settings">Win over the environment, by the same names.</param>
    public static WebApplication Create(IEnumerable<KeyValuePair<string, string?>>? settings = null)
    {
        var builder = ServiceHost.CreateBuilder(Profile, settings);
        builder.Services.AddVideoGeneration(builder.Configuration);
        var app = builder.Build().MapService();
        app.MapClips();
        return app;
    }
}
