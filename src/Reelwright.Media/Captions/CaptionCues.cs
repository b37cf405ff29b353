using Reelwright.Media.Writing;

namespace Reelwright.Media.Captions;

/// <summary>
/// Makes cues of timed lines. Sentences stay whole where they fit, each cue gets its share of the time, and cues never overlap. A line
/// that is too long for its time is shown as far as its cues can be seen; the rest is cut and reported.
/// </summary>
internal sealed class CaptionCues
{
    private const int LinesPerCue = 2;

    /// <summary>The shortest time in which a reader sees that a cue was there.</summary>
    private static readonly TimeSpan _shortest = TimeSpan.FromMilliseconds(400);

    /// <summary>The shortest line of the input.</summary>
    private static readonly TimeSpan _moment = TimeSpan.FromMilliseconds(100);

    private readonly List<CaptionCue> _cues = [];
    private readonly List<string> _cut = [];
    private string _emoji = string.Empty;

    private sealed record Part(IReadOnlyList<IReadOnlyList<TextPiece>> Lines)
    {
        public string Text { get; } = TextPieces.Join(Lines.SelectMany(line => line));
    }

    public static CaptionTrack Of(IEnumerable<CaptionLine> lines)
    {
        var cues = new CaptionCues();
        CaptionLine[] ordered = [.. lines.OrderBy(line => line.Start)];
        foreach (var (index, line) in ordered.Index())
        {
            var end = index + 1 < ordered.Length ? Math.Min(line.End, ordered[index + 1].Start) : line.End;
            cues.Add(line.Text, Seconds(line.Start), Seconds(end));
        }

        return new CaptionTrack(cues._cues, cues._cut, cues._emoji);
    }

    // A long line is shown in parts, each for its share of the letters.
    private void Add(string text, TimeSpan start, TimeSpan end)
    {
        var clean = TextCleaner.Read(text);
        _emoji += clean.Emoji;
        var parts = Parts(clean.Text);
        var most = end - start < _moment ? 0 : Math.Max(1, (int)((end - start) / _shortest));
        if (parts.Count > most)
        {
            _cut.Add(TextPieces.Join(parts.Skip(most).SelectMany(part => part.Lines).SelectMany(line => line)));
            parts = parts[..most];
        }

        var letters = parts.Sum(part => part.Text.Length);
        var from = start;
        foreach (var (index, part) in parts.Index())
        {
            var until = index == parts.Count - 1 ? end : from + ((end - start) * ((double)part.Text.Length / letters));
            _cues.Add(new CaptionCue(from, until, [.. part.Lines.Select(TextPieces.Join)]) { Text = part.Text, Whole = clean.Text });
            from = until;
        }
    }

    // As many sentences in one cue as it holds. A longer sentence is cut where its lines end.
    private static List<Part> Parts(string text)
    {
        var parts = new List<Part>();
        var current = string.Empty;
        foreach (var sentence in Sentences.Of(text))
        {
            if (current.Length > 0 && CaptionLines.Of(current + sentence).Count > LinesPerCue)
            {
                parts.AddRange(Wrap(current));
                current = string.Empty;
            }

            current += sentence;
        }

        parts.AddRange(Wrap(current));
        return parts;
    }

    private static IEnumerable<Part> Wrap(string text) => CaptionLines.Of(text).Chunk(LinesPerCue).Select(lines => new Part(lines));

    private static TimeSpan Seconds(double seconds) => TimeSpan.FromMilliseconds(Math.Round(Math.Max(0, seconds) * 1000));
}
