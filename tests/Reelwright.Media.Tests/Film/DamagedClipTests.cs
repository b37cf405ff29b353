using Reelwright.Media.Ffmpeg;
using Reelwright.Media.Film;

namespace Reelwright.Media.Tests.Film;

/// <summary>
/// Clips that came damaged are refused or reported, and name their scene. A decoder that was stopped is not the clip's fault.
/// </summary>
public sealed class DamagedClipTests : IDisposable
{
    private const string Noise = "testsrc2=s=320x180:r=30:d=2,noise=alls=20:allf=t";
    private readonly FilmLab _lab = new();

    [Theory]
    [InlineData("a.mp4", "libx264", "-movflags", "+faststart")]
    [InlineData("a.mp4", "libx264", "-movflags", "+frag_keyframe+empty_moov", "-g", "15")]
    [InlineData("a.mp4", "mpeg4")]
    [InlineData("a.mov", "prores_ks")]
    [InlineData("a.webm", "libvpx", "-deadline", "realtime")]
    [InlineData("a.mkv", "libx264")]
    public async Task Half_a_clip_is_refused_and_its_scene_is_named(string name, string codec, params string[] options)
    {
        var clip = await _lab.MakeAsync(name, ["-f", "lavfi", "-i", Noise, "-c:v", codec, .. options]);
        var bytes = await File.ReadAllBytesAsync(clip, TestContext.Current.CancellationToken);
        await File.WriteAllBytesAsync(clip, bytes[..(bytes.Length / 2)], TestContext.Current.CancellationToken);

        var error = await Should.ThrowAsync<MediaRejectedException>(() => ComposeAsync(clip));

        error.Scene.ShouldBe(1);
        error.Message.ShouldNotContain(_lab.Folder);
    }

    [Theory]
    [InlineData("a.mp4", "libx264")]
    [InlineData("a.mkv", "libx264")]
    [InlineData("a.mp4", "mpeg4")]
    [InlineData("a.mov", "prores_ks")]
    [InlineData("a.mov", "mjpeg")]
    public async Task Clips_with_wrong_bytes_are_refused_or_reported(string name, string codec)
    {
        var clip = await _lab.MakeAsync(name, "-f", "lavfi", "-i", Noise, "-c:v", codec);
        await SpoilAsync(clip, 3000);

        var told = await ToldAsync(clip);

        told.ShouldContain("damaged");
    }

    [Fact]
    public async Task One_wrong_byte_costs_a_finding_and_not_the_film()
    {
        var clip = await _lab.MakeAsync("a.mp4", "-f", "lavfi", "-i", Noise, "-c:v", "libx264", "-g", "10");
        await SpoilAsync(clip, int.MaxValue);

        var film = await ComposeAsync(clip);

        film.Warnings.ShouldHaveSingleItem().Message.ShouldStartWith("The clip of scene 1 (counted from 0) is damaged in places: ");
        film.Quality.Findings.ShouldContain(film.Warnings[0].Message);
    }

    [Theory]
    [InlineData("a.webm", "libvpx", "libvorbis")]
    [InlineData("a.mkv", "libx264", "aac")]
    [InlineData("a.mp4", "libx264", "aac")]
    public async Task Sound_that_is_longer_than_the_pictures_makes_a_film_and_a_finding(string name, string codec, string sound)
    {
        var clip = await _lab.MakeAsync(
            name, "-f", "lavfi", "-i", "testsrc2=s=160x90:r=30:d=0.7", "-f", "lavfi", "-i", "sine=d=3", "-c:v", codec, "-c:a", sound, "-pix_fmt", "yuv420p");

        (await ToldAsync(clip, seconds: 2)).ShouldContain("is too short: its last picture stands for");
    }

    [Theory]
    [InlineData("kill -KILL $$")]
    [InlineData("kill -TERM $$")]
    [InlineData("exit 255")]
    [InlineData("echo 'Cannot allocate memory' >&2; exit 1")]
    public async Task A_decoder_that_was_stopped_is_a_temporary_fault_and_no_fault_of_the_clip(string end)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "The stand-in for ffmpeg is a shell script.");
        var clip = await _lab.MakeAsync("clip-a.mp4", "-f", "lavfi", "-i", "testsrc2=s=160x90:r=30:d=1", "-c:v", "libx264");
        var composer = Composer($"*clip-a*) head -c 200000 /dev/zero; {end} ;;");

        var error = await Should.ThrowAsync<FfmpegFailedException>(() => composer.ComposeAsync(Plan(clip, 1), TestContext.Current.CancellationToken));

        error.IsTemporary.ShouldBeTrue();
    }

    [Fact]
    public async Task A_decoder_that_crashes_over_a_clip_is_the_clip_s_fault()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "The stand-in for ffmpeg is a shell script.");
        var clip = await _lab.MakeAsync("clip-a.mp4", "-f", "lavfi", "-i", "testsrc2=s=160x90:r=30:d=1", "-c:v", "libx264");
        var composer = Composer("*clip-a*) kill -SEGV $$ ;;");

        (await Should.ThrowAsync<MediaRejectedException>(() => composer.ComposeAsync(Plan(clip, 1), TestContext.Current.CancellationToken))).Scene.ShouldBe(1);
    }

    [Fact]
    public async Task A_probe_that_was_killed_says_nothing_of_the_file()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "The stand-in for ffprobe is a shell script.");
        var clip = await _lab.MakeAsync("a.mp4", "-f", "lavfi", "-i", "testsrc2=s=160x90:r=30:d=1", "-c:v", "libx264");
        var probe = new MediaProbe(FilmLab.Process(new FfmpegOptions { FfprobePath = Script("ffprobe", "*) kill -KILL $$ ;;") }));

        (await Should.ThrowAsync<FfmpegFailedException>(() => probe.ReadAsync(MediaInput.Video(clip), true, TestContext.Current.CancellationToken)))
            .IsTemporary.ShouldBeTrue();
    }

    public void Dispose() => _lab.Dispose();

    private FilmComposer Composer(string rule) => new(
        FilmLab.Process(new FfmpegOptions { FfmpegPath = Script("ffmpeg", rule), FfprobePath = FilmLab.Real.Ffprobe }),
        FilmLab.Fonts,
        Microsoft.Extensions.Logging.Abstractions.NullLogger<FilmComposer>.Instance);

    private string Script(string tool, string rule)
    {
        var path = _lab.At($"{tool}-script");
        File.WriteAllText(path, $"#!/bin/sh\ncase \"$*\" in\n{rule}\n*) exec {tool} \"$@\" ;;\nesac\n");
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }

        return path;
    }

    private async Task<string> ToldAsync(string clip, double seconds = 1.5)
    {
        try
        {
            return string.Join(' ', (await ComposeAsync(clip, seconds)).Warnings.Select(warning => warning.Message));
        }
        catch (MediaRejectedException rejected)
        {
            return rejected.Message;
        }
    }

    private Task<FilmResult> ComposeAsync(string clip, double seconds = 1.5) => _lab.ComposeAsync(Plan(clip, seconds));

    /// <summary>The clip is the second scene.</summary>
    private FilmPlan Plan(string clip, double seconds) => _lab.Plan(160, 90, 0.5 + seconds) with
    {
        Scenes =
        [
            FilmLab.Scene(0, 0.5, new DrawnScene(() => new FlatScene(160, 90, 30, 90))),
            FilmLab.Scene(0.5, 0.5 + seconds, new ClipScene(clip)),
        ],
    };

    /// <summary>Changes a byte now and then in the middle of a file, where its pictures are.</summary>
    private static async Task SpoilAsync(string path, int step)
    {
        var bytes = await File.ReadAllBytesAsync(path, TestContext.Current.CancellationToken);
        for (long at = bytes.Length / 2; at < bytes.Length * 7 / 8; at += step)
        {
            bytes.AsSpan((int)at, 2).Fill(0xA5);
        }

        await File.WriteAllBytesAsync(path, bytes, TestContext.Current.CancellationToken);
    }
}
