using System.Globalization;
using Reelwright.Media.Ffmpeg;
using Reelwright.Media.Frames;
using Reelwright.Media.Scenes;

namespace Reelwright.Media.Film;

/// <summary>A picture with transparency, laid over the frames of the end card; it fades in.</summary>
internal sealed class LogoStamp
{
    private const int FadeFrames = 12;
    private const int LargestSide = StillPicture.LongestSide;
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
        PictureOutline.Check(input);
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
        if (output.Output.Length != width * height * 4 || DecoderErrors.Count(output.Messages) > 0)
        {
            throw new MediaRejectedException($"The logo '{name}' is damaged: it could not be decoded without errors.");
        }

        var (x, y) = ((int)(box.CentreX - (width / 2.0)) & ~1, (int)(box.CentreY - (height / 2.0)) & ~1);
        return new LogoStamp(output.Output, frame, (x, y, width, height), time);
    }

    internal static IReadOnlyList<string> Arguments(MediaInput input, int width, int height) =>
    [
        "-hide_banner", "-nostdin", "-nostats", "-loglevel", "error", "-err_detect", "crccheck", .. MediaLimits.Decoder(MediaLimits.MostPicturePixels),
        "-noautorotate", .. input.Arguments, "-frames:v", "1",
        "-vf", string.Join(',', Filters(input, width, height)),
        "-f", "rawvideo", "-pix_fmt", "rgba", "pipe:1",
    ];

    // Premultiplied, because scaling would mix the colour of hidden pixels into the edges.
    private static IEnumerable<string> Filters(MediaInput input, int width, int height) =>
    [
        .. input.Header!.Upright, "format=gbrap", "premultiply=inplace=1",
        string.Create(CultureInfo.InvariantCulture, $"scale={width}:{height}:flags=lanczos"), "format=rgba",
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
        for (var y = 0; y < _place.Height; y += 2)
        {
            for (var x = 0; x < _place.Width; x += 2)
            {
                // Four pixels of luma share one of each chroma.
                Premultiplied sum = default;
                for (var i = 0; i < 4; i++)
                {
                    var (px, py) = (x + (i % 2), y + (i / 2));
                    var pixel = Premultiplied.Of(_rgba.AsSpan(((py * _place.Width) + px) * 4, 4));
                    Lay(ref luma[((_place.Y + py) * _frame.Width) + _place.X + px], pixel.Luma, pixel.Alpha, 16, strength);
                    sum += pixel;
                }

                var at = ((_place.Y + y) / 2 * (_frame.Width / 2)) + ((_place.X + x) / 2);
                Lay(ref u[at], sum.Blue / 4, sum.Alpha / 4, 128, strength);
                Lay(ref v[at], sum.Red / 4, sum.Alpha / 4, 128, strength);
            }
        }
    }

    /// <param name="over">The difference to <paramref name="zero"/>, times alpha.</param>
    private static void Lay(ref byte under, double over, double alpha, int zero, int strength) =>
        under = (byte)Math.Clamp(under + Math.Round((((zero - under) * alpha / 255) + over) * strength / 256), 0, 255);

    /// <summary>Luma and chroma differences of a pixel in limited range (BT.709), times its alpha.</summary>
    private readonly record struct Premultiplied(double Luma, double Blue, double Red, double Alpha)
    {
        public static Premultiplied Of(ReadOnlySpan<byte> rgba)
        {
            var zero = Yuv.Black;
            var yuv = Yuv.FromRgb(rgba[0] / 255f, rgba[1] / 255f, rgba[2] / 255f);
            return new(yuv.Y - zero.Y, yuv.U - zero.U, yuv.V - zero.V, rgba[3]);
        }

        public static Premultiplied operator +(Premultiplied a, Premultiplied b) => new(a.Luma + b.Luma, a.Blue + b.Blue, a.Red + b.Red, a.Alpha + b.Alpha);
    }
}
