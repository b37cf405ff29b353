using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Reelwright.Media.Ffmpeg;

/// <summary>Registers ffmpeg and ffprobe.</summary>
public static class FfmpegServices
{
    public static IServiceCollection AddFfmpeg(this IServiceCollection services)
    {
        services.AddOptions<FfmpegOptions>().BindConfiguration(FfmpegOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton(provider => new FfmpegTools(provider.GetRequiredService<IOptions<FfmpegOptions>>().Value));
        services.AddSingleton<FfmpegProcess>();
        return services.AddSingleton<MediaProbe>();
    }

    /// <summary>Why films can't be made on this machine, with the cure; null when both programs are there.</summary>
    public static string? FindFault(this FfmpegTools tools)
    {
        try
        {
            return tools.Ffmpeg.Length > 0 && tools.Ffprobe.Length > 0 ? null : FfmpegTools.Cure;
        }
        catch (MissingToolException exception)
        {
            return exception.Message;
        }
    }
}
