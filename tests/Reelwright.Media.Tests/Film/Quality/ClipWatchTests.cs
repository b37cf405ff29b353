using Reelwright.Media.Film;

namespace Reelwright.Media.Tests.Film.Quality;

/// <summary>Foreign clips that were paid for and show nothing: the film is made, and which of them it is gets told.</summary>
public sealed class ClipWatchTests : IDisposable
{
    private readonly FilmLab _lab = new();

    [Fact]
    public async Task A_black_clip_and_a_still_one_are_told_by_the_index_of_their_scene()
    {
        var film = await ComposeAsync(
            await _lab.MakeAsync("moves.mp4", "-f", "lavfi", "-i", "testsrc2=s=160x160:r=30:d=2.5", "-c:v", "libx264", "-pix_fmt", "yuv420p"),
            await _lab.MakeAsync("black.mp4", "-f", "lavfi", "-i", "color=black:s=160x160:r=30:d=2.5", "-c:v", "libx264", "-pix_fmt", "yuv420p"),
            await _lab.MakeAsync("still.mp4", "-f", "lavfi", "-i", "mandelbrot=s=160x160:r=30", "-vf", "loop=-1:1:0,trim=duration=2.5", "-c:v", "libx264", "-crf", "30", "-g", "20", "-pix_fmt", "yuv420p"));

        string[] told = ["The clip of scene 1 (counted from 0) is black from start to end.", "The clip of scene 2 (counted from 0) is a still: nothing moves in the 2 s for which it is shown."];
        film.Warnings.Select(warning => warning.Message).ShouldBe(told);
        film.Quality.Findings.TakeLast(2).ShouldBe(told);
        film.Quality.Passed.ShouldBeFalse();
    }

    [Fact]
    public async Task A_clip_that_stops_moving_halfway_and_one_that_is_too_short_are_told()
    {
        var film = await ComposeAsync(
            await _lab.MakeAsync("stops.mp4", "-f", "lavfi", "-i", "testsrc2=s=160x160:r=30:d=0.5", "-vf", "tpad=stop_mode=clone:stop_duration=2", "-c:v", "libx264", "-pix_fmt", "yuv420p"),
            await _lab.MakeAsync("short.mp4", "-f", "lavfi", "-i", "testsrc2=s=160x160:r=30:d=0.7", "-c:v", "libx264", "-pix_fmt", "yuv420p"));

        film.Warnings.Select(warning => warning.Message).ShouldBe(
        [
            "The clip of scene 0 (counted from 0) stands still for 1.5 of 2 s.",
            "The clip of scene 1 (counted from 0) is too short: its last picture stands for 1.2 of 2 s.",
        ]);
    }

    [Fact]
    public async Task A_dark_clip_with_a_light_that_moves_slowly_is_neither_black_nor_still()
    {
        var film = await ComposeAsync(await _lab.MakeAsync(
            "night.mp4", "-f", "lavfi", "-i", "color=black:s=160x160:r=30:d=2,format=yuv420p,geq=lum='16+60*exp(-((X-60-N/2)^2+(Y-80)^2)/900)':cb=128:cr=128", "-c:v", "libx264", "-crf", "26"));

        film.Warnings.ShouldBeEmpty();
    }

    public void Dispose() => _lab.Dispose();

    private Task<FilmResult> ComposeAsync(params string[] clips) => _lab.ComposeAsync(_lab.Plan(96, 96, 2 * clips.Length) with
    {
        Scenes = [.. clips.Select((clip, i) => FilmLab.Scene(2 * i, 2 * (i + 1), new ClipScene(clip)))],
    });
}
