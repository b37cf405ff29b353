using Reelwright.Media.Ffmpeg;

namespace Reelwright.Media.Film;

public sealed partial class FilmComposer
{
    private const long MaxPreviewBytes = 1_400_000;

    // In descending order of quality; the first that gives a small enough file is used.
    private static readonly int[] PreviewQualities = [60, 40, 20];

    // A preview that cannot be made is left out with a warning; an ffmpeg may have been built without WebP.
    private async Task<PartialFile?> PreviewAsync(FilmPlan plan, string film, int frame, List<FilmWarning> warnings, CancellationToken cancellationToken)
    {
        if (!plan.Preview)
        {
            return null;
        }

        var preview = new PartialFile(Path.ChangeExtension(plan.OutputPath, ".webp"));
        try
        {
            foreach (var quality in PreviewQualities)
            {
                await ffmpeg.RunAsync(
                    new FfmpegCommand
                    {
                        Purpose = "write the preview",
                        Arguments = PreviewArguments.For(film, frame, plan.Duration, quality, preview.Temporary),
                        TimeLimit = ffmpeg.Tools.Options.EncodeLimit,
                    },
                    cancellationToken).ConfigureAwait(false);
                if (new FileInfo(preview.Temporary).Length <= MaxPreviewBytes)
                {
                    return preview;
                }
            }

            warnings.Add(new FilmWarning(FilmWarningCodes.PreviewLeftOut, "The preview was left out: it would have been too large a file."));
        }
        catch (FfmpegFailedException error)
        {
            warnings.Add(new FilmWarning(FilmWarningCodes.PreviewLeftOut, $"The preview was left out: {error.Message}"));
        }
        catch
        {
            preview.Dispose();
            throw;
        }

        preview.Dispose();
        return null;
    }
}
