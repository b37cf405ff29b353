using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using Reelwright.MediaFiles.Folder;
using Reelwright.MediaFiles.Links;

namespace Reelwright.MediaFiles;

/// <summary>Registers the media store and its links.</summary>
public static class MediaFilesServices
{
    public const string Section = "Reelwright:Media";

    public static IServiceCollection AddMediaFiles(this IServiceCollection services)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton<IMediaStore>(provider => new FolderMediaStore(
            provider.GetRequiredService<IOptions<MediaFilesOptions>>().Value.Folder, provider.GetRequiredService<TimeProvider>()));
        return services.AddSingleton<MediaLinks>();
    }
}
