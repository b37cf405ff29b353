using System.Globalization;
using System.Text.RegularExpressions;

namespace Reelwright.Media.Film;

/// <summary>Reads the summary that ffmpeg's ebur128 filter writes at its end.</summary>
internal static partial class LoudnessReport
{
    /// <summary>Below this, EBU R128 hears nothing.</summary>
    public const double Silence = -69;

    /// <summary>Null when there is no summary, or only silence.</summary>
    public static Loudness? Parse(IReadOnlyList<string> messages)
    {
        var summary = string.Join('\n', messages.SkipWhile(line => !line.Contains("Summary:", StringComparison.Ordinal)));
        var (integrated, peak) = (Integrated().Match(summary), Peak().Match(summary));
        return integrated.Success && peak.Success && Number(integrated) > Silence ? new Loudness(Number(integrated), Number(peak)) : null;
    }

    private static double Number(Match match) => double.Parse(match.Groups[1].ValueSpan, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"I:\s+(-?[\d.]+) LUFS")]
    private static partial Regex Integrated();

    [GeneratedRegex(@"Peak:\s+(-?[\d.]+) dBFS")]
    private static partial Regex Peak();
}
