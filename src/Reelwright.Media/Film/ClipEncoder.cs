using Reelwright.Media.Ffmpeg;
using Reelwright.Media.Scenes;

namespace Reelwright.Media.Film;

/// <summary>Encodes one scene as a silent MP4 of final quality.</summary>
public sealed class ClipEncoder(FfmpegProcess ffmpeg)
{
    /// <exception cref="MissingToolException">ffmpeg is not installed.</exception>
    /// <exception cref="FfmpegFailedException">The encode failed; no file is left.</exception>
    public async Task EncodeAsync(IFrameSource frames, string path, CancellationToken cancellationToken)
    {
        using var output = new PartialFile(path);
        var settings = new EncodeSettings
        {
            Width = frames.Width,
            Height = frames.Height,
            Frames = frames.FrameCount,
            Output = $"file:{output.Temporary}",
        };
        var feed = new FrameFeed(FrameBytes(frames.Width, frames.Height), frames.FrameCount, (frame, pixels, _) =>
        {
            frames.Render(frame, pixels.Span);
            return ValueTask.CompletedTask;
        });
        var command = new FfmpegCommand
        {
            Purpose = $"encode '{Path.GetFileName(path)}'",
            Arguments = EncodeArguments.For(settings),
            TimeLimit = ffmpeg.Tools.Options.EncodeLimit,
            Feed = feed.WriteAsync,
        };
        await ffmpeg.RunAsync(command, cancellationToken).ConfigureAwait(false);
        output.Complete();
    }

    internal static int FrameBytes(int width, int height) => width * height * 3 / 2;
}
