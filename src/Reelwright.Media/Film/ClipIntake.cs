using System.Globalization;
using Reelwright.Media.Ffmpeg;

namespace Reelwright.Media.Film;

/// <summary>Checks a foreign clip before the film is drawn, so that an unusable one is refused early.</summary>
internal sealed class ClipIntake(MediaProbe probe)
{
    private const double LeastComplete = 0.97;

    /// <summary>Containers may count the last packet's duration differently.</summary>
    private static readonly TimeSpan _tolerance = TimeSpan.FromSeconds(0.5);

    /// <exception cref="MediaRejectedException">The file is not a video that can be used.</exception>
    public async Task<ClipFit> FitAsync(string path, int width, int height, int frames, CancellationToken cancellationToken)
    {
        var input = MediaInput.Video(path);
        var info = await probe.ReadAsync(input, countPackets: true, cancellationToken).ConfigureAwait(false);
        return FindFault(info, input) is { } fault
            ? throw new MediaRejectedException($"'{Path.GetFileName(path)}' {fault}")
            : new ClipFit { Input = input, Video = info.Video!, Width = width, Height = height, Frames = frames };
    }

    /// <summary>What is wrong, to follow the file's name; null when nothing is.</summary>
    private static string? FindFault(MediaInfo info, MediaInput input) => info switch
    {
        { StreamCount: > MediaLimits.MostStreams } => $"holds {info.StreamCount} streams; at most {MediaLimits.MostStreams} are accepted.",
        { Video: null } => "holds no video.",
        { Video: { } video } => FindFault(video) ?? FindMissingEnd(info, video, input),
    };

    private static string? FindFault(VideoStream video)
    {
        if (Math.Max(video.Width, video.Height) > MediaLimits.LongestClipSide)
        {
            return $"is {video.Width}x{video.Height}; at most {MediaLimits.LongestClipSide} pixels a side are accepted.";
        }

        var shape = video.Width * video.PixelAspect / video.Height;
        if (Math.Max(shape, 1 / shape) > MediaLimits.MostOblong)
        {
            return Text($"is {video.Width}x{video.Height}; its longer side may be at most {MediaLimits.MostOblong:0} times its shorter side.");
        }

        return video.PacketsCounted is > 0 ? null : Text($"promises a video of {video.Duration.TotalSeconds:0.#} s and holds no frame of it.");
    }

    private static string? FindMissingEnd(MediaInfo info, VideoStream video, MediaInput input)
    {
        if (video.FramesPromised is { } promised && video.PacketsCounted < promised * LeastComplete)
        {
            return $"is cut short: its header promises {promised} frames and {video.PacketsCounted} are there.";
        }

        // Matroska counts no frames; its header holds the time at which the longest stream ends.
        return input.Demuxer == "matroska" && info.LastPacketEnd is { } end && end < info.Duration * LeastComplete && end < info.Duration - _tolerance
            ? Text($"is cut short: its header promises {info.Duration.TotalSeconds:0.#} s and it ends after {end.TotalSeconds:0.#} s.")
            : null;
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
