using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Reelwright.Media.Film;
using Reelwright.Media.Film.Quality;

namespace Reelwright.Media.Tests.Film.Quality;

/// <summary>
/// The report on a film beside what <c>eng/check-film.sh</c> measures of the same file: a script that shares no code with it.
/// </summary>
public sealed class OutsideWitnessTests : IDisposable
{
    private readonly FilmLab _lab = new();

    [Fact]
    public async Task Both_say_the_same_of_a_film_with_music_and_text() => await CompareAsync(_lab.Plan(360, 640, 5, scenes: 2) with
    {
        Scenes = [FilmLab.Scene(0, 2.5, new DrawnScene(() => new CountingScene(360, 640, 75))), FilmLab.Scene(2.5, 5, new DrawnScene(() => new CountingScene(360, 640, 75)))],
        Music = new FilmMusic { Mood = "upbeat", TempoBpm = 110, Seed = 3 },
        Texts = [FilmLab.Text("Your day, finally in sync.", 0.2, 2), FilmLab.Text("Order today", 3, 5, "button", "pop")],
    });

    [Fact]
    public async Task Both_say_the_same_of_a_film_that_is_black_and_then_stands_still()
    {
        var quality = await CompareAsync(_lab.Plan(360, 640, 4) with
        {
            Scenes =
            [
                FilmLab.Scene(0, 1.5, new DrawnScene(() => new FlatScene(360, 640, 45, 16))),
                FilmLab.Scene(1.5, 4, new DrawnScene(() => new FlatScene(360, 640, 75, 90))),
            ],
        });

        quality.BlackFrames.ShouldBe(45);
        quality.LongestFreezeSeconds.ShouldBe(2.5, 0.1);
        quality.Passed.ShouldBeFalse();
    }

    [Fact]
    public async Task Both_say_the_same_of_a_supplied_tone_that_was_too_loud()
    {
        var music = await _lab.MakeAsync("tone.wav", "-f", "lavfi", "-i", "sine=f=440:r=48000:d=6", "-af", "volume=18dB");

        await CompareAsync(_lab.Plan(360, 640, 6) with { Music = new FilmMusic { Mood = "calm", FilePath = music } });
    }

    private async Task<FilmQuality> CompareAsync(FilmPlan plan)
    {
        var film = await _lab.ComposeAsync(plan);
        var quality = film.Quality;

        var witness = await WitnessAsync(film.FilmPath, plan);

        double Number(string name) => witness.GetProperty(name).GetDouble();
        quality.ShouldSatisfyAllConditions(
            () => quality.DurationErrorSeconds.ShouldBe(Number("duration_error_seconds"), 0.002),
            () => quality.AvDriftSeconds.ShouldBe(Number("av_drift_seconds"), 0.002),
            () => quality.LoudnessLufs.ShouldBe(Optional(witness, "loudness_lufs")),
            () => quality.TruePeakDbtp.ShouldBe(Optional(witness, "true_peak_dbtp")),
            () => quality.BlackFrames.ShouldBe((int)Number("black_frames")),
            () => quality.LongestFreezeSeconds.ShouldBe(Number("longest_freeze_seconds"), 0.15),
            () => ((double)quality.BitrateKbps).ShouldBe(Number("bitrate_kbps"), 1),
            () => quality.Faststart.ShouldBe(witness.GetProperty("faststart").GetBoolean()),
            () => quality.KeyframeGapSeconds.ShouldBe(Number("keyframe_gap_seconds"), 0.01));
        return quality;
    }

    private static double? Optional(JsonElement witness, string name) =>
        witness.GetProperty(name) is { ValueKind: JsonValueKind.Number } number ? number.GetDouble() : null;

    private async Task<JsonElement> WitnessAsync(string film, FilmPlan plan, [CallerFilePath] string here = "")
    {
        var script = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "../../../../eng/check-film.sh"));
        string[] arguments = [script, "--json", _lab.At("witness.json"), film, $"{plan.Width}x{plan.Height}", $"{plan.Duration}"];
        using var process = Process.Start(new ProcessStartInfo("bash", arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        var words = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        var errors = await process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);

        // It may have found flaws, which these films have on purpose; but it must have measured.
        File.Exists(_lab.At("witness.json")).ShouldBeTrue(words + errors);
        using var witness = JsonDocument.Parse(
            await File.ReadAllTextAsync(_lab.At("witness.json"), TestContext.Current.CancellationToken));
        return witness.RootElement.Clone();
    }

    public void Dispose() => _lab.Dispose();
}
