using Reelwright.Media.Colour;
using Reelwright.Media.Ffmpeg;
using Reelwright.Media.Film.Quality;
using Reelwright.Media.Scenes;
using Reelwright.Media.Text;

namespace Reelwright.Media.Film;

/// <summary>Says of each scene how it is opened. Foreign clips are looked at now, so that a bad one is refused before anything is drawn.</summary>
internal sealed class SceneSources(FfmpegProcess ffmpeg, FilmPlan plan, IReadOnlyList<TimelineScene> timeline)
{
    private readonly List<FilmWarning> _flattened = [];
    private readonly List<ClipWatch> _watches = [];

    /// <summary>The faults of the foreign clips, complete once the film was drawn.</summary>
    public IReadOnlyList<FilmWarning> Findings => [.. _flattened, .. _watches.Select(watch => watch.Warning).OfType<FilmWarning>()];

    public async Task<IReadOnlyList<Func<CancellationToken, IFrameSource>>> PrepareAsync(TextLayout stage, CancellationToken cancellationToken)
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
            fit = await LayOnGroundAsync(fit, scene.Index, cancellationToken).ConfigureAwait(false);
            var watch = new ClipWatch(scene.Index, plan.Width, plan.Height, fit.Frames);
            _watches.Add(watch);

            // Opened when the texts have been written, so that it is known where they stand.
            sources.Add(stop => ClipShade.Of(stage.Placed, scene, scene.Length + tail) is { Count: > 0 } shades
                ? new ClipScrim(new DecodedClip(fit, watch, ffmpeg, stop), shades)
                : new DecodedClip(fit, watch, ffmpeg, stop));
        }

        return sources;
    }

    private async Task<ClipFit> LayOnGroundAsync(ClipFit fit, int scene, CancellationToken cancellationToken)
    {
        var laid = fit with { Ground = plan.Theme.Ground is { } ground ? Rgb.Parse(ground) : Rgb.Black };
        if (fit.AlphaDecoder is not { } decoder)
        {
            return laid;
        }

        var listing = await ffmpeg.RunAsync(
            new FfmpegCommand { Purpose = "list its decoders", Arguments = ["-hide_banner", "-decoders"], TimeLimit = ffmpeg.Tools.Options.ProbeLimit },
            cancellationToken).ConfigureAwait(false);
        if (MediaTools.Names(listing.Text).Contains(decoder))
        {
            return laid;
        }

        _flattened.Add(new FilmWarning(
            FilmWarningCodes.ClipFlawed,
            $"The clip of scene {scene} (counted from 0) is transparent in places, and this ffmpeg cannot tell where: it has no decoder {decoder}.",
            scene));
        return fit with { Video = fit.Video with { AlphaBeside = false } };
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
