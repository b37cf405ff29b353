using Reelwright.Media.Ffmpeg;
using Reelwright.Media.Film;

namespace Reelwright.Media.Tests.Film;

public sealed class ForeignClipTests : IDisposable
{
    private readonly FilmLab _lab = new();

    [Fact]
    public async Task Clips_of_any_kind_become_one_film_of_exact_length()
    {
        var webm = await _lab.MakeAsync("a.webm", "-f", "lavfi", "-i", "testsrc2=s=320x240:r=12:d=1.2", "-f", "lavfi", "-i", "sine=d=10", "-c:v", "libvpx", "-deadline", "realtime", "-c:a", "libvorbis");
        var variable = await _lab.MakeAsync("b.mov", "-f", "lavfi", "-i", "testsrc2=s=200x356:r=60:d=3", "-vf", "select='gt(mod(n,7),3)'", "-vsync", "vfr", "-c:v", "mpeg4");
        var wide = await _lab.MakeAsync("c.mp4", "-f", "lavfi", "-i", "testsrc2=s=640x272:r=23.976:d=2,setsar=4/3", "-c:v", "libx264", "-preset", "ultrafast", "-pix_fmt", "yuv444p");
        var sound = await _lab.MakeAsync("d.mp4", "-f", "lavfi", "-i", "testsrc2=s=128x128:r=30:d=1", "-f", "lavfi", "-i", "sine=d=10", "-c:v", "libx264", "-c:a", "aac");
        string[] clips = [webm, variable, wide, sound];
        var plan = _lab.Plan(180, 320, 6) with
        {
            Scenes = [.. clips.Select((clip, i) => FilmLab.Scene(i * 1.5, (i + 1) * 1.5, new ClipScene(clip), transition: i % 2 == 0 ? "push_up" : "crossfade"))],
            Texts = [FilmLab.Text("Over a picture", 0.2, 1.4)],
        };

        var film = await _lab.ComposeAsync(plan);

        var info = await _lab.ReadAsync(film.FilmPath);
        info.Duration.TotalSeconds.ShouldBe(6, 0.001);
        info.Video!.PacketsCounted.ShouldBe(180);
        (info.Video.Width, info.Video.Height, info.Video.PixelAspect).ShouldBe((180, 320, 1));
        info.StreamCount.ShouldBe(2);
    }

    [Fact]
    public async Task A_clip_that_is_too_short_slows_down_and_then_its_last_frame_stands()
    {
        // Grey rises by 2 a frame for one second; the film wants two.
        var clip = await _lab.MakeAsync("ramp.mp4", "-f", "lavfi", "-i", "color=black:s=64x64:r=30:d=1,format=yuv420p,geq=lum='40+N*4':cb=128:cr=128", "-c:v", "libx264", "-crf", "5", "-color_range", "tv", "-colorspace", "bt709");
        var plan = _lab.Plan(64, 64, 2) with { Scenes = [FilmLab.Scene(0, 2, new ClipScene(clip))] };

        var film = await _lab.ComposeAsync(plan);

        (await _lab.FrameAsync(film.FilmPath, 0)).Mean.ShouldBe(40, 3);
        (await _lab.FrameAsync(film.FilmPath, 18)).Mean.ShouldBe(40 + (15 * 4), 6);
        (await _lab.FrameAsync(film.FilmPath, 40)).Mean.ShouldBe(40 + (29 * 4), 4);
        (await _lab.FrameAsync(film.FilmPath, 59)).Mean.ShouldBe(40 + (29 * 4), 4);
    }

    [Fact]
    public async Task A_longer_clip_plays_on_into_the_transition()
    {
        var clip = await _lab.MakeAsync("ramp.mp4", "-f", "lavfi", "-i", "color=black:s=64x64:r=30:d=2,format=yuv420p,geq=lum='40+N*3':cb=128:cr=128", "-c:v", "libx264", "-crf", "5", "-color_range", "tv", "-colorspace", "bt709");
        var plan = _lab.Plan(64, 64, 2) with
        {
            Scenes = [FilmLab.Scene(0, 1, new ClipScene(clip), transition: "push_up"), FilmLab.Scene(1, 2, new DrawnScene(() => new FlatScene(64, 64, 30, 20)))],
        };

        var film = await _lab.ComposeAsync(plan);

        // Early in the push the upper half still shows the clip, which has gone on to its frame 32.
        var picture = await _lab.FrameAsync(film.FilmPath, 32);
        ((double)picture.Pixels[64 * 4]).ShouldBe(40 + (32 * 3), 5);
    }

    [Fact]
    public async Task A_phone_video_is_turned_upright()
    {
        var flat = await _lab.MakeAsync("flat.mp4", "-f", "lavfi", "-i", "color=black:s=128x64:r=30:d=1,drawbox=x=0:y=0:w=64:h=64:c=white:t=fill", "-c:v", "libx264", "-pix_fmt", "yuv420p");
        var turned = await _lab.MakeAsync("turned.mp4", "-i", flat, "-c", "copy", "-metadata:s:v:0", "rotate=90");
        var plan = _lab.Plan(64, 128, 1) with { Scenes = [FilmLab.Scene(0, 1, new ClipScene(turned))] };

        var film = await _lab.ComposeAsync(plan);

        var picture = await _lab.FrameAsync(film.FilmPath, 15);
        (await _lab.ReadAsync(turned)).Video!.Rotation.ShouldBe(270);
        ((int)picture.Pixels[(110 * 64) + 32]).ShouldBeGreaterThan(200, "the left half of what is stored is the lower half of what is seen");
        ((int)picture.Pixels[(20 * 64) + 32]).ShouldBeLessThan(40);
    }

    [Fact]
    public async Task A_clip_that_was_cut_short_while_it_was_fetched_is_refused_with_a_sentence()
    {
        var clip = await _lab.MakeAsync("clip.mp4", "-f", "lavfi", "-i", "testsrc2=s=320x240:r=30:d=4", "-c:v", "libx264", "-movflags", "+faststart");
        var bytes = await File.ReadAllBytesAsync(clip, TestContext.Current.CancellationToken);
        await File.WriteAllBytesAsync(clip, bytes[..(bytes.Length / 2)], TestContext.Current.CancellationToken);

        var error = await Should.ThrowAsync<MediaRejectedException>(() => ComposeWithAsync(clip));

        error.Message.ShouldStartWith("'clip.mp4' is cut short: ");
        Directory.GetFiles(_lab.Folder, "film*").ShouldBeEmpty();
    }

    [Fact]
    public async Task A_clip_whose_pictures_are_rubbish_is_refused_with_a_sentence()
    {
        var clip = await _lab.MakeAsync("clip.mp4", "-f", "lavfi", "-i", "testsrc2=s=320x240:r=30:d=2", "-c:v", "libx264", "-movflags", "+faststart");
        var bytes = await File.ReadAllBytesAsync(clip, TestContext.Current.CancellationToken);
        Array.Clear(bytes, bytes.Length / 20, bytes.Length - (bytes.Length / 20));
        bytes.AsSpan(bytes.Length - 8).Clear();
        await File.WriteAllBytesAsync(clip, bytes, TestContext.Current.CancellationToken);

        await Should.ThrowAsync<MediaRejectedException>(() => ComposeWithAsync(clip));
    }

    [Fact]
    public async Task A_playlist_named_mp4_is_refused_before_ffmpeg_sees_it()
    {
        await File.WriteAllTextAsync(_lab.At("clip.mp4"), "#EXTM3U\n#EXTINF:1,\n/etc/passwd\n", TestContext.Current.CancellationToken);

        (await Should.ThrowAsync<MediaRejectedException>(() => ComposeWithAsync(_lab.At("clip.mp4")))).Message.ShouldContain("Playlists and scripts are never opened");
    }

    [Fact]
    public async Task A_sound_file_is_no_clip()
    {
        var sound = await _lab.MakeAsync("clip.mp4", "-f", "lavfi", "-i", "sine=d=1", "-c:a", "aac");

        (await Should.ThrowAsync<MediaRejectedException>(() => ComposeWithAsync(sound))).Message.ShouldBe("'clip.mp4' holds no video.");
    }

    private Task<FilmResult> ComposeWithAsync(string clip) =>
        _lab.ComposeAsync(_lab.Plan(96, 96, 4) with { Scenes = [FilmLab.Scene(0, 4, new ClipScene(clip))] });

    public void Dispose() => _lab.Dispose();
}
