using System.Text;

namespace Reelwright.Orchestrator.Input;

/// <summary>
/// Code points that show nothing: white space, and Default_Ignorable_Code_Point of Unicode's DerivedCoreProperties.txt with a few of its
/// neighbours
/// (zero width, bidi marks, soft hyphen, fillers, tags, variation selectors). A text of these alone is empty.
/// </summary>
internal static class InvisibleText
{
    private static readonly (int First, int Last)[] Ranges =
    [
        (0x00AD, 0x00AD), (0x034F, 0x034F), (0x061C, 0x061C), (0x115F, 0x1160), (0x17B4, 0x17B5), (0x180B, 0x180F), (0x200B, 0x200F),
        (0x202A, 0x202E), (0x2060, 0x206F), (0x2800, 0x2800), (0x3164, 0x3164), (0xFDD0, 0xFDEF), (0xFE00, 0xFE0F), (0xFEFF, 0xFEFF),
        (0xFFA0, 0xFFA0), (0xFFF0, 0xFFFB), (0x13430, 0x13440), (0x1BCA0, 0x1BCA3), (0x1D159, 0x1D159), (0x1D173, 0x1D17A),
        (0xE0000, 0xE0FFF),
    ];

    public static bool IsInvisible(Rune rune) =>
        Rune.IsWhiteSpace(rune) || (rune.Value & 0xFFFE) == 0xFFFE || Ranges.Any(range => rune.Value >= range.First && rune.Value <= range.Last);

    /// <summary>
    /// Scalar values that count towards a minimum: of several invisible ones in a row only the first, and only after a visible one.
    /// So joiners and variation selectors of emoji and of Persian count, and padding does not.
    /// </summary>
    public static int CountVisible(string text)
    {
        var count = 0;
        var wasVisible = false;
        foreach (var rune in text.EnumerateRunes())
        {
            var isVisible = !IsInvisible(rune);
            count += isVisible || wasVisible ? 1 : 0;
            wasVisible = isVisible;
        }

        return count;
    }
}
