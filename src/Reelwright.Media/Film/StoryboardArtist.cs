using Reelwright.Media.Ffmpeg;
using Reelwright.Media.Text;

namespace Reelwright.Media.Film;

/// <summary>
/// Draws one settled frame of each scene with its texts, by the same code as the film: 1 find the moments, 2 write the texts,
/// 3 draw the frames and let one ffmpeg add the texts and lay out the sheet.
/// </summary>
public sealed class StoryboardArtist(FfmpegProcess ffmpeg, FontLibrary fonts)
{
    private const string TextFile = "film.ass";
    private const string LegendFile = "sheet.ass";

    /// <param name="plan">The film, at the size that the stills shall have; its output path is not used.</param>
    /// <param name="words">What is written around the stills.</param>
    /// <exception cref="ArgumentException">The plan cannot be a film.</exception>
    /// <exception cref="MissingToolException">ffmpeg is not installed.</exception>
    /// <exception cref="FfmpegFailedException">ffmpeg failed.</exception>
    public async Task<Storyboard> DrawAsync(FilmPlan plan, StoryboardWords words, CancellationToken cancellationToken)
    {
        // 1
        var timeline = FilmTimeline.Of(plan);
        int[] moments = [.. timeline.Select(scene => StoryboardMoment.Of(plan, timeline, scene))];
        using var work = WorkFolder.Create(plan.WorkFolder);

        // 2
        var catalogue = await fonts.CatalogueAsync(cancellationToken).ConfigureAwait(false);
        var typesetter = new Typesetter(fonts, catalogue, plan.Language);
        var stage = new TextLayout(plan, timeline, typesetter);
        var sources = await new SceneSources(ffmpeg, plan, timeline).PrepareAsync(stage, cancellationToken).ConfigureAwait(false);
        var script = stage.Write(FilmCaptions.ToBurn(plan, FilmCaptions.Planned(plan)));
        if (script is not null)
        {
            await File.WriteAllTextAsync(Path.Combine(work.Path, TextFile), script, cancellationToken).ConfigureAwait(false);
        }

        var sheet = StoryboardSheet.For(plan.Width, plan.Height, timeline.Count);
        var legends = StoryboardLettering.Write(sheet, words, new Typesetter(fonts, catalogue, plan.Language));
        await File.WriteAllTextAsync(Path.Combine(work.Path, LegendFile), legends, cancellationToken).ConfigureAwait(false);

        // 3
        var feed = new FrameFeed(ClipEncoder.FrameBytes(plan.Width, plan.Height), timeline.Count, (index, pixels, stop) =>
        {
            using var source = sources[index](stop);
            source.Render(moments[index] - timeline[index].Start, pixels.Span);
            return ValueTask.CompletedTask;
        });
        await ffmpeg.RunAsync(
            new FfmpegCommand
            {
                Purpose = "draw the storyboard",
                Arguments = StoryboardArguments.For(plan.Width, plan.Height, moments, sheet, script is null ? null : TextFile, LegendFile),
                WorkFolder = work.Path,
                TimeLimit = ffmpeg.Tools.Options.EncodeLimit,
                Feed = feed.WriteAsync,
            },
            cancellationToken).ConfigureAwait(false);
        var stills = new List<byte[]>();
        for (var number = 1; number <= timeline.Count; number++)
        {
            stills.Add(await File.ReadAllBytesAsync(Path.Combine(work.Path, StoryboardArguments.Still(number)), cancellationToken).ConfigureAwait(false));
        }

        return new Storyboard
        {
            Stills = stills,
            Sheet = await File.ReadAllBytesAsync(Path.Combine(work.Path, StoryboardArguments.Sheet), cancellationToken).ConfigureAwait(false),
            Warnings = [.. plan.Warnings.Concat(typesetter.Warnings).Select(warning => warning.Message)],
        };
    }
}
