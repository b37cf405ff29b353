using System.Text;
using System.Text.Json;

namespace Reelwright.Orchestrator.Input;

/// <summary>The rules for text that people write. Lengths are counted in Unicode scalar values: an emoji is one, whatever its encoding.</summary>
internal static class InputText
{
    private const char NextLine = '\u0085';
    private const char LineSeparator = '\u2028';
    private const char ParagraphSeparator = '\u2029';

    /// <summary>The string of a JSON value; false when it holds half of a surrogate pair, which is no text in any encoding.</summary>
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

    /// <summary>On one line and trimmed: tabs and newlines become spaces; null when there are other control characters.</summary>
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

    /// <summary>Whether there is a control character other than tabs and newlines.</summary>
    public static bool HasControls(string text) => text.Any(c => char.IsControl(c) && c is not ('\t' or '\n' or '\r' or NextLine));

    public static int Length(string text) => text.EnumerateRunes().Count();
}
