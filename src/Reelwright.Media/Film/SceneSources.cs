using Reelwright.Media.Colour;
using Reelwright.Media.Ffmpeg;
using Reelwright.Media.Film.Quality;
using Reelwright.Media.Scenes;
using Reelwright.Media.Text;

namespace Reelwright.Media.Film;

/// <summary>
/// Says of each scene how it is opened. Foreign clips are looked at now, so that a bad one is refused before anything is drawn.
/// </summary>
internal sealed class SceneSources(FfmpegProcess ffmpeg, FilmPlan plan, IReadOnlyList<TimelineScene> timeline)
{
    /// <summary>Profile 5 has no base layer that a decoder without Dolby Vision shows correctly.</summary>
    private const int DolbyVisionWithoutBase = 5;

    private readonly List<FilmWarning> _limits = [];
    private readonly List<ClipWatch> _watches = [];

    /// <summary>The faults of the foreign clips, complete once the film was drawn.</summary>
    public IReadOnlyList<FilmWarning> Findings => [.. _limits, .. _watches.SelectMany(watch => watch.Warnings)];

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
            var fit = await FitAsync(intake, clip, scene, tail, cancellationToken).ConfigureAwait(false);
            fit = await LayOnGroundAsync(fit, scene.Index, cancellationToken).ConfigureAwait(false);
            fit = await ConvertColoursAsync(fit, scene.Index, cancellationToken).ConfigureAwait(false);
            var watch = new ClipWatch(scene.Index, plan.Width, plan.Height, fit.Frames);
            _watches.Add(watch);

            // Opened when the texts have been written, so that it is known where they stand.
            sources.Add(stop => ClipShade.Of(stage.Placed, scene, scene.Length + tail) is { Count: > 0 } shades
                ? new ClipScrim(new DecodedClip(fit, watch, ffmpeg, stop), shades)
                : new DecodedClip(fit, watch, ffmpeg, stop));
        }

        return sources;
    }

    private async Task<ClipFit> FitAsync(ClipIntake intake, ClipScene clip, TimelineScene scene, int tail, CancellationToken cancellationToken)
    {
        try
        {
            return await intake.FitAsync(clip.FilePath, plan.Width, plan.Height, scene.Length + tail, cancellationToken).ConfigureAwait(false);
        }
        catch (MediaRejectedException rejected)
        {
            throw rejected.In(scene.Index);
        }
    }

    private async Task<ClipFit> LayOnGroundAsync(ClipFit fit, int scene, CancellationToken cancellationToken)
    {
        var laid = fit with { Ground = plan.Theme.Ground is { } ground ? Rgb.Parse(ground) : Rgb.Black };
        if (fit.AlphaDecoder is not { } decoder)
        {
            return laid;
        }

        if (await HasAsync("-decoders", [decoder], cancellationToken).ConfigureAwait(false))
        {
            return laid;
        }

        Report(scene, $"is transparent in places, and this ffmpeg cannot tell where: it has no decoder {decoder}.");
        return fit with { Video = fit.Video with { AlphaBeside = false } };
    }

    private async Task<ClipFit> ConvertColoursAsync(ClipFit fit, int scene, CancellationToken cancellationToken)
    {
        if (fit.Video.DolbyVisionProfile == DolbyVisionWithoutBase)
        {
            Report(scene, "is Dolby Vision without a picture for other players, so its colours are wrong.");
        }

        var colours = ClipColours.Of(fit.Video);
        if (!colours.NeedsZscale || await HasAsync("-filters", ["zscale", "tonemap"], cancellationToken).ConfigureAwait(false))
        {
            return fit;
        }

        Report(scene, "keeps the colours of HDR or of another colour space: this ffmpeg has no filter zscale to convert them.");
        return fit with { Colours = colours.WithoutZscale() };
    }

    private void Report(int scene, string fault) =>
        _limits.Add(new FilmWarning(FilmWarningCodes.ClipFlawed, $"The clip of scene {scene} (counted from 0) {fault}", scene));

    private async Task<bool> HasAsync(string kind, string[] names, CancellationToken cancellationToken)
    {
        var listing = await ffmpeg.RunAsync(
            new FfmpegCommand { Purpose = $"list its parts ({kind})", Arguments = ["-hide_banner", kind], TimeLimit = ffmpeg.Tools.Options.ProbeLimit },
            cancellationToken).ConfigureAwait(false);
        return names.All(MediaTools.Names(listing.Text).Contains);
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
