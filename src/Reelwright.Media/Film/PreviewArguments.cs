using System.Globalization;

namespace Reelwright.Media.Film;

/// <summary>Arguments that make a short moving picture of a finished film, to be looped on a page where a film would be too much.</summary>
internal static class PreviewArguments
{
    public const int Seconds = 3;
    public const int Width = 360;
    public const int FrameRate = 12;

    // The thumbnail's moment comes a third of the way in.
    private const double Before = 1;

    /// <param name="frame">The film's best frame.</param>
    /// <param name="quality">0 to 100.</param>
    public static IReadOnlyList<string> For(string film, int frame, double duration, int quality, string output) =>
    [
        "-hide_banner", "-nostdin", "-nostats", "-loglevel", "error", "-y",
        "-ss", Start(frame, duration), "-t", Number(Seconds), "-f", "mov", "-protocol_whitelist", "file,pipe", "-i", $"file:{film}",
        "-an", "-vf", $"fps={FrameRate},scale={Width}:-2:flags=lanczos",
        "-c:v", "libwebp_anim", "-quality", Number(quality), "-compression_level", "4", "-loop", "0", "-map_metadata", "-1", "-f", "webp", $"file:{output}",
    ];

    private static string Start(int frame, double duration) =>
        Math.Clamp(((double)frame / FilmPlan.FrameRate) - Before, 0, Math.Max(0, duration - Seconds)).ToString("0.###", CultureInfo.InvariantCulture);

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
