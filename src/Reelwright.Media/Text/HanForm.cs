using Reelwright.Media.Writing;

namespace Reelwright.Media.Text;

/// <summary>Han characters look different in each country that writes them; the language, else the text around them, decides.</summary>
internal enum HanForm
{
    Simplified,
    Traditional,
    Japanese,
    Korean,
}

internal static class HanForms
{
    public static HanForm For(string? language, string text) => language?.ToUpperInvariant() switch
    {
        { } code when code.StartsWith("JA", StringComparison.Ordinal) => HanForm.Japanese,
        { } code when code.StartsWith("KO", StringComparison.Ordinal) => HanForm.Korean,
        "ZH-TW" or "ZH-HK" or "ZH-MO" => HanForm.Traditional,
        { } code when code.StartsWith("ZH-HANT", StringComparison.Ordinal) => HanForm.Traditional,
        { } code when code.StartsWith("ZH", StringComparison.Ordinal) => HanForm.Simplified,
        _ when text.EnumerateRunes().Any(Scripts.IsKana) => HanForm.Japanese,
        _ when text.EnumerateRunes().Any(Scripts.IsHangul) => HanForm.Korean,
        _ => HanForm.Simplified,
    };

    public static string[] Families(this HanForm form) => form switch
    {
        HanForm.Japanese => ["Noto Sans CJK JP", "Hiragino Sans", "Noto Sans CJK SC"],
        HanForm.Korean => ["Noto Sans CJK KR", "Apple SD Gothic Neo", "Noto Sans CJK SC"],
        HanForm.Traditional => ["Noto Sans CJK TC", "PingFang TC", "Noto Sans CJK SC"],
        _ => ["Noto Sans CJK SC", "PingFang SC", "Noto Sans CJK JP"],
    };
}
