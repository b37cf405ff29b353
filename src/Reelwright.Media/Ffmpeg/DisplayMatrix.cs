using System.Globalization;

namespace Reelwright.Media.Ffmpeg;

/// <summary>
/// Filters that turn a picture as its display matrix says (ISO/IEC 14496-12, tkhd). ffmpeg turns pictures by itself before any other
/// filter; that is disabled, because interlaced pictures must be deinterlaced first.
/// </summary>
internal static class DisplayMatrix
{
    /// <param name="text">ffprobe's three lines of three numbers each; null for none.</param>
    /// <returns>Filters in their order; empty when the picture is upright.</returns>
    public static IReadOnlyList<string> Parse(string? text)
    {
        var numbers = (text ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
            .Where(word => !word.EndsWith(':'))
            .Select(word => double.TryParse(word, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : 0)
            .ToArray();
        return numbers.Length < 5 ? [] : Filters(numbers[0], numbers[1], numbers[3], numbers[4]);
    }

    // The matrix maps (x, y) to (ax + cy, bx + dy).
    private static string[] Filters(double a, double b, double c, double d) => (Math.Abs(b) + Math.Abs(c) > Math.Abs(a) + Math.Abs(d)) switch
    {
        true when b > 0 && c < 0 => ["transpose=clock"],
        true when b < 0 && c > 0 => ["transpose=cclock"],
        true when b > 0 => ["transpose=cclock_flip"],
        true => ["transpose=clock_flip"],
        _ => [.. a < 0 ? (IEnumerable<string>)["hflip"] : [], .. d < 0 ? (IEnumerable<string>)["vflip"] : []],
    };
}
