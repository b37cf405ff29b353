using System.Globalization;

namespace Reelwright.Media.Film;

/// <summary>Arguments that take one frame of a finished film as a JPEG.</summary>
internal static class ThumbnailArguments
{
    // JPEG uses full range and the BT.601 matrix. An mjpeg stream of one frame is a JPEG file, whatever its name.
    public static IReadOnlyList<string> For(string film, int frame, string output) =>
    [
        "-hide_banner", "-nostdin", "-nostats", "-loglevel", "error", "-y",
        "-ss", Seconds(frame), "-f", "mov", "-protocol_whitelist", "file,pipe", "-i", $"file:{film}",
        "-frames:v", "1", "-vf", "scale=in_color_matrix=bt709:in_range=tv:out_color_matrix=bt601:out_range=pc,format=yuvj420p",
        "-q:v", "2", "-map_metadata", "-1", "-f", "mjpeg", $"file:{output}",
    ];

    // Half a frame early, because seeking stops at the first frame at or after the time.
    private static string Seconds(int frame) =>
        Math.Max(0, (frame - 0.5) / FilmPlan.FrameRate).ToString("0.####", CultureInfo.InvariantCulture);
}
