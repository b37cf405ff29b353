using System.Globalization;
using System.Text.RegularExpressions;

namespace Reelwright.Media.Film;

/// <summary>Reads the summary that ffmpeg's ebur128 filter writes at its end.</summary>
internal static partial class LoudnessReport
{
    /// <summary>Below this level EBU R128 counts nothing.</summary>
    public const double Silence = -69;

    /// <summary>Null when there is no summary, or only silence.</summary>
    public static Loudness? Parse(IReadOnlyList<string> messages) =>
        Integrated(messages) is { } integrated && PeakLine().Match(Summary(messages)) is { Success: true } peak ? new Loudness(integrated, Number(peak)) : null;

    /// <summary>The same of a report without peaks.</summary>
    public static double? Integrated(IReadOnlyList<string> messages) =>
        IntegratedLine().Match(Summary(messages)) is { Success: true } integrated && Number(integrated) > Silence ? Number(integrated) : null;

    // The last summary is used: when ffmpeg configures a graph twice, the first summary is empty.
    private static string Summary(IReadOnlyList<string> messages)
    {
        var last = messages.ToList().FindLastIndex(line => line.Contains("Summary:", StringComparison.Ordinal));
        return last < 0 ? string.Empty : string.Join('\n', messages.Skip(last));
    }

    private static double Number(Match match) => double.Parse(match.Groups[1].ValueSpan, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"I:\s+(-?[\d.]+) LUFS")]
    private static partial Regex IntegratedLine();

    [GeneratedRegex(@"Peak:\s+(-?[\d.]+) dBFS")]
    private static partial Regex PeakLine();
}
