using Reelwright.Media.Ffmpeg;
using Reelwright.Media.Film;

namespace Reelwright.Media.Tests.Film;

/// <summary>Clips that are narrow, turned, interlaced or of oblong pixels.</summary>
public sealed class OddShapeTests : IDisposable
{
    private readonly FilmLab _lab = new();

    [Theory]
    [InlineData("32x2048")]
    [InlineData("2048x32")]
    [InlineData("4x160")]
    public async Task A_strip_is_refused_before_its_decoder_starts(string size)
    {
        var clip = await _lab.MakeAsync("a.mp4", "-f", "lavfi", "-i", $"testsrc2=s={size}:r=10:d=0.2", "-c:v", "mpeg4");

        (await Should.ThrowAsync<MediaRejectedException>(() => FitAsync(clip))).Message.ShouldContain("at most 20 times its shorter side");
    }

    [Theory]
    [InlineData("64x1024")]
    [InlineData("1024x64")]
    [InlineData("90x160")]
    public async Task A_clip_of_another_shape_is_cut_to_the_frame_before_it_is_scaled(string size)
    {
        var clip = await _lab.MakeAsync("a.mp4", "-f", "lavfi", "-i", $"color=gray:s={size}:r=30:d=0.4", "-c:v", "mpeg4");

        var fit = await FitAsync(clip);
        var film = await ComposeAsync(clip);

        var filters = fit.Arguments[fit.Arguments.ToList().IndexOf("-vf") + 1];
        filters.IndexOf("crop=", StringComparison.Ordinal).ShouldBeLessThan(filters.IndexOf("scale=", StringComparison.Ordinal));
        (await _lab.FrameAsync(film.FilmPath, 5)).Mean.ShouldBe(126, 4);
    }

    // A white bar in the upper part of the picture as it is stored; where it is shown tells how it was turned.
    [Theory]
    [InlineData("0 1 -1 0", 0.8, 0.5)]
    [InlineData("0 -1 1 0", 0.2, 0.5)]
    [InlineData("-1 0 0 -1", 0.5, 0.8)]
    [InlineData("1 0 0 -1", 0.5, 0.8)]
    [InlineData("-1 0 0 1", 0.5, 0.2)]
    [InlineData("0 1 1 0", 0.2, 0.5)]
    [InlineData("0 -1 -1 0", 0.8, 0.5)]
    public async Task A_display_matrix_turns_and_mirrors(string matrix, double x, double y)
    {
        var clip = await _lab.MakeAsync(
            "a.mov", "-f", "lavfi", "-i", "color=black:s=160x160:r=30:d=0.4,drawbox=x=0:y=16:w=160:h=32:c=white:t=fill", "-c:v", "mpeg4", "-q:v", "2");
        await TurnAsync(clip, matrix);

        var film = await _lab.ComposeAsync(_lab.Plan(160, 160, 0.4) with { Scenes = [FilmLab.Scene(0, 0.4, new ClipScene(clip))] });

        var picture = await _lab.FrameAsync(film.FilmPath, 5);
        ((int)picture.Pixels[((int)(y * 160) * 160) + (int)(x * 160)]).ShouldBeGreaterThan(200);
        ((int)picture.Pixels[((int)((1 - y) * 160) * 160) + (int)((1 - x) * 160)]).ShouldBeLessThan(40, "the bar is on one side only");
    }

    [Theory]
    [InlineData("mpeg2video", "1 0 0 1")]
    [InlineData("mpeg2video", "0 1 -1 0")]
    [InlineData("mpeg2video", "0 -1 1 0")]
    public async Task Interlaced_pictures_are_deinterlaced_before_they_are_turned(string codec, string matrix)
    {
        // White moves over black by 8 pixels between two fields, so that combs are 8 pixels wide.
        var clip = await _lab.MakeAsync(
            "a.mov", "-f", "lavfi", "-i", "color=black:s=160x160:r=60:d=1,geq=lum='if(gt(mod(X-8*N+1600,160),80),235,16)':cb=128:cr=128,tinterlace=interleave_top,setfield=tff",
            "-c:v", codec, "-q:v", "2", "-flags", "+ildct+ilme", "-top", "1");
        await TurnAsync(clip, matrix);

        var film = await _lab.ComposeAsync(_lab.Plan(160, 160, 0.8) with { Scenes = [FilmLab.Scene(0, 0.8, new ClipScene(clip))] });

        Combs(await _lab.FrameAsync(film.FilmPath, 12), turned: matrix[0] == '0').ShouldBeLessThan(0.02);
    }

    [Theory]
    [InlineData("2/1", "1 0 0 1", 40)]
    [InlineData("1/2", "1 0 0 1", 80)]
    [InlineData("2/1", "0 1 -1 0", 80)]
    public async Task Pixels_that_are_not_square_are_shown_in_their_shape(string shape, string matrix, int height)
    {
        // A white square of 40 stored pixels in the middle, shown in a square film of 160.
        var clip = await _lab.MakeAsync(
            "a.mov", "-f", "lavfi", "-i", $"color=black:s=160x160:r=30:d=0.4,drawbox=x=60:y=60:w=40:h=40:c=white:t=fill,setsar={shape}", "-c:v", "mpeg4", "-q:v", "2");
        await TurnAsync(clip, matrix);

        var film = await _lab.ComposeAsync(_lab.Plan(160, 160, 0.4) with { Scenes = [FilmLab.Scene(0, 0.4, new ClipScene(clip))] });

        var box = (await _lab.FrameAsync(film.FilmPath, 5)).Written(16, 100).ShouldNotBeNull();
        box.Height.ShouldBe(height, 4);
        box.Width.ShouldBe(height == 40 ? 80 : 40, 4);
    }

    public void Dispose() => _lab.Dispose();

    private Task<ClipFit> FitAsync(string clip) => new ClipIntake(_lab.Probe).FitAsync(clip, 160, 90, 12, TestContext.Current.CancellationToken);

    private Task<FilmResult> ComposeAsync(string clip) =>
        _lab.ComposeAsync(_lab.Plan(160, 90, 0.4) with { Scenes = [FilmLab.Scene(0, 0.4, new ClipScene(clip))] });

    /// <summary>The share of pixels that differ from both neighbours across the direction of fields.</summary>
    private static double Combs(Picture picture, bool turned)
    {
        var (combs, step) = (0, turned ? 1 : picture.Width);
        for (var at = picture.Width + 1; at < picture.Pixels.Length - picture.Width - 1; at++)
        {
            var (before, here, after) = (picture.Pixels[at - step], picture.Pixels[at], picture.Pixels[at + step]);
            combs += Math.Abs(before - after) < 20 && Math.Abs(here - before) > 80 ? 1 : 0;
        }

        return combs / (double)picture.Pixels.Length;
    }

    /// <summary>Writes a matrix (a b c d) into the header of the track (ISO/IEC 14496-12, tkhd).</summary>
    private static async Task TurnAsync(string path, string matrix)
    {
        var bytes = await File.ReadAllBytesAsync(path, TestContext.Current.CancellationToken);
        var at = bytes.AsSpan().IndexOf("tkhd"u8) + 4 + 40;
        var numbers = matrix.Split(' ').Select(number => int.Parse(number, System.Globalization.CultureInfo.InvariantCulture) << 16).ToArray();
        foreach (var (index, number) in (ReadOnlySpan<(int, int)>)[(0, numbers[0]), (1, numbers[1]), (3, numbers[2]), (4, numbers[3])])
        {
            System.Buffers.Binary.BinaryPrimitives.WriteInt32BigEndian(bytes.AsSpan(at + (index * 4)), number);
        }

        await File.WriteAllBytesAsync(path, bytes, TestContext.Current.CancellationToken);
    }
}
