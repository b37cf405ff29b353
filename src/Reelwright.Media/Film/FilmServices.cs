using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using Reelwright.Media.Ffmpeg;
using Reelwright.Media.Frames;
using Reelwright.Media.Text;

namespace Reelwright.Media.Film;

public static class FilmServices
{
    /// <summary>What makes films and clips. It may be called by several services of one process.</summary>
    public static IServiceCollection AddFilm(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<FfmpegOptions>().Bind(configuration.GetSection(FfmpegOptions.Section)).ValidateDataAnnotations().ValidateOnStart();
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton(provider => new FfmpegTools(provider.GetRequiredService<IOptions<FfmpegOptions>>().Value));
        services.TryAddSingleton<FfmpegProcess>();
        services.TryAddSingleton<MediaProbe>();
        services.TryAddSingleton<FontLibrary>();
        services.TryAddSingleton<MediaTools>();
        services.TryAddSingleton<MediaReadiness>();
        services.TryAddSingleton<ReferenceImageReader>();
        services.TryAddSingleton<ClipEncoder>();
        services.TryAddSingleton<FilmComposer>();
        return services;
    }
}
