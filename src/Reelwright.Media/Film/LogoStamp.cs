using Reelwright.Media.Ffmpeg;
using Reelwright.Media.Scenes;

namespace Reelwright.Media.Film;

/// <summary>A picture with transparency, laid over the frames of the end card; it fades in.</summary>
internal sealed class LogoStamp
{
    private const int FadeFrames = 12;
    private const int LargestSide = 6000;
    private readonly byte[] _rgba;
    private readonly (int Width, int Height) _frame;
    private readonly (int X, int Y, int Width, int Height) _place;
    private readonly (int From, int To) _time;

    private LogoStamp(byte[] rgba, (int Width, int Height) frame, (int X, int Y, int Width, int Height) place, (int From, int To) time)
    {
        _rgba = rgba;
        _frame = frame;
        _place = place;
        _time = time;
    }

    /// <exception cref="MediaRejectedException">The file is not a picture that can be used.</exception>
    public static async Task<LogoStamp> LoadAsync(
        string path, (int Width, int Height) frame, Box box, (int From, int To) time, FfmpegProcess ffmpeg, CancellationToken cancellationToken)
    {
        var input = MediaInput.Picture(path);
        var info = await new MediaProbe(ffmpeg).ReadAsync(input, countPackets: false, cancellationToken).ConfigureAwait(false);
        var name = Path.GetFileName(path);
        if (info.Video is not { Width: <= LargestSide, Height: <= LargestSide } picture)
        {
            throw new MediaRejectedException($"The logo '{name}' cannot be read, or a side of it is longer than {LargestSide} pixels.");
        }

        var (seenWidth, seenHeight) = input.Header!.IsOnItsSide ? (picture.Height, picture.Width) : (picture.Width, picture.Height);
        var scale = Math.Min(box.Width / seenWidth, box.Height / seenHeight);
        var (width, height) = (Math.Max(2, (int)(seenWidth * scale) & ~1), Math.Max(2, (int)(seenHeight * scale) & ~1));
        var output = await ffmpeg.RunAsync(
            new FfmpegCommand
            {
                Purpose = $"decode the logo '{name}'",
                Arguments = Arguments(input, width, height),
                TimeLimit = ffmpeg.Tools.Options.ProbeLimit,
                OutputLimit = width * height * 4,
            },
            cancellationToken).ConfigureAwait(false);
        if (output.Output.Length != width * height * 4)
        {
            throw new MediaRejectedException($"The logo '{name}' could not be decoded.");
        }

        var (x, y) = ((int)(box.CentreX - (width / 2.0)) & ~1, (int)(box.CentreY - (height / 2.0)) & ~1);
        return new LogoStamp(output.Output, frame, (x, y, width, height), time);
    }

    internal static IReadOnlyList<string> Arguments(MediaInput input, int width, int height) =>
    [
        "-hide_banner", "-nostdin", "-nostats", "-loglevel", "error", .. MediaLimits.Decoder(MediaLimits.MostPicturePixels),
        "-noautorotate", .. input.Arguments, "-frames:v", "1",
        "-vf", string.Join(',', [.. input.Header!.Upright, $"scale={width}:{height}:flags=lanczos", "format=rgba"]),
        "-f", "rawvideo", "-pix_fmt", "rgba", "pipe:1",
    ];

    public void Blend(int frame, Span<byte> pixels)
    {
        if (frame < _time.From || frame >= _time.To)
        {
            return;
        }

        var strength = Math.Min(256, (frame - _time.From + 1) * 256 / FadeFrames);
        var luma = pixels[..(_frame.Width * _frame.Height)];
        var u = pixels.Slice(luma.Length, luma.Length / 4);
        var v = pixels[(luma.Length + u.Length)..];
        for (var y = 0; y < _place.Height; y++)
        {
            for (var x = 0; x < _place.Width; x++)
            {
                var pixel = _rgba.AsSpan(((y * _place.Width) + x) * 4, 4);
                var alpha = pixel[3] * strength / 256;
                if (alpha == 0)
                {
                    continue;
                }

                var (px, py) = (_place.X + x, _place.Y + y);
                Mix(ref luma[(py * _frame.Width) + px], 16 + (((47 * pixel[0]) + (157 * pixel[1]) + (16 * pixel[2])) >> 8), alpha);
                if ((x | y) % 2 == 0)
                {
                    var at = (py / 2 * (_frame.Width / 2)) + (px / 2);
                    Mix(ref u[at], 128 + (((-26 * pixel[0]) - (86 * pixel[1]) + (112 * pixel[2])) >> 8), alpha);
                    Mix(ref v[at], 128 + (((112 * pixel[0]) - (102 * pixel[1]) - (10 * pixel[2])) >> 8), alpha);
                }
            }
        }
    }

    private static void Mix(ref byte under, int over, int alpha) => under = (byte)(under + ((over - under) * alpha / 255));
}
