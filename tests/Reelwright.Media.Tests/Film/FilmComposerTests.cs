using System.Buffers.Binary;
using System.Text;
using Reelwright.Media.Ffmpeg;
using Reelwright.Media.Film;
using Reelwright.Media.Tests.Ffmpeg;

namespace Reelwright.Media.Tests.Film;

public sealed class FilmComposerTests : IDisposable
{
    private readonly FilmLab _lab = new();

    [Fact]
    public async Task A_film_is_exactly_what_every_platform_takes()
    {
        var plan = _lab.Plan(360, 640, 4, scenes: 2) with
        {
            Music = new FilmMusic { Mood = "upbeat", TempoBpm = 110, Seed = 3 },
            Texts = [FilmLab.Text("Your day, finally in sync.", 0.2, 1.8), FilmLab.Text("Aurora", 2.2, 4, "end_card"), FilmLab.Text("Order today", 2.4, 4, "button", "pop")],
        };

        var film = await _lab.ComposeAsync(plan);

        var json = Encoding.UTF8.GetString(await ProbeAsync(film.FilmPath));
        json.ShouldSatisfyAllConditions(
            () => json.ShouldContain("codec_name=h264|profile=High|"),
            () => json.ShouldContain("pix_fmt=yuv420p|color_range=tv|color_space=bt709|color_transfer=bt709|color_primaries=bt709"),
            () => json.ShouldContain("r_frame_rate=30/1|avg_frame_rate=30/1"),
            () => json.ShouldContain("duration=4.000000|nb_frames=120"),
            () => json.ShouldContain("codec_name=aac"),
            () => json.ShouldContain("sample_rate=48000|channels=2"));
        film.Loudness.ShouldNotBeNull().IntegratedLufs.ShouldBe(-14, 0.5);
        film.Loudness.TruePeakDbtp.ShouldBeLessThanOrEqualTo(-1);
        film.Duration.ShouldBe(TimeSpan.FromSeconds(4));
        film.FileSize.ShouldBe(new FileInfo(film.FilmPath).Length);
        film.Warnings.ShouldBeEmpty();
        Atoms(film.FilmPath).ShouldBe(["ftyp", "moov", "free", "mdat", "uuid"]);
        (await File.ReadAllBytesAsync(film.ThumbnailPath, TestContext.Current.CancellationToken))[..3].ShouldBe([0xFF, 0xD8, 0xFF]);
        (await File.ReadAllTextAsync(film.SrtPath, TestContext.Current.CancellationToken)).ShouldStartWith("1\n00:00:00,200 --> 00:00:01,800\nYour day, finally in sync.\n");
        (await File.ReadAllTextAsync(film.VttPath, TestContext.Current.CancellationToken)).ShouldStartWith("WEBVTT\n");
        Directory.EnumerateFileSystemEntries(_lab.Work).ShouldBeEmpty();
        Directory.GetFiles(_lab.Folder).Length.ShouldBe(4);
    }

    [Fact]
    public async Task Keyframes_come_every_two_seconds_at_most()
    {
        var film = await _lab.ComposeAsync(_lab.Plan(96, 96, 7));

        var keys = Encoding.UTF8.GetString(await ProbePacketsAsync(film.FilmPath)).Split('\n').Where(line => line.Contains('K', StringComparison.Ordinal))
            .Select(line => double.Parse(line.Split(',')[0], System.Globalization.CultureInfo.InvariantCulture)).Append(7).ToArray();

        keys[0].ShouldBe(0);
        keys.Zip(keys.Skip(1), (one, next) => next - one).Max().ShouldBeLessThanOrEqualTo(2.001);
    }

    [Fact]
    public async Task A_full_size_film_with_half_a_frame_too_much_has_the_nearest_whole_number_of_frames()
    {
        var film = await _lab.ComposeAsync(_lab.Plan(1080, 1920, 1.01) with { Texts = [FilmLab.Text("Hello", 0, 1)] });

        (await _lab.ReadAsync(film.FilmPath)).Video!.PacketsCounted.ShouldBe(30);
        (film.Width, film.Height).ShouldBe((1080, 1920));
    }

    [Fact]
    public async Task A_film_without_music_has_a_silent_track_of_its_own_length()
    {
        var film = await _lab.ComposeAsync(_lab.Plan(96, 96, 2.5));

        film.Loudness.ShouldBeNull();
        (await _lab.ReadAsync(film.FilmPath)).Audio.ShouldBe(new AudioStream("aac", 48000, 2));
        var sound = await _lab.RunAsync(["-v", "error", "-i", film.FilmPath, "-map", "0:a", "-f", "s16le", "-"]);
        (await _lab.SamplesAsync(film.FilmPath)).ShouldBe((int)(2.5 * 48000));
        sound.ShouldAllBe(sample => sample == 0);
    }

    [Fact]
    public async Task A_transition_takes_the_outgoing_scenes_own_next_frames_and_moves_nothing()
    {
        var plan = _lab.Plan(64, 64, 2) with
        {
            Scenes =
            [
                FilmLab.Scene(0, 1, new DrawnScene(() => new CountingScene(64, 64, 30)), transition: "crossfade"),
                FilmLab.Scene(1, 2, new DrawnScene(() => new CountingScene(64, 64, 30, first: 50))),
            ],
        };

        var film = await _lab.ComposeAsync(plan);

        (await _lab.ReadAsync(film.FilmPath)).Video!.PacketsCounted.ShouldBe(60);
        (await _lab.FrameAsync(film.FilmPath, 29)).Mean.ShouldBe(40 + 58, 2.5);
        (await _lab.FrameAsync(film.FilmPath, 30)).Mean.ShouldBe(40 + 61, 3.5);
        (await _lab.FrameAsync(film.FilmPath, 45)).Mean.ShouldBe(40 + 130, 2.5);
    }

    [Fact]
    public async Task Scenes_are_opened_once_and_closed()
    {
        var opened = new List<FlatScene>();
        FlatScene Open()
        {
            var scene = new FlatScene(64, 64, 30, 90);
            lock (opened)
            {
                opened.Add(scene);
            }

            return scene;
        }

        var plan = _lab.Plan(64, 64, 3) with { Scenes = [.. Enumerable.Range(0, 3).Select(i => FilmLab.Scene(i, i + 1, new DrawnScene(Open), transition: "push_left"))] };

        await _lab.ComposeAsync(plan);

        opened.Count.ShouldBe(3);
        opened.ShouldAllBe(scene => scene.IsDisposed);
    }

    [Fact]
    public async Task The_thumbnail_shows_the_product_with_its_headline()
    {
        var plan = _lab.Plan(270, 480, 4) with
        {
            Scenes =
            [
                FilmLab.Scene(0, 2, new DrawnScene(() => new FlatScene(270, 480, 60, 60)), "hook"),
                FilmLab.Scene(2, 4, new DrawnScene(() => new FlatScene(270, 480, 60, 110)), "product"),
            ],
            Texts = [FilmLab.Text("First", 0.1, 2), FilmLab.Text("The product", 2.1, 4)],
        };

        var film = await _lab.ComposeAsync(plan);

        var pixels = await _lab.RunAsync(["-v", "error", "-f", "jpeg_pipe", "-i", film.ThumbnailPath, "-f", "rawvideo", "-pix_fmt", "gray", "-"]);
        pixels.Count(pixel => pixel > 220).ShouldBeGreaterThan(200);
        ((double)pixels[0]).ShouldBe((110 - 16) * 255.0 / 219, 6);
    }

    [Fact]
    public async Task A_scene_that_fails_to_draw_leaves_no_file()
    {
        var plan = _lab.Plan(64, 64, 3) with { Scenes = [FilmLab.Scene(0, 3, new DrawnScene(() => throw new NotSupportedException("no such motif")))] };

        (await Should.ThrowAsync<NotSupportedException>(() => _lab.ComposeAsync(plan))).Message.ShouldBe("no such motif");

        Directory.GetFiles(_lab.Folder).ShouldBeEmpty();
        Directory.EnumerateFileSystemEntries(_lab.Work).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_cancelled_film_ends_ffmpeg_and_leaves_no_file()
    {
        using var cancel = new CancellationTokenSource();
        var plan = _lab.Plan(270, 480, 60) with { Texts = [FilmLab.Text("Hello", 0, 60)] };
        var composing = _lab.Composer.ComposeAsync(plan, cancel.Token);
        await FfmpegProcessTests.Until(() => FfmpegProcessTests.ProcessesWith(_lab.Folder) > 0);

        await cancel.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(() => composing);
        FfmpegProcessTests.ProcessesWith(_lab.Folder).ShouldBe(0);
        Directory.GetFiles(_lab.Folder).ShouldBeEmpty();
        Directory.EnumerateFileSystemEntries(_lab.Work).ShouldBeEmpty();
    }

    [Fact]
    public async Task An_existing_film_stays_until_the_new_one_is_whole()
    {
        await File.WriteAllTextAsync(_lab.At("film.mp4"), "the old one", TestContext.Current.CancellationToken);
        var plan = _lab.Plan(64, 64, 3) with { Scenes = [FilmLab.Scene(0, 3, new DrawnScene(() => throw new NotSupportedException()))] };

        await Should.ThrowAsync<NotSupportedException>(() => _lab.ComposeAsync(plan));

        (await File.ReadAllTextAsync(_lab.At("film.mp4"), TestContext.Current.CancellationToken)).ShouldBe("the old one");
    }

    private Task<byte[]> ProbeAsync(string path) => ProbeAsync(path,
        "-show_entries", "stream=codec_name,profile,pix_fmt,color_range,color_space,color_transfer,color_primaries,r_frame_rate,avg_frame_rate,duration,nb_frames,sample_rate,channels", "-of", "compact");

    private Task<byte[]> ProbePacketsAsync(string path) => ProbeAsync(path, "-select_streams", "v", "-show_entries", "packet=pts_time,flags", "-of", "csv=p=0");

    private async Task<byte[]> ProbeAsync(string path, params string[] arguments)
    {
        var command = new FfmpegCommand { Purpose = "be looked at", Tool = MediaTool.Ffprobe, Arguments = ["-v", "error", .. arguments, path], TimeLimit = TimeSpan.FromSeconds(30) };
        return (await _lab.Ffmpeg.RunAsync(command, TestContext.Current.CancellationToken)).Output;
    }

    private static List<string> Atoms(string path)
    {
        using var file = File.OpenRead(path);
        var atoms = new List<string>();
        var header = new byte[8];
        for (var at = 0L; at + 8 <= file.Length; at += BinaryPrimitives.ReadUInt32BigEndian(header))
        {
            file.Position = at;
            file.ReadExactly(header);
            atoms.Add(Encoding.ASCII.GetString(header, 4, 4));
        }

        return atoms;
    }

    public void Dispose() => _lab.Dispose();
}
