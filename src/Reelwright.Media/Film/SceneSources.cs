using Reelwright.Media.Ffmpeg;
using Reelwright.Media.Scenes;
using Reelwright.Media.Text;

namespace Reelwright.Media.Film;

/// <summary>Says of each scene how it is opened. Foreign clips are looked at now, so that a bad one is refused before anything is drawn.</summary>
internal sealed class SceneSources(FfmpegProcess ffmpeg, FilmPlan plan, IReadOnlyList<TimelineScene> timeline)
{
    public async Task<IReadOnlyList<Func<CancellationToken, IFrameSource>>> PrepareAsync(TextStage stage, CancellationToken cancellationToken)
    {
        var intake = new ClipIntake(new MediaProbe(ffmpeg));
        var sources = new List<Func<CancellationToken, IFrameSource>>();
        foreach (var scene in timeline)
        {
            if (plan.Scenes[scene.Index].Source is DrawnScene drawn)
            {
                sources.Add(_ => Checked(drawn.Open()));
                continue;
            }

            var clip = (ClipScene)plan.Scenes[scene.Index].Source;
            var tail = scene.Index + 1 < timeline.Count ? timeline[scene.Index + 1].Overlap : 0;
            var fit = await intake.FitAsync(clip.FilePath, plan.Width, plan.Height, scene.Length + tail, cancellationToken).ConfigureAwait(false);

            // Opened when the texts have been written, so that it is known where they stand.
            sources.Add(stop => ClipShade.Of(stage.Placed, scene, scene.Length + tail) is { Count: > 0 } shades
                ? new ClipScrim(new DecodedClip(fit, ffmpeg, stop), shades)
                : new DecodedClip(fit, ffmpeg, stop));
        }

        return sources;
    }

    private IFrameSource Checked(IFrameSource source)
    {
        if (source.Width == plan.Width && source.Height == plan.Height)
        {
            return source;
        }

        using (source)
        {
            throw new InvalidOperationException($"A scene draws {source.Width}x{source.Height} frames for a film of {plan.Width}x{plan.Height}.");
        }
    }
}
