using Microsoft.Extensions.DependencyInjection;
using Reelwright.Media.Ffmpeg;
using Reelwright.Media.Frames;
using Reelwright.Media.Text;

namespace Reelwright.Media.Film;

/// <summary>Registers what makes clips and films.</summary>
public static class FilmServices
{
    public static IServiceCollection AddFilms(this IServiceCollection services) => services
        .AddFfmpeg()
        .AddSingleton<PlateReader>()
        .AddSingleton<ClipEncoder>()
        .AddSingleton<FontLibrary>()
        .AddSingleton<MediaTools>()
        .AddSingleton<FilmComposer>();
}
