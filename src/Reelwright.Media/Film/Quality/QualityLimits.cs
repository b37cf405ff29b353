using System.Globalization;

namespace Reelwright.Media.Film.Quality;

/// <summary>
/// The limits of a film. A player or a platform may refuse a film that breaks a hard limit, so such a film is not delivered. The soft
/// limits depend on the input too (a dark clip, a busy photo, a quiet song), so a film that breaks one is delivered with a finding.
/// </summary>
internal static class QualityLimits
{
    private const double Frame = 1.0 / FilmPlan.FrameRate;

    /// <summary>Containers count in thousandths.</summary>
    private const double Rounding = 0.0015;
    private const double TruePeak = -1;
    private const double Loudness = -14;
    private const double LoudnessTolerance = 0.5;
    private const double KeyframeGap = 2;
    private const double Contrast = 4.5;
    private const double Freeze = 1;
    private const double Black = 0.5;

    /// <summary>Kilobits per second, the minimum of the strictest ad platform: TikTok, in-feed.</summary>
    private const int Bitrate = 516;

    public static IReadOnlyList<string> Hard(FilmQuality film) => Sentences(
    [
        (Math.Abs(film.DurationErrorSeconds) > Frame + Rounding, $"It is {film.DurationErrorSeconds:+0.000;-0.000} s longer than requested, more than a frame off."),
        (Math.Abs(film.AvDriftSeconds) > Frame + Rounding, $"Sound and picture end {film.AvDriftSeconds:+0.000;-0.000} s apart, more than a frame."),
        (film.TruePeakDbtp > TruePeak, $"Its true peak is {film.TruePeakDbtp:0.0} dBTP, above {TruePeak:0} dBTP."),
        (!film.TextInSafeBox, $"A text leaves the safe box."),
        (!film.Faststart, $"Its index stands behind the media, so it plays only after it is loaded whole."),
        (film.KeyframeGapSeconds > KeyframeGap + Rounding, $"Keyframes are up to {film.KeyframeGapSeconds:0.00} s apart, more than {KeyframeGap:0} s."),
    ]);

    public static IReadOnlyList<string> Soft(FilmQuality film) => Sentences(
    [
        (film.LoudnessLufs is { } loudness && Math.Abs(loudness - Loudness) > LoudnessTolerance, $"Its loudness is {film.LoudnessLufs:0.0} LUFS instead of {Loudness:0} LUFS."),
        (!film.TextsApart, $"A text overlaps another."),
        (film.TextContrast < Contrast, $"A text has a contrast of {film.TextContrast:0.00} with its background, less than {Contrast:0.0}."),
        (film.LongestFreezeSeconds > Freeze, $"The picture stands still for {film.LongestFreezeSeconds:0.0} s."),
        (film.BlackFrames > Black * FilmPlan.FrameRate, $"{film.BlackFrames} frames are black."),
        (film.BitrateKbps < Bitrate, $"Its bitrate is {film.BitrateKbps} kbit/s, less than the {Bitrate} kbit/s that some platforms require."),
    ]);

    private static List<string> Sentences(IReadOnlyList<(bool IsMissed, FormattableString Sentence)> limits) =>
        [.. limits.Where(limit => limit.IsMissed).Select(limit => limit.Sentence.ToString(CultureInfo.InvariantCulture))];
}
