using System.Text;
using System.Text.Json;

namespace Reelwright.Orchestrator.Input;

/// <summary>Describes why a text is not JSON and where, in words that do not change with the framework.</summary>
internal static class JsonFault
{
    private const string Space = " \t\r\n";

    /// <param name="body">Valid UTF-8 that the parser rejected.</param>
    public static string Describe(ReadOnlySpan<byte> body, int maxDepth, JsonException fault)
    {
        if (IsCutShort(body, maxDepth))
        {
            return "is not valid JSON: it ends before it is complete";
        }

        var line = (int)(fault.LineNumber ?? 0);
        var column = (int)(fault.BytePositionInLine ?? 0);
        var place = Math.Min(StartOf(body, line) + column, body.Length);
        return $"is not valid JSON at line {line + 1}, byte {column + 1}: {Reason(body, place, maxDepth)}";
    }

    private static string Reason(ReadOnlySpan<byte> body, int place, int maxDepth)
    {
        var (depth, isOver) = StateAtFault(body, maxDepth);
        if (depth > maxDepth)
        {
            return $"it is nested deeper than {maxDepth} levels";
        }

        if (EscapeBefore(body, place))
        {
            return "a backslash begins an escape that JSON does not have";
        }

        if (place == body.Length || body[place] < ' ')
        {
            return "a line break, tab or other control character inside a string must be escaped, such as \\n";
        }

        Rune.DecodeFromUtf8(body[place..], out var found, out _);
        if (isOver)
        {
            return $"'{found}' comes after the end of the value";
        }

        if (body[place] == '\'')
        {
            return "names and strings stand in double quotes";
        }

        return body[place] is (byte)'}' or (byte)']' && LastBefore(body, place) == ','
            ? $"there is a comma before '{found}'"
            : $"'{found}' is not expected here";
    }

    /// <summary>Whether the text is a prefix of some valid JSON text.</summary>
    private static bool IsCutShort(ReadOnlySpan<byte> body, int maxDepth)
    {
        var reader = new Utf8JsonReader(body, isFinalBlock: false, new JsonReaderState(new JsonReaderOptions { MaxDepth = maxDepth }));
        try
        {
            while (reader.Read())
            {
            }

            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    /// <summary>Nesting depth at which the reader stopped, and whether it had read a complete value.</summary>
    private static (int Depth, bool IsOver) StateAtFault(ReadOnlySpan<byte> body, int maxDepth)
    {
        var reader = new Utf8JsonReader(body, new JsonReaderOptions { MaxDepth = maxDepth + 1 });
        var deepest = 0;
        try
        {
            while (reader.Read())
            {
                deepest = Math.Max(deepest, reader.CurrentDepth + (reader.TokenType is JsonTokenType.StartObject or JsonTokenType.StartArray ? 1 : 0));
            }
        }
        catch (JsonException)
        {
            // The position of the error is the result.
        }

        return (deepest, reader.CurrentDepth == 0 && reader.TokenType is not (JsonTokenType.None or JsonTokenType.StartObject or JsonTokenType.StartArray));
    }

    /// <summary>Whether the byte belongs to <c>\x</c> or to the digits of <c>\u12x4</c>.</summary>
    private static bool EscapeBefore(ReadOnlySpan<byte> body, int place)
    {
        var before = body[Math.Max(0, place - 5)..place];
        var backslash = before.LastIndexOf((byte)'\\');
        return backslash >= 0 && (backslash == before.Length - 1 || before[backslash + 1] == 'u');
    }

    private static char LastBefore(ReadOnlySpan<byte> body, int place)
    {
        do
        {
            place--;
        }
        while (place >= 0 && Space.Contains((char)body[place], StringComparison.Ordinal));

        return place < 0 ? '\0' : (char)body[place];
    }

    private static int StartOf(ReadOnlySpan<byte> body, int line)
    {
        var start = 0;
        for (; line > 0; line--)
        {
            start += body[start..].IndexOf((byte)'\n') + 1;
        }

        return start;
    }
}
