using Microsoft.Extensions.Logging.Abstractions;
using Reelwright.Media.Ffmpeg;
using Reelwright.Media.Film;

namespace Reelwright.Media.Tests.Film;

/// <summary>
/// Clips with an alpha channel: what is transparent has a colour too, here a bright test picture, and nobody is to see it.
/// </summary>
public sealed class TransparentClipTests : IDisposable
{
    private const string Ground = "#305080";

    // The left half is transparent, the right half green; both are bright.
    private static readonly string[] _source = ["-f", "lavfi", "-i", "testsrc2=s=128x128:r=30:d=1,format=rgba,geq=r='if(lt(X,64),r(X,Y),0)':g='if(lt(X,64),g(X,Y),200)':b='if(lt(X,64),b(X,Y),0)':a='if(lt(X,64),0,255)'"];

    private readonly FilmLab _lab = new();

    [Theory]
    [InlineData("vp9.webm", "libvpx-vp9", "yuva420p")]
    [InlineData("vp8.webm", "libvpx", "yuva420p")]
    [InlineData("4444.mov", "prores_ks", "yuva444p10le")]
    [InlineData("rle.mov", "qtrle", "argb")]
    [InlineData("png.mov", "png", "rgba")]
    [InlineData("ffv1.mkv", "ffv1", "yuva420p")]
    public async Task What_is_transparent_shows_the_ground_of_the_film_and_nothing_that_lay_hidden(string name, string codec, string format)
    {
        string[] options = codec.StartsWith("libvpx", StringComparison.Ordinal) ? ["-auto-alt-ref", "0", "-deadline", "realtime"] : codec == "prores_ks" ? ["-profile:v", "4444"] : [];
        var clip = await _lab.MakeAsync(name, [.. _source, "-c:v", codec, "-pix_fmt", format, .. options]);

        var film = await _lab.ComposeAsync(Plan(clip));

        var picture = await _lab.FrameAsync(film.FilmPath, 15);
        Left(picture).ShouldAllBe(light => Math.Abs(light - 81) < 4, "Rec. 709 makes light of 81 out of the ground");
        Right(picture).ShouldAllBe(light => Math.Abs(light - 139) < 6, "and of 139 out of the green");
        film.Warnings.ShouldBeEmpty();
    }

    [Fact]
    public async Task Without_a_ground_in_the_plan_it_is_black()
    {
        var clip = await _lab.MakeAsync("rle.mov", [.. _source, "-c:v", "qtrle", "-pix_fmt", "argb"]);

        var film = await _lab.ComposeAsync(Plan(clip) with { Theme = FilmLab.Theme });

        Left(await _lab.FrameAsync(film.FilmPath, 15)).ShouldAllBe(light => Math.Abs(light - 16) < 3);
    }

    [Fact]
    public async Task A_film_is_made_where_ffmpeg_cannot_read_the_transparency_and_that_is_told()
    {
        var clip = await _lab.MakeAsync("vp9.webm", [.. _source, "-c:v", "libvpx-vp9", "-pix_fmt", "yuva420p", "-deadline", "realtime"]);
        var poor = _lab.At("ffmpeg-without-libvpx");
        await File.WriteAllTextAsync(
            poor,
            """
            #!/bin/sh
            case "$*" in
              *-decoders*) ffmpeg "$@" | grep -v libvpx ;;
              *libvpx*) echo "Unknown decoder" >&2; exit 1 ;;
              *) exec ffmpeg "$@" ;;
            esac

            """,
            TestContext.Current.CancellationToken);
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(poor, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        }

        var composer = new FilmComposer(FilmLab.Process(new FfmpegOptions { FfmpegPath = poor }), FilmLab.Fonts, NullLogger<FilmComposer>.Instance);

        var film = await composer.ComposeAsync(Plan(clip), TestContext.Current.CancellationToken);

        film.Warnings.ShouldHaveSingleItem().Message.ShouldBe(
            "The clip of scene 0 (counted from 0) is transparent in places, and this ffmpeg cannot tell where: it has no decoder libvpx-vp9.");
    }

    public void Dispose() => _lab.Dispose();

    private FilmPlan Plan(string clip) => _lab.Plan(128, 128, 1) with
    {
        Scenes = [FilmLab.Scene(0, 1, new ClipScene(clip))],
        Theme = FilmLab.Theme with { Ground = Ground },
    };

    private static IEnumerable<int> Left(Picture picture) => Columns(picture, 4, 56);

    private static IEnumerable<int> Right(Picture picture) => Columns(picture, 72, 124);

    private static IEnumerable<int> Columns(Picture picture, int first, int end) =>
        from y in Enumerable.Range(4, 120) from x in Enumerable.Range(first, end - first) select (int)picture.Pixels[(y * 128) + x];
}
