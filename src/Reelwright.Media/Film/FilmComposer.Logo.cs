using Reelwright.Media.Ffmpeg;
using Reelwright.Media.Text;

namespace Reelwright.Media.Film;

public sealed partial class FilmComposer
{
    // A logo that cannot be used is left out with a warning, because the clips are already paid for.
    private async Task<LogoStamp?> LogoAsync(
        FilmPlan plan, IReadOnlyList<TimelineScene> timeline, TextLayout stage, List<FilmWarning> warnings, CancellationToken cancellationToken)
    {
        var last = timeline[^1];
        if (plan.LogoFile is null || stage.LogoBox(last) is not { } box)
        {
            return null;
        }

        try
        {
            var from = last.Start + (last.Overlap * 2 / 3);
            return await LogoStamp.LoadAsync(plan.LogoFile, (plan.Width, plan.Height), box, (from, last.End), ffmpeg, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception error) when (error is MediaRejectedException or FfmpegFailedException { RanOutOfSpace: false, IsTemporary: false })
        {
            // ffmpeg's own message is not shown, because its arguments name folders of this machine.
            warnings.Add(new FilmWarning(
                FilmWarningCodes.LogoLeftOut, $"The logo was left out: {(error is MediaRejectedException ? error.Message : "it cannot be decoded.")}"));
            return null;
        }
    }
}
