using Reelwright.Media.Ffmpeg;
using Reelwright.Media.Vector;

namespace Reelwright.Doctor;

/// <summary>Whether films can be drawn, encoded and measured.</summary>
internal static class MediaFindings
{
    public static Finding Drawing() => SvgRaster.Probe() is { } problem
        ? Finding.Fail("drawing", problem, "apt-get install librsvg2-2 libcairo2")
        : Finding.Ok("drawing", "librsvg and cairo draw");

    public static async Task<Finding> FfmpegAsync(FfmpegTools tools, CancellationToken cancellationToken)
    {
        if (tools.FindFault() is { } fault)
        {
            return Finding.Fail("ffmpeg", fault, "apt-get install ffmpeg");
        }

        await Task.CompletedTask;
        return Finding.Ok("ffmpeg", tools.Ffmpeg);
    }
}
