using Microsoft.Extensions.Logging;
using Reelwright.Media.Captions;
using Reelwright.Media.Ffmpeg;
using Reelwright.Media.Film.Provenance;
using Reelwright.Media.Film.Quality;
using Reelwright.Media.Scenes;
using Reelwright.Media.Text;

namespace Reelwright.Media.Film;

/// <summary>
/// Makes a film from a plan in one encode. Steps: 1 check the foreign files, 2 sound, 3 text, 4 draw and encode, 5 thumbnail and preview,
/// 6 mark all of them as AI-generated, 7 measure the quality, 8 write captions, 9 move the files to their final names, all or none.
/// </summary>
public sealed partial class FilmComposer(FfmpegProcess ffmpeg, FontLibrary fonts, ILogger<FilmComposer> logger)
{
    private const string TextFile = "film.ass";

    /// <exception cref="ArgumentException">The plan cannot be a film.</exception>
    /// <exception cref="MediaRejectedException">A clip, the logo or the music file cannot be used.</exception>
    /// <exception cref="MissingToolException">ffmpeg is not installed.</exception>
    /// <exception cref="FfmpegFailedException">ffmpeg failed; no file is left.</exception>
    /// <exception cref="FilmFlawedException">The film breaks a limit; no file is left.</exception>
    public async Task<FilmResult> ComposeAsync(FilmPlan plan, CancellationToken cancellationToken)
    {
        var timeline = FilmTimeline.Of(plan);
        var frames = timeline[^1].End;
        var warnings = new List<FilmWarning>(plan.Warnings);
        using var work = WorkFolder.Create(plan.WorkFolder);
        using var film = new PartialFile(plan.OutputPath);
        using var thumbnail = new PartialFile(Path.ChangeExtension(plan.OutputPath, ".jpg"));

        // 1
        var catalogue = await fonts.CatalogueAsync(cancellationToken).ConfigureAwait(false);
        var typesetter = new Typesetter(fonts, catalogue, plan.Language);
        var stage = new TextLayout(plan, timeline, typesetter);
        var scenes = new SceneSources(ffmpeg, plan, timeline);
        var sources = await scenes.PrepareAsync(stage, cancellationToken).ConfigureAwait(false);
        var logo = await LogoAsync(plan, timeline, stage, warnings, cancellationToken).ConfigureAwait(false);

        // 2
        var sound = await new SoundTrack(ffmpeg).MakeAsync(plan, frames, work.Path, warnings, cancellationToken).ConfigureAwait(false);

        // 3
        var captions = FilmCaptions.Of(plan, sound.Captions);
        var script = stage.Write(FilmCaptions.ToBurn(plan, sound.Captions));
        warnings.AddRange(FilmCaptions.Warnings(plan, sound.Captions));
        warnings.AddRange(typesetter.Warnings);
        if (script is not null)
        {
            await File.WriteAllTextAsync(Path.Combine(work.Path, TextFile), script, cancellationToken).ConfigureAwait(false);
        }

        // 4
        var settings = new EncodeSettings
        {
            Width = plan.Width,
            Height = plan.Height,
            TextFile = script is null ? null : TextFile,
            SoundFile = sound.File,
            Output = $"file:{film.Temporary}",
        };
        var choice = new ThumbnailChoice(plan, timeline);
        var inspector = new QualityInspector(plan, stage.Placed);
        void See(int frame, ReadOnlySpan<byte> pixels)
        {
            choice.See(frame, pixels, plan.Width, plan.Height);
            inspector.See(frame, pixels);
        }

        await EncodeAsync(settings, timeline, sources, logo, See, work.Path, cancellationToken).ConfigureAwait(false);

        // 5
        await ffmpeg.RunAsync(
            new FfmpegCommand
            {
                Purpose = "write the thumbnail",
                Arguments = ThumbnailArguments.For(film.Temporary, choice.Frame, thumbnail.Temporary),
                TimeLimit = ffmpeg.Tools.Options.EncodeLimit,
            },
            cancellationToken).ConfigureAwait(false);

        using var preview = await PreviewAsync(plan, film.Temporary, choice.Frame, warnings, cancellationToken).ConfigureAwait(false);

        // 6: after the pictures, because they are taken from the film as ffmpeg left it.
        var mark = XmpPacket.Write(plan.Origin);
        await Mp4Mark.AppendAsync(film.Temporary, mark, cancellationToken).ConfigureAwait(false);
        await JpegMark.InsertAsync(thumbnail.Temporary, mark, cancellationToken).ConfigureAwait(false);
        if (preview is not null)
        {
            await WebpMark.AppendAsync(preview.Temporary, mark, cancellationToken).ConfigureAwait(false);
        }

        // 7
        var quality = await inspector.JudgeAsync(film.Temporary, frames, sound.Loudness, cancellationToken).ConfigureAwait(false);
        warnings.AddRange(scenes.Findings);
        quality = quality with
        {
            Findings = [.. quality.Findings, .. scenes.Findings.Select(finding => finding.Message)],
            TextsMissing = [.. warnings.Select(warning => warning.MissingText).OfType<string>().Distinct()],
        };

        // 8 and 9
        using var srt = new PartialFile(Path.ChangeExtension(plan.OutputPath, ".srt"));
        using var vtt = new PartialFile(Path.ChangeExtension(plan.OutputPath, ".vtt"));
        await File.WriteAllTextAsync(srt.Temporary, CaptionWriter.Srt(captions), cancellationToken).ConfigureAwait(false);
        await File.WriteAllTextAsync(vtt.Temporary, CaptionWriter.Vtt(captions), cancellationToken).ConfigureAwait(false);
        var size = new FileInfo(film.Temporary).Length;
        foreach (var file in (PartialFile?[])[srt, vtt, thumbnail, preview, film])
        {
            file?.Complete();
        }

        Log.Composed(logger, timeline.Count, plan.Duration, size, choice.Frame);
        return new FilmResult
        {
            FilmPath = film.FinalPath,
            ThumbnailPath = thumbnail.FinalPath,
            PreviewPath = preview?.FinalPath,
            SrtPath = srt.FinalPath,
            VttPath = vtt.FinalPath,
            Duration = TimeSpan.FromSeconds((double)frames / FilmPlan.FrameRate),
            Width = plan.Width,
            Height = plan.Height,
            FileSize = size,
            Loudness = sound.Loudness,
            Quality = quality,
            Warnings = warnings,
        };
    }

    private async Task EncodeAsync(
        EncodeSettings settings,
        IReadOnlyList<TimelineScene> timeline,
        IReadOnlyList<Func<CancellationToken, IFrameSource>> sources,
        LogoStamp? logo,
        Action<int, ReadOnlySpan<byte>> see,
        string workFolder,
        CancellationToken cancellationToken)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        await using var scenes = new SceneOpener(sources, stop.Token);
        var frames = new FilmFrames(settings.Width, settings.Height, timeline, scenes, logo);
        var feed = new FrameFeed(ClipEncoder.FrameBytes(settings.Width, settings.Height), frames.Count, frames.DrawAsync)
        {
            Written = (frame, pixels) =>
            {
                see(frame, pixels.Span);
                return scenes.CloseBeforeAsync(frames.FirstSceneNeededAfter(frame));
            },
        };
        try
        {
            await ffmpeg.RunAsync(
                new FfmpegCommand
                {
                    Purpose = "encode the film",
                    Arguments = EncodeArguments.For(settings),
                    WorkFolder = workFolder,
                    TimeLimit = ffmpeg.Tools.Options.EncodeLimit,
                    Feed = feed.WriteAsync,
                },
                cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            await stop.CancelAsync().ConfigureAwait(false);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Information, Message = "Film of {Scenes} scenes and {Seconds:0.###} s composed: {Bytes} bytes, thumbnail from frame {Frame}")]
        public static partial void Composed(ILogger logger, int scenes, double seconds, long bytes, int frame);
    }
}
