using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Reelwright.Media.Writing;

namespace Reelwright.Media.Captions;

/// <summary>Writes captions as SubRip and as WebVTT (https://www.w3.org/TR/webvtt1/).</summary>
public static partial class CaptionWriter
{
    /// <summary>Nothing is drawn for it. It parts what players of SubRip would read as markup, so that it is shown as it stands.</summary>
    private const string WordJoiner = "\u2060";

    public static string Srt(IEnumerable<CaptionLine> lines)
    {
        var file = new StringBuilder();
        var number = 0;
        foreach (var cue in CaptionCues.Of(lines).Cues)
        {
            file.Append(CultureInfo.InvariantCulture, $"{++number}\n{Time(cue.Start, ',')} --> {Time(cue.End, ',')}\n");
            AppendText(file, cue, static line => Markup().Replace(line, $"$0{WordJoiner}"));
        }

        return file.ToString();
    }

    public static string Vtt(IEnumerable<CaptionLine> lines)
    {
        var file = new StringBuilder("WEBVTT\n\n");
        foreach (var cue in CaptionCues.Of(lines).Cues)
        {
            file.Append(CultureInfo.InvariantCulture, $"{Time(cue.Start, '.')} --> {Time(cue.End, '.')}\n");
            AppendText(file, cue, Escape);
        }

        return file.ToString();
    }

    private static void AppendText(StringBuilder file, CaptionCue cue, Func<string, string> escape)
    {
        var isRightToLeft = TextDirection.IsRightToLeft(cue.Whole);
        foreach (var line in cue.Lines)
        {
            file.Append(TextDirection.MarkFor(line, isRightToLeft)).Append(escape(line)).Append('\n');
        }

        file.Append('\n');
    }

    private static string Escape(string text) =>
        text.Replace("&", "&amp;", StringComparison.Ordinal)
            .Replace("<", "&lt;", StringComparison.Ordinal)
            .Replace(">", "&gt;", StringComparison.Ordinal);

    private static string Time(TimeSpan time, char point) =>
        string.Create(CultureInfo.InvariantCulture, $"{(int)time.TotalHours:00}:{time.Minutes:00}:{time.Seconds:00}{point}{time.Milliseconds:000}");

    // "<" before a tag's name, "{" before a command of ASS, "--" of an arrow.
    [GeneratedRegex(@"<(?=[A-Za-z/])|\{(?=\\)|--(?=>)")]
    private static partial Regex Markup();
}
