using Reelwright.Media.Film;
using Reelwright.Media.Film.Quality;
using Reelwright.Media.Scenes;
using Reelwright.Media.Text;

namespace Reelwright.Media.Tests.Film.Quality;

public sealed class FilmQualityTests : IDisposable
{
    private readonly FilmLab _lab = new();

    [Fact]
    public async Task A_film_is_measured_and_ffprobe_says_the_same()
    {
        var film = await _lab.ComposeAsync(_lab.Plan(360, 640, 5, scenes: 2) with
        {
            Music = new FilmMusic { Mood = "upbeat", TempoBpm = 110, Seed = 3 },
            Texts = [FilmLab.Text("Your day, finally in sync.", 0.2, 2), FilmLab.Text("Aurora", 2.7, 5, "end_card"), FilmLab.Text("Order today", 3, 5, "button", "pop")],
        });

        var quality = film.Quality;
        var info = await _lab.ReadAsync(film.FilmPath);
        (info.Duration.TotalSeconds - 5).ShouldBe(quality.DurationErrorSeconds, 0.05);
        quality.ShouldSatisfyAllConditions(
            () => quality.DurationErrorSeconds.ShouldBe(0),
            () => quality.AvDriftSeconds.ShouldBe(0, 0.002),
            () => quality.LoudnessLufs.ShouldBe(film.Loudness!.IntegratedLufs),
            () => quality.TruePeakDbtp.ShouldBe(film.Loudness!.TruePeakDbtp),
            () => quality.Faststart.ShouldBeTrue(),
            () => quality.KeyframeGapSeconds.ShouldBeLessThanOrEqualTo(2),
            () => quality.TextInSafeBox.ShouldBeTrue(),
            () => quality.TextContrast.ShouldNotBeNull().ShouldBeGreaterThan(4.5),
            () => quality.BlackFrames.ShouldBe(0),
            () => quality.BitrateKbps.ShouldBe((int)Math.Round(film.FileSize * 8 / 1000.0 / 5)));
    }

    [Fact]
    public async Task Keyframes_are_told_apart_by_the_file_itself()
    {
        var path = await _lab.MakeAsync(
            "keys.mp4", "-f", "lavfi", "-i", "testsrc=s=96x96:r=30:d=4", "-f", "lavfi", "-i", "sine=d=4", "-c:v", "libx264", "-g", "45", "-sc_threshold", "0", "-c:a", "aac");

        var facts = await Mp4Facts.ReadAsync(path, TestContext.Current.CancellationToken);

        (facts.Faststart, facts.KeyframeGap).ShouldBe((false, 45));
        facts.VideoSeconds.ShouldBe(4, 0.002);
        facts.AudioSeconds.ShouldBe(4, 0.03);
    }

    [Fact]
    public async Task Music_of_nothing_but_clicks_stays_below_the_peak_that_platforms_allow()
    {
        // Two samples, ten times a second: limited to -2 dB, AAC made -0.6 dBTP of them.
        var music = await _lab.MakeAsync(
            "clicks.wav", "-f", "lavfi", "-i", "aevalsrc=if(lt(mod(n\\,4800)\\,2)\\,1\\,0)|if(lt(mod(n\\,4800)\\,2)\\,-1\\,0):s=48000:d=4");

        var film = await _lab.ComposeAsync(_lab.Plan(96, 96, 4) with { Music = new FilmMusic { Mood = "calm", FilePath = music } });

        film.Quality.TruePeakDbtp.ShouldNotBeNull().ShouldBeLessThanOrEqualTo(-1);
        film.Warnings.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_film_whose_text_leaves_the_safe_box_is_held_back_with_a_sentence()
    {
        var film = await _lab.ComposeAsync(_lab.Plan(96, 96, 2));
        var outside = new TextPlacement { Box = new Box(80, 10, 20, 10), Safe = new Box(5, 5, 86, 86), From = 0, To = 2, Ink = "#ffffff" };

        var flawed = await Should.ThrowAsync<FilmFlawedException>(
            new QualityInspector(_lab.Plan(96, 96, 2), [outside]).JudgeAsync(film.FilmPath, 60, null, TestContext.Current.CancellationToken));

        flawed.Message.ShouldBe("The film was made but breaks a limit. A text leaves the safe box.");
    }

    [Fact]
    public async Task White_text_on_a_white_picture_is_told()
    {
        var film = await _lab.ComposeAsync(_lab.Plan(360, 640, 2, shade: 230) with { Texts = [FilmLab.Text("Who can read this?", 0.2, 1.8)] });

        film.Quality.TextContrast.ShouldNotBeNull().ShouldBeLessThan(1.5);
        film.Quality.Passed.ShouldBeFalse();
        film.Quality.Findings.ShouldContain(finding => finding.Contains("contrast", StringComparison.Ordinal));
    }

    public void Dispose() => _lab.Dispose();
}
