using Reelwright.Media.Text;

namespace Reelwright.Media.Film.Quality;

/// <summary>Measures a film: its frames while they are encoded, so that the film is not decoded again, and then the file.</summary>
internal sealed class QualityInspector(FilmPlan plan, IReadOnlyList<TextPlacement> texts)
{
    /// <summary>Positions are computed in fractions of a pixel.</summary>
    private const double Rounding = 0.5;

    private readonly FrameWatch _watch = new(plan.Width, plan.Height);
    private readonly TextContrast _contrast = new(texts, plan.Width, plan.Height);

    /// <summary>Takes each frame in order, before text is drawn on it.</summary>
    public void See(int frame, ReadOnlySpan<byte> pixels)
    {
        _watch.See(pixels);
        _contrast.See(frame, pixels);
    }

    /// <exception cref="FilmFlawedException">The film breaks a hard limit.</exception>
    public async Task<FilmQuality> JudgeAsync(string film, int frames, Loudness? loudness, CancellationToken cancellationToken)
    {
        var facts = await Mp4Facts.ReadAsync(film, cancellationToken).ConfigureAwait(false);
        var measured = new FilmQuality
        {
            DurationErrorSeconds = Math.Round(facts.VideoSeconds - ((double)frames / FilmPlan.FrameRate), 3),
            AvDriftSeconds = Math.Round(facts.AudioSeconds - facts.VideoSeconds, 3),
            LoudnessLufs = loudness?.IntegratedLufs,
            TruePeakDbtp = loudness?.TruePeakDbtp,
            BlackFrames = _watch.Black,
            DuplicateFrames = _watch.Duplicates,
            LongestFreezeSeconds = Math.Round(_watch.LongestFreezeSeconds, 2),
            TextInSafeBox = texts.All(IsSafe),
            TextsApart = !AnyOverlap(texts),
            TextContrast = _contrast.Lowest is { } lowest ? Math.Round(lowest, 2) : null,
            BitrateKbps = (int)Math.Round(new FileInfo(film).Length * 8 / 1000.0 / facts.VideoSeconds),
            Faststart = facts.Faststart,
            KeyframeGapSeconds = Math.Round((double)facts.KeyframeGap / FilmPlan.FrameRate, 2),
        };
        return QualityLimits.Hard(measured) is { Count: > 0 } flaws
            ? throw new FilmFlawedException(flaws)
            : measured with { Findings = QualityLimits.Soft(measured) };
    }

    private static bool AnyOverlap(IReadOnlyList<TextPlacement> texts) =>
        texts.Index().Any(one => texts.Skip(one.Index + 1).Any(other => one.Item.IsOver(other)));

    private static bool IsSafe(TextPlacement text)
    {
        var (box, safe) = (text.Box, text.Safe);
        return box.X >= safe.X - Rounding && box.Y >= safe.Y - Rounding && box.Right <= safe.Right + Rounding && box.Bottom <= safe.Bottom + Rounding;
    }
}
