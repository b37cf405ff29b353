using System.Diagnostics;
using System.Text;
using Reelwright.Media.Ffmpeg;
using Reelwright.Media.Film;

namespace Reelwright.Media.Tests.Film;

public sealed class SoundTests : IDisposable
{
    private const int NoSpace = 28;
    private readonly FilmLab _lab = new();

    [Theory]
    [InlineData("calm", 70)]
    [InlineData("energetic", 140)]
    public async Task Music_of_any_mood_comes_out_equally_loud(string mood, int tempo)
    {
        var film = await _lab.ComposeAsync(_lab.Plan(64, 64, 6) with { Music = new FilmMusic { Mood = mood, TempoBpm = tempo, Seed = 1 } });

        film.Loudness.ShouldNotBeNull().IntegratedLufs.ShouldBe(-14, 0.5);
        film.Loudness.TruePeakDbtp.ShouldBeLessThanOrEqualTo(-1);
        (await _lab.SamplesAsync(film.FilmPath)).ShouldBe(6 * 48000);
    }

    [Fact]
    public async Task A_short_quiet_tune_is_repeated_and_raised()
    {
        var tune = await _lab.MakeAsync("tune.mp3", "-f", "lavfi", "-i", "sine=f=330:d=1.3,volume=0.02");

        var film = await _lab.ComposeAsync(_lab.Plan(64, 64, 4) with { Music = new FilmMusic { FilePath = tune } });

        film.Loudness.ShouldNotBeNull().IntegratedLufs.ShouldBe(-14, 0.5);
        (await _lab.SamplesAsync(film.FilmPath)).ShouldBe(4 * 48000);
    }

    [Fact]
    public async Task Music_that_is_silence_makes_a_silent_film()
    {
        var tune = await _lab.MakeAsync("tune.wav", "-f", "lavfi", "-i", "anullsrc", "-t", "2");

        (await _lab.ComposeAsync(_lab.Plan(64, 64, 2) with { Music = new FilmMusic { FilePath = tune } })).Loudness.ShouldBeNull();
    }

    [Theory]
    [InlineData("text", "'tune' is not a WAV, MP3, AAC, M4A, FLAC or Ogg sound")]
    [InlineData("empty", "'tune' is empty.")]
    [InlineData("header", "'tune' ")]
    [InlineData("cut", "'tune' is damaged or too short: ")]
    public async Task Music_that_cannot_be_played_is_named_and_other_music_plays(string kind, string sentence)
    {
        await File.WriteAllBytesAsync(_lab.At("tune"), await BrokenTuneAsync(kind), TestContext.Current.CancellationToken);

        var film = await _lab.ComposeAsync(_lab.Plan(64, 64, 3) with { Music = new FilmMusic { FilePath = _lab.At("tune"), Mood = "calm", Seed = 1 } });

        film.Warnings.ShouldHaveSingleItem().Message.ShouldStartWith("The supplied music was left out and other music plays instead: " + sentence);
        film.Warnings[0].Message.ShouldNotContain(_lab.Folder);
        film.Loudness.ShouldNotBeNull().IntegratedLufs.ShouldBe(-14, 0.5);
        (await _lab.SamplesAsync(film.FilmPath)).ShouldBe(3 * 48000);
    }

    [Theory]
    [InlineData("tune.mp3", "pcm_s16le", "wav")]
    [InlineData("tune.wav", "libmp3lame", "mp3")]
    [InlineData("tune.mp3", "aac", "adts")]
    [InlineData("tune.mp3", "aac", "ipod")]
    [InlineData("tune.mp3", "flac", "flac")]
    [InlineData("tune.m3u8", "libvorbis", "ogg")]
    [InlineData("tune", "libopus", "ogg")]
    public async Task What_music_is_its_content_says_and_not_its_name(string name, string codec, string container)
    {
        var tune = await _lab.MakeAsync(name, "-f", "lavfi", "-i", "sine=f=330:d=2", "-c:a", codec, "-f", container);

        var film = await _lab.ComposeAsync(_lab.Plan(64, 64, 2) with { Music = new FilmMusic { FilePath = tune } });

        film.Warnings.ShouldBeEmpty();
        film.Loudness.ShouldNotBeNull().IntegratedLufs.ShouldBe(-14, 0.5);
    }

    [Theory]
    [InlineData("<!DOCTYPE html><html><body>Not found</body></html>", false)]
    [InlineData("#EXTM3U\n#EXTINF:5,\n/etc/passwd\n#EXT-X-ENDLIST\n", false)]
    [InlineData("#EXTM3U\n#EXTINF:5,\n/etc/passwd\n#EXT-X-ENDLIST\n", true)]
    [InlineData("ffconcat version 1.0\nfile '/etc/passwd'\n", false)]
    [InlineData("[playlist]\nFile1=http://127.0.0.1:9/\n", false)]
    [InlineData("{\"error\":\"expired\"}", false)]
    public async Task A_page_or_a_playlist_called_mp3_is_never_opened(string content, bool isUtf16)
    {
        await File.WriteAllTextAsync(_lab.At("tune.mp3"), content, isUtf16 ? Encoding.Unicode : new UTF8Encoding(), TestContext.Current.CancellationToken);
        var watch = Stopwatch.StartNew();

        var film = await _lab.ComposeAsync(_lab.Plan(64, 64, 2) with { Music = new FilmMusic { FilePath = _lab.At("tune.mp3"), Mood = "calm", Seed = 1 } });

        film.Warnings.ShouldHaveSingleItem().Message.ShouldStartWith("The supplied music was left out and other music plays instead: 'tune.mp3' ");
        film.Warnings[0].Message.ShouldContain(isUtf16 ? "cannot be read as media" : "Playlists and scripts are never opened.");
        watch.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(15));
    }

    [Fact]
    public async Task A_voice_speaks_over_the_music_and_what_it_cannot_say_is_named()
    {
        var plan = _lab.Plan(64, 64, 4) with
        {
            Music = new FilmMusic { Mood = "warm", TempoBpm = 90 },
            Voice = [new VoiceLine(0.3, 2, "Meet the watch: 'that' keeps up; [in] %{pts}"), new VoiceLine(2, 4, "新しい抹茶ラテ")],
        };

        var film = await _lab.ComposeAsync(plan);

        film.Loudness.ShouldNotBeNull().IntegratedLufs.ShouldBe(-14, 0.5);
        film.Warnings.Select(warning => warning.Message).ShouldContain("Voice line 1 was left out: the built-in voice speaks Latin letters only.");
        film.Warnings.Select(warning => warning.Code).ShouldBe(["VOICE_CUT", "VOICE_LEFT_OUT"]);
        (await File.ReadAllTextAsync(film.SrtPath, TestContext.Current.CancellationToken)).ShouldContain("新しい抹茶ラテ");
    }

    [Theory]
    [InlineData("de", "Grüße aus Köln: die Uhr, die mitläuft. [[haI]]")]
    [InlineData("fr-CA", "Le pain au levain, chaque matin.")]
    [InlineData("ru", "Наушники, которые слышат только вас.")]
    public async Task Other_languages_have_a_voice_of_their_own(string language, string line)
    {
        var film = await _lab.ComposeAsync(_lab.Plan(64, 64, 4) with { Language = language, Voice = [new VoiceLine(0.2, 4, line)] });

        film.Warnings.ShouldBeEmpty();
        film.Loudness.ShouldNotBeNull().IntegratedLufs.ShouldBe(-14, 0.5);
    }

    [Theory]
    [InlineData("en", "line0.wav")]
    [InlineData("de", "line0.wav")]
    [InlineData("de", "said.line0.wav", "room")]
    public async Task A_disk_that_is_full_while_a_voice_speaks_is_not_told_as_a_missing_voice(string language, params string[] full)
    {
        Assert.SkipUnless(File.Exists("/dev/full"), "A file that takes nothing is to be had on Linux alone.");
        foreach (var name in full)
        {
            File.CreateSymbolicLink(Path.Combine(_lab.Work, name), "/dev/full");
        }

        var warnings = new List<FilmWarning>();
        var error = await Should.ThrowAsync<Exception>(
            () => new Voice(_lab.Ffmpeg, language, 4, _lab.Work).SpeakAsync([new VoiceLine(0, 4, "Eins, zwei, drei.")], warnings, TestContext.Current.CancellationToken));

        (error is FfmpegFailedException { RanOutOfSpace: true } or IOException { HResult: NoSpace }).ShouldBeTrue(error.ToString());
        warnings.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_tune_whose_title_speaks_of_a_full_disk_is_only_a_tune()
    {
        var tune = await _lab.MakeAsync("tune.wav", "-f", "lavfi", "-i", "sine=f=330:d=2", "-metadata", "title=No space left on device");

        var film = await _lab.ComposeAsync(_lab.Plan(64, 64, 2) with { Music = new FilmMusic { FilePath = tune } });

        film.Warnings.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_language_without_a_voice_is_named_and_the_film_has_its_music()
    {
        var film = await _lab.ComposeAsync(_lab.Plan(64, 64, 4) with
        {
            Language = "ja",
            Music = new FilmMusic { Mood = "warm", TempoBpm = 90 },
            Voice = [new VoiceLine(0.3, 2, "新しい抹茶ラテ")],
        });

        film.Warnings.Select(warning => warning.Message).ShouldBe(["The voice-over was left out: no voice here speaks the language 'ja'."]);
        film.Loudness.ShouldNotBeNull();
    }

    [Fact]
    public async Task A_line_that_is_too_long_for_its_scene_ends_before_the_next_begins()
    {
        var text = string.Join(' ', Enumerable.Repeat("this goes on and on", 6));
        var plan = _lab.Plan(64, 64, 3) with { Voice = [new VoiceLine(0, 1, text), new VoiceLine(2.5, 3, "Now")] };

        var film = await _lab.ComposeAsync(plan);

        (await _lab.SamplesAsync(film.FilmPath)).ShouldBe(3 * 48000);
        var sound = await _lab.RunAsync(["-v", "error", "-ss", "2.4", "-t", "0.08", "-i", film.FilmPath, "-map", "0:a", "-ac", "1", "-f", "u8", "-"]);
        sound.Select(sample => Math.Abs(sample - 128)).Max().ShouldBeLessThan(80, "the first line fades out before the second");
    }

    private async Task<byte[]> BrokenTuneAsync(string kind)
    {
        switch (kind)
        {
            case "text":
                return "#EXTM3U\nhttp://127.0.0.1/\n"u8.ToArray();
            case "empty":
                return [];
            case "header":
                return [.. "ID3\u0003"u8, 0, 0, 0, 0, 0, 0, .. Enumerable.Range(0, 4000).Select(i => (byte)(i * 7 % 251))];
            default:
                var whole = await _lab.MakeAsync("whole.wav", "-f", "lavfi", "-i", "sine=f=330:d=3", "-c:a", "pcm_s16le");
                return (await File.ReadAllBytesAsync(whole, TestContext.Current.CancellationToken))[..2000];
        }
    }

    public void Dispose() => _lab.Dispose();
}
