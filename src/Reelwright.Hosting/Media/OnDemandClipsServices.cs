using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Reelwright.MediaFiles;

namespace Reelwright.Hosting.Media;

/// <summary>Registers the rendering of clips that exist only as recipes.</summary>
public static class OnDemandClipsServices
{
    /// <summary>For every host that serves media and is not the video service: the video service renders the clips.</summary>
    public static IServiceCollection AddRemoteClips(this IServiceCollection services) => services
        .AddSingleton<RemoteClips>()
        .AddSingleton<MaterialiseMedia>(provider => provider.GetRequiredService<RemoteClips>().MaterialiseAsync);

    internal static void AddMissingMedia(this IServiceCollection services) => services.AddSingleton(provider => new OnDemandClips(
        provider.GetRequiredService<IMediaStore>(),
        provider.GetRequiredService<TimeProvider>(),
        provider.GetRequiredService<ILogger<OnDemandClips>>(),
        provider.GetService<MaterialiseMedia>()));
}
