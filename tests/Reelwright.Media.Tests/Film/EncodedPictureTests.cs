using System.Globalization;
using Reelwright.Media.Film;
using Reelwright.Media.Frames;
using Reelwright.Media.Scenes;
using Reelwright.Media.Tests.Frames;

namespace Reelwright.Media.Tests.Film;

/// <summary>What the encoder leaves of the frames that it was given.</summary>
public sealed class EncodedPictureTests : IDisposable
{
    private const double LeastSimilarity = 0.99;
    private const double Seconds = 1.6;
    private readonly FilmLab _lab = new();

    [Theory]
    [InlineData("luxury_minimal", "watch")]
    [InlineData("bold_pop", "shoe")]
    [InlineData("soft_pastel", "cosmetics")]
    [InlineData("dark_tech", "phone")]
    [InlineData("natural_organic", "bakery")]
    public async Task The_film_looks_like_the_frames_that_were_drawn(string direction, string motif)
    {
        var plan = Plan(direction, motif);

        var film = await _lab.ComposeAsync(plan);

        await WriteRawAsync(plan, _lab.At("raw.yuv"));
        (await SimilarityAsync(film.FilmPath, plan)).ShouldBeGreaterThanOrEqualTo(LeastSimilarity);
    }

    private FilmPlan Plan(string direction, string motif)
    {
        IFrameSource Draw(int index, string camera)
        {
            var recipe = Scene.Of(1080, 1920, camera: camera, direction: direction, index: index);
            return SceneRenderer.Create(recipe with { Art = recipe.Art with { Motif = motif } }, null);
        }

        return _lab.Plan(1080, 1920, Seconds, scenes: 2) with
        {
            Scenes =
            [
                FilmLab.Scene(0, Seconds / 2, new DrawnScene(() => Draw(0, "push_in")), transition: "crossfade"),
                FilmLab.Scene(Seconds / 2, Seconds, new DrawnScene(() => Draw(1, "orbit"))),
            ],
        };
    }

    /// <summary>The same frames once more, without an encoder.</summary>
    private static async Task WriteRawAsync(FilmPlan plan, string path)
    {
        var timeline = FilmTimeline.Of(plan);
        await using var scenes = new SceneOpener(
            [.. plan.Scenes.Select(scene => (Func<CancellationToken, IFrameSource>)(_ => ((DrawnScene)scene.Source).Open()))], TestContext.Current.CancellationToken);
        var frames = new FilmFrames(plan.Width, plan.Height, timeline, scenes, logo: null);
        await using var raw = File.Create(path);
        var pixels = new byte[plan.Width * plan.Height * 3 / 2];
        for (var frame = 0; frame < frames.Count; frame++)
        {
            await frames.DrawAsync(frame, pixels, TestContext.Current.CancellationToken);
            await raw.WriteAsync(pixels, TestContext.Current.CancellationToken);
        }
    }

    /// <summary>Structural similarity of all planes, the mean of all frames, as ffmpeg's own filter measures it.</summary>
    private async Task<double> SimilarityAsync(string film, FilmPlan plan)
    {
        var report = _lab.At("ssim.txt");
        await _lab.RunAsync(
        [
            "-v", "error", "-i", film, "-f", "rawvideo", "-pix_fmt", "yuv420p", "-s", $"{plan.Width}x{plan.Height}", "-r", "30", "-i", _lab.At("raw.yuv"),
            "-lavfi", $"[0:v]settb=1/30,setpts=N[a];[1:v]settb=1/30,setpts=N[b];[a][b]ssim=stats_file={report}", "-f", "null", "-",
        ]);
        var frames = await File.ReadAllLinesAsync(report, TestContext.Current.CancellationToken);
        frames.Length.ShouldBe((int)Math.Round(plan.Duration * FilmPlan.FrameRate));
        return frames.Average(line => double.Parse(line.Split("All:")[1].Split(' ')[0], CultureInfo.InvariantCulture));
    }

    public void Dispose() => _lab.Dispose();
}
