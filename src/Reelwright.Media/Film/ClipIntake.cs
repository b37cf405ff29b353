using Reelwright.Media.Ffmpeg;

namespace Reelwright.Media.Film;

/// <summary>Checks a foreign clip before the film is drawn, so that an unusable one is refused early.</summary>
internal sealed class ClipIntake(MediaProbe probe)
{
    private const double LeastComplete = 0.97;

    /// <exception cref="MediaRejectedException">The file is not a video that can be used.</exception>
    public async Task<ClipFit> FitAsync(string path, int width, int height, int frames, CancellationToken cancellationToken)
    {
        var input = MediaInput.Video(path);
        var info = await probe.ReadAsync(input, countPackets: true, cancellationToken).ConfigureAwait(false);
        var name = Path.GetFileName(path);
        if (info.StreamCount > MediaLimits.MostStreams)
        {
            throw new MediaRejectedException($"'{name}' holds {info.StreamCount} streams; at most {MediaLimits.MostStreams} are accepted.");
        }

        var video = info.Video ?? throw new MediaRejectedException($"'{name}' holds no video.");
        if (Math.Max(video.Width, video.Height) > MediaLimits.LongestClipSide)
        {
            throw new MediaRejectedException($"'{name}' is {video.Width}x{video.Height}; at most {MediaLimits.LongestClipSide} pixels a side are accepted.");
        }

        if (video.PacketsCounted is not > 0)
        {
            throw new MediaRejectedException($"'{name}' promises a video of {video.Duration.TotalSeconds:0.#} s and holds no frame of it.");
        }

        if (video.FramesPromised is { } promised && video.PacketsCounted < promised * LeastComplete)
        {
            throw new MediaRejectedException(
                $"'{name}' is cut short: its header promises {promised} frames and {video.PacketsCounted} are there. Fetch it again.");
        }

        return new ClipFit { Input = input, Video = video, Width = width, Height = height, Frames = frames };
    }
}
