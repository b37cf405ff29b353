using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Reelwright.Engine.Store;
using Reelwright.Hosting.Configuration;
using Reelwright.MediaFiles;
using Reelwright.MediaFiles.Links;

namespace Reelwright.Orchestrator.Health;

/// <summary>Registers what the health calls need.</summary>
internal static class HealthSetup
{
    public static IServiceCollection AddHealth(this IServiceCollection services) => services
        .AddSingleton<ServiceStates>()
        .AddSingleton<DatabaseReadiness>()
        .AddSingleton(provider => new ReadinessCheck("database", provider.GetRequiredService<DatabaseReadiness>().RunAsync))
        .AddSingleton<DiskReadiness>()
        .AddSingleton(provider => new ReadinessCheck("disk", provider.GetRequiredService<DiskReadiness>().RunAsync))
        .AddSingleton(OpenStoredFiles)
        .AddHostedService(provider => provider.GetRequiredService<StoredFiles>())
        .AddSingleton<ReadinessProbe>();

    private static StoredFiles OpenStoredFiles(IServiceProvider provider)
    {
        // These create their files and folders, so that all of them are there.
        _ = provider.GetRequiredService<IJobStore>();
        _ = provider.GetRequiredService<IMediaStore>();
        _ = provider.GetRequiredService<MediaLinks>();

        var data = provider.GetRequiredService<IOptions<DataOptions>>().Value;
        var media = provider.GetRequiredService<IOptions<MediaFilesOptions>>().Value;
        var paths = new List<(string Name, string Path)> { ("data folder", Path.GetFullPath(data.Folder)) };
        if (provider.GetRequiredService<IOptions<DatabaseOptions>>().Value.Url is null)
        {
            paths.Add(("database", data.PathOf(DatabaseOptions.FileName)));
        }

        paths.Add(("media folder", Path.GetFullPath(media.Folder)));
        if (string.IsNullOrEmpty(media.SigningKey))
        {
            paths.Add(("media signing key", Path.GetFullPath(media.SigningKeyFile)));
        }

        return new StoredFiles(paths);
    }
}
