using System.Globalization;
using System.Text;

namespace Reelwright.Media.Writing;

/// <summary>The script of a character, as far as its layout depends on it.</summary>
internal static class Scripts
{
    public static bool IsKana(Rune rune) => rune.Value is >= 0x3041 and <= 0x30FF or >= 0x31F0 and <= 0x31FF or >= 0xFF66 and <= 0xFF9F;

    public static bool IsKatakana(Rune rune) => rune.Value is >= 0x30A1 and <= 0x30FF or >= 0x31F0 and <= 0x31FF or >= 0xFF66 and <= 0xFF9F;

    public static bool IsHan(Rune rune) =>
        rune.Value is 0x3005 or 0x3007 or >= 0x3400 and <= 0x4DBF or >= 0x4E00 and <= 0x9FFF or >= 0xF900 and <= 0xFAFF or >= 0x20000 and <= 0x3FFFF;

    public static bool IsHangul(Rune rune) => rune.Value is >= 0x1100 and <= 0x11FF or >= 0x3130 and <= 0x318F or >= 0xAC00 and <= 0xD7A3;

    /// <summary>Full-width punctuation and forms.</summary>
    public static bool IsWidePunctuation(Rune rune) => rune.Value is >= 0x3001 and <= 0x3003 or >= 0x3008 and <= 0x301F or >= 0xFF01 and <= 0xFF60;

    /// <summary>Written without spaces, and broken between any two characters that custom does not hold together.</summary>
    public static bool IsIdeographic(Rune rune) => IsHan(rune) || IsKana(rune) || IsWidePunctuation(rune);

    public static bool IsRightToLeft(Rune rune) =>
        rune.Value is >= 0x0590 and <= 0x08FF or >= 0xFB1D and <= 0xFDFF or >= 0xFE70 and <= 0xFEFF or >= 0x10800 and <= 0x10FFF or >= 0x1E800 and <= 0x1EFFF;

    /// <summary>Letters join, stack or reorder: a line of it moves as one, and is never spaced out.</summary>
    public static bool IsComplex(Rune rune) =>
        IsRightToLeft(rune) || rune.Value is >= 0x0900 and <= 0x109F or >= 0x1780 and <= 0x18AF or >= 0x1A20 and <= 0x1AAF or >= 0x1B00 and <= 0x1C4F;

    /// <summary>Thai, Lao: a vowel that is written first begins a syllable.</summary>
    public static bool BeginsSyllable(Rune rune) => rune.Value is >= 0x0E40 and <= 0x0E44 or >= 0x0EC0 and <= 0x0EC4;

    public static bool IsSoutheastAsian(Rune rune) => rune.Value is >= 0x0E00 and <= 0x0EFF or >= 0x1000 and <= 0x109F or >= 0x1780 and <= 0x17FF;

    /// <summary>Thai, Lao: a vowel or sign that ends the syllable before it.</summary>
    public static bool ContinuesSyllable(Rune rune) => rune.Value is 0x0E2F or >= 0x0E30 and <= 0x0E3A or >= 0x0E45 and <= 0x0E4E or >= 0x0EB0 and <= 0x0EBD or >= 0x0EC6 and <= 0x0ECE;

    public static bool IsJoiner(Rune rune) => rune.Value is 0x200C or 0x200D;

    /// <summary>Drawn in colour by those who have a font for it; libass has none.</summary>
    public static bool IsEmoji(Rune rune) =>
        rune.Value is >= 0x1F000 and <= 0x1FAFF or >= 0xE0000 and <= 0xE0FFF or 0x20E3 or >= 0xFE00 and <= 0xFE0F
            or 0x231A or 0x231B or >= 0x23E9 and <= 0x23FA or 0x25FD or 0x25FE or >= 0x2614 and <= 0x2615 or >= 0x2648 and <= 0x2653
            or 0x267F or 0x2693 or 0x26A1 or 0x26AA or 0x26AB or 0x26BD or 0x26BE or 0x26C4 or 0x26C5 or 0x26CE or 0x26D4 or 0x26EA
            or 0x26F2 or 0x26F3 or 0x26F5 or 0x26FA or 0x26FD or 0x2705 or 0x270A or 0x270B or 0x2728 or 0x274C or 0x274E
            or >= 0x2753 and <= 0x2755 or 0x2757 or >= 0x2795 and <= 0x2797 or 0x27B0 or 0x27BF or 0x2B1B or 0x2B1C or 0x2B50 or 0x2B55;

    /// <summary>Controls, formatting, private and unassigned characters: nothing of it is for a reader's eye.</summary>
    public static bool IsUnwritable(Rune rune) =>
        rune.Value is 0xFFFC or 0xFFFD
        || (!IsJoiner(rune) && Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.Surrogate
            or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator);
}
