using ICU4N;
using ICU4N.Globalization;

namespace Reelwright.Media.Writing;

/// <summary>
/// Capitals by the rules of a language: <c>i</c> becomes <c>İ</c> in Turkish, <c>ß</c> becomes <c>SS</c>, Greek capitals have no accents.
/// </summary>
internal static class Casing
{
    /// <param name="language">BCP-47; null and malformed ones follow the rules that hold for most languages.</param>
    public static string Capitals(string text, string? language) => UChar.ToUpper(Culture(language), text);

    private static UCultureInfo Culture(string? language) =>
        language?.Split('-', '_')[0] is { Length: 2 or 3 } code && code.All(char.IsAsciiLetter)
            ? new UCultureInfo(code.ToLowerInvariant())
            : UCultureInfo.InvariantCulture;
}
