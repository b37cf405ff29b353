using System.Globalization;
using System.Text;
using Reelwright.Media.Colour;

namespace Reelwright.Media.Text;

/// <summary>Writes pieces of ASS. All text of users passes through <see cref="Escape"/>, and nothing else of theirs gets in.</summary>
internal static class AssText
{
    private const char WordJoiner = '\u2060';

    // A word joiner after a backslash keeps libass from reading a command; braces have an escape of their own.
    public static string Escape(string text)
    {
        var escaped = new StringBuilder(text.Length + 8);
        var before = '\0';
        foreach (var character in text)
        {
            // Inter would draw "->" as one arrow.
            _ = IsOfArrow(before) && IsOfArrow(character) ? escaped.Append(WordJoiner) : escaped;
            before = character;
            _ = character switch
            {
                '\\' => escaped.Append('\\').Append(WordJoiner),
                '{' => escaped.Append("\\{"),
                '}' => escaped.Append("\\}"),
                '\n' or '\r' => escaped.Append(' '),
                _ => escaped.Append(character),
            };
        }

        return escaped.ToString();
    }

    private static bool IsOfArrow(char character) => character is '-' or '=' or '<' or '>';

    /// <summary>From <c>#rrggbb</c> to libass's order.</summary>
    public static string Colour(string hex)
    {
        if (!Rgb.TryParse(hex, out _))
        {
            throw new ArgumentException($"'{hex}' is not a colour of the form #rrggbb.", nameof(hex));
        }

        int Channel(int at) => int.Parse(hex.AsSpan(at, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture);
        var (r, g, b) = TextColour.ForFilm(Channel(1), Channel(3), Channel(5));
        return $"&H{b:X2}{g:X2}{r:X2}&";
    }

    /// <summary>libass counts transparency: 0 is opaque.</summary>
    public static string Alpha(double opacity) =>
        string.Create(CultureInfo.InvariantCulture, $"&H{255 - (int)Math.Round(Math.Clamp(opacity, 0, 1) * 255):X2}&");

    public static string Number(double number) => number.ToString("0.##", CultureInfo.InvariantCulture);

    /// <summary>A family's name, which is set by who made the font.</summary>
    public static string FontTags(FontFace face, double size, double tracking)
    {
        var family = string.Concat(face.Family.Where(character => character is not ('\\' or '{' or '}' or ',' or '(' or ')')));

        // libass sizes a font by its whole height, not by its em.
        var height = size * (face.Font!.Ascent + face.Font.Descent);
        return $"\\fn{family}\\b{face.Weight}\\fs{Number(height)}\\fsp{Number(tracking * size)}";
    }

    /// <summary>A filled rectangle with round ends or corners, as a drawing from 0,0.</summary>
    public static string RoundedBox(double width, double height, double radius)
    {
        // The control points that turn a cubic curve into a quarter circle.
        var inner = radius * (1 - 0.5523);
        string P(double x, double y) => $"{Number(x)} {Number(y)}";
        return $"m {P(radius, 0)} l {P(width - radius, 0)} b {P(width - inner, 0)} {P(width, inner)} {P(width, radius)} "
               + $"l {P(width, height - radius)} b {P(width, height - inner)} {P(width - inner, height)} {P(width - radius, height)} "
               + $"l {P(radius, height)} b {P(inner, height)} {P(0, height - inner)} {P(0, height - radius)} "
               + $"l {P(0, radius)} b {P(0, inner)} {P(inner, 0)} {P(radius, 0)}";
    }
}
