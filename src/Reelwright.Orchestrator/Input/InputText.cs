using System.Text;
using System.Text.Json;

namespace Reelwright.Orchestrator.Input;

/// <summary>Rules for text input. Lengths are counted in Unicode scalar values, so an emoji of one code point counts as one.</summary>
internal static class InputText
{
    private const char NextLine = '\u0085';
    private const char LineSeparator = '\u2028';
    private const char ParagraphSeparator = '\u2029';

    /// <summary>The string of a JSON value; false when it contains half of a surrogate pair, which no encoding can represent.</summary>
    public static bool TryRead(JsonElement value, out string text)
    {
        try
        {
            text = value.GetString()!;
            return true;
        }
        catch (InvalidOperationException)
        {
            text = string.Empty;
            return false;
        }
    }

    /// <summary>
    /// The text on one line and trimmed: tabs and newlines become spaces. Null when it contains other control characters.
    /// </summary>
    public static string? ToOneLine(string text)
    {
        var line = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (c == '\r' && i + 1 < text.Length && text[i + 1] == '\n')
            {
                continue;
            }

            if (c is '\t' or '\n' or '\r' or NextLine or LineSeparator or ParagraphSeparator)
            {
                line.Append(' ');
            }
            else if (char.IsControl(c))
            {
                return null;
            }
            else
            {
                line.Append(c);
            }
        }

        return line.ToString().Trim();
    }

    /// <summary>Whether the text contains a control character other than tabs and newlines.</summary>
    public static bool HasControls(string text) => text.Any(c => char.IsControl(c) && c is not ('\t' or '\n' or '\r' or NextLine));

    public static int Length(string text) => text.EnumerateRunes().Count();
}
