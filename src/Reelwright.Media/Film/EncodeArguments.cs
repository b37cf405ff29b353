using System.Globalization;

namespace Reelwright.Media.Film;

/// <summary>The encoder's settings. Relative names start at the work folder.</summary>
internal sealed record EncodeSettings
{
    public required int Width { get; init; }

    public required int Height { get; init; }

    /// <summary>Our own ASS file in the work folder; null for no text.</summary>
    public string? TextFile { get; init; }

    /// <summary>Our own AAC file in the work folder; null for no sound track.</summary>
    public string? SoundFile { get; init; }

    public required string Output { get; init; }
}

/// <summary>
/// Arguments of the one encode: raw frames on stdin, H.264 High at final quality. The superfast preset omits macroblock-tree rate control;
/// enabling it more than halves the size for a few percent of time. Two threads match the two that draw frames, save memory, and give the
/// same bytes on any machine. A queue of two frames before the encoder is enough; more only takes memory.
/// </summary>
internal static class EncodeArguments
{
    public static IReadOnlyList<string> For(EncodeSettings settings) =>
    [
        "-hide_banner", "-nostdin", "-nostats", "-loglevel", "warning", "-y",
        "-f", "rawvideo", "-pix_fmt", "yuv420p", "-s", $"{settings.Width}x{settings.Height}", "-r", Number(FilmPlan.FrameRate),
        .. _colours, "-thread_queue_size", "2", "-i", "pipe:0",
        .. settings.SoundFile is { } sound ? (IEnumerable<string>)["-f", "mov", "-protocol_whitelist", "file,pipe", "-i", sound] : [],
        "-map", "0:v:0",
        .. settings.SoundFile is null ? (IEnumerable<string>)[] : ["-map", "1:a:0", "-c:a", "copy"],
        .. settings.TextFile is { } text ? (IEnumerable<string>)["-vf", TextFilter(text)] : [],
        "-c:v", "libx264", "-preset", "superfast", "-crf", "20", "-g", "60", "-bf", "2", "-flags", "+cgop", "-threads", "2",
        "-x264-params", "mbtree=1:rc-lookahead=10:aq-mode=3", "-profile:v", "high", "-pix_fmt", "yuv420p",
        .. _colours,
        "-map_metadata", "-1", "-movflags", "+faststart", "-f", "mp4", settings.Output,
    ];

    private static readonly string[] _colours =
        ["-color_range", "tv", "-colorspace", "bt709", "-color_primaries", "bt709", "-color_trc", "bt709"];

    // Older versions of ffmpeg draw text with the BT.601 matrix, newer ones with the frame's own. With this label both give the same
    // colours.
    public static string TextFilter(string textFile) => $"setparams=colorspace=smpte170m,ass={textFile},setparams=colorspace=bt709";

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
