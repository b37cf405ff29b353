using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Reelwright.Media.Colour;

/// <summary>A colour in sRGB, gamma-encoded, each channel 0 to 1.</summary>
public readonly record struct Rgb(float R, float G, float B)
{
    public static Rgb White { get; } = new(1, 1, 1);

    public static Rgb Black { get; } = new(0, 0, 0);

    /// <summary>WCAG 2.2 relative luminance: <see href="https://www.w3.org/TR/WCAG22/#dfn-relative-luminance"/>.</summary>
    public double Luminance => (0.2126 * Linear(R)) + (0.7152 * Linear(G)) + (0.0722 * Linear(B));

    /// <summary>Reads <c>#rrggbb</c> and nothing else.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out Rgb colour)
    {
        colour = default;
        if (text is not { Length: 7 } || text[0] != '#'
            || !uint.TryParse(text.AsSpan(1), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var bits))
        {
            return false;
        }

        colour = new Rgb(((bits >> 16) & 255) / 255f, ((bits >> 8) & 255) / 255f, (bits & 255) / 255f);
        return true;
    }

    /// <summary>Reads <c>#rrggbb</c> that is known to be right.</summary>
    public static Rgb Parse(string text) =>
        TryParse(text, out var colour) ? colour : throw new FormatException($"'{text}' is not a colour of the form #rrggbb.");

    /// <summary><c>#rrggbb</c>.</summary>
    public override string ToString() => $"#{Byte(R):x2}{Byte(G):x2}{Byte(B):x2}";

    internal static double Linear(double channel) =>
        channel <= 0.04045 ? channel / 12.92 : Math.Pow((channel + 0.055) / 1.055, 2.4);

    internal static double Encode(double linear) =>
        linear <= 0.0031308 ? 12.92 * linear : (1.055 * Math.Pow(linear, 1 / 2.4)) - 0.055;

    private static int Byte(float channel) => (int)Math.Round(Math.Clamp(channel, 0, 1) * 255);
}
