using System.Globalization;
using Reelwright.Media.Ffmpeg;

namespace Reelwright.Media.Frames;

/// <summary>
/// Decodes a picture that is not ours, after a look at its first bytes and its size: a few kilobytes can claim to be a billion pixels.
/// </summary>
public sealed class ReferenceImageReader(FfmpegProcess ffmpeg, MediaProbe probe)
{
    private const int LongestSide = 8192;
    private const int LeastSide = 64;
    private const int WorkingSide = 2880;

    /// <summary>Of a panorama a part is shown, which must not become coarse.</summary>
    private const int WorkingShortSide = 1200;

    /// <summary>Decodes it once, because a picture that cannot be shown is to be refused before clips are paid for.</summary>
    /// <exception cref="MediaRejectedException">The file is not a PNG, JPEG or WebP picture that can be shown.</exception>
    /// <exception cref="FfmpegFailedException">The decoder was stopped, timed out or lacked memory; the file may be good.</exception>
    public Task CheckAsync(string path, CancellationToken cancellationToken) => ReadAsync(path, cancellationToken);

    /// <exception cref="MediaRejectedException">The file is not a PNG, JPEG or WebP picture of a usable size.</exception>
    /// <exception cref="MissingToolException">ffmpeg is not installed.</exception>
    public async Task<ReferenceImage> ReadAsync(string path, CancellationToken cancellationToken)
    {
        var input = MediaInput.Picture(path);
        PictureOutline.Check(input);
        var stored = await SizeAsync(input, cancellationToken);
        var shrink = Math.Min(
            1, Math.Max(WorkingSide / (double)Math.Max(stored.Width, stored.Height), WorkingShortSide / (double)Math.Min(stored.Width, stored.Height)));
        var (width, height) = ((int)Math.Round(stored.Width * shrink), (int)Math.Round(stored.Height * shrink));
        var hasAlpha = stored.HasAlpha;
        var command = new FfmpegCommand
        {
            Purpose = $"decode '{Path.GetFileName(path)}'",
            Arguments = Arguments(input, width, height, hasAlpha),
            TimeLimit = ffmpeg.Tools.Options.ProbeLimit,
            OutputLimit = width * height * (hasAlpha ? 4 : 3),
        };
        try
        {
            var output = await ffmpeg.RunAsync(command, cancellationToken);
            if (output.Messages.FirstOrDefault(DecoderErrors.IsError) is { } fault)
            {
                throw new MediaRejectedException($"'{Path.GetFileName(path)}' is damaged: {fault.Replace(input.FilePath, "the file", StringComparison.Ordinal)}.");
            }

            (width, height) = input.Header!.IsOnItsSide ? (height, width) : (width, height);
            return hasAlpha ? Flatten(output.Output, width, height, path) : ReferenceImage.FromRgb(output.Output, width, height);
        }
        catch (Exception error) when (error is FfmpegFailedException { IsTemporary: false, RanOutOfSpace: false } or ArgumentException)
        {
            throw new MediaRejectedException($"'{Path.GetFileName(path)}' cannot be decoded as a picture.", error);
        }
    }

    internal static IReadOnlyList<string> Arguments(MediaInput input, int width, int height, bool hasAlpha) =>
    [
        "-v", "error", "-nostdin", "-err_detect", "crccheck", .. MediaLimits.Decoder(MediaLimits.MostPicturePixels), "-noautorotate", .. input.Arguments, "-frames:v", "1",
        "-vf", string.Join(',', Filters(input, width, height, hasAlpha)),
        "-f", "rawvideo", "pipe:1",
    ];

    // What is transparent has a colour too, mostly black: unless it is premultiplied first, scaling draws it into the edges.
    private static IEnumerable<string> Filters(MediaInput input, int width, int height, bool hasAlpha) =>
    [
        .. hasAlpha ? (IEnumerable<string>)["format=gbrap", "premultiply=inplace=1"] : [],
        string.Create(CultureInfo.InvariantCulture, $"scale={width}:{height}:flags=lanczos"),
        .. input.Header!.Upright,
        hasAlpha ? "format=rgba" : "format=rgb24",
    ];

    private static ReferenceImage Flatten(byte[] pixels, int width, int height, string path) =>
        CutOutGround.Of(pixels) is { } ground
            ? ReferenceImage.FromCutOut(pixels, width, height, ground)
            : throw new MediaRejectedException($"'{Path.GetFileName(path)}' is wholly transparent: there is nothing to show.");

    private async Task<VideoStream> SizeAsync(MediaInput input, CancellationToken cancellationToken)
    {
        var info = await probe.ReadAsync(input, countPackets: false, cancellationToken);
        var name = Path.GetFileName(input.FilePath);
        var picture = info.Video ?? throw new MediaRejectedException($"'{name}' holds no picture.");
        return picture is { Width: >= LeastSide and <= LongestSide, Height: >= LeastSide and <= LongestSide }
            ? picture
            : throw new MediaRejectedException($"'{name}' is {picture.Width}x{picture.Height}; each side must have {LeastSide} to {LongestSide} pixels.");
    }
}
