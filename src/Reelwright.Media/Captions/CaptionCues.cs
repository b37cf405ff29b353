using System.Text;
using Reelwright.Media.Text;

namespace Reelwright.Media.Captions;

/// <summary>A cue of a caption file: at most two lines of at most 42 columns.</summary>
internal sealed record CaptionCue(TimeSpan Start, TimeSpan End, IReadOnlyList<string> Lines)
{
    /// <summary>The lines as one; writing that has no spaces gets none.</summary>
    public string Text => Lines.Aggregate((text, line) => CaptionCues.IsWide(Rune.GetRuneAt(line, 0)) ? text + line : $"{text} {line}");
}

/// <summary>Turns timed lines into cues that do not overlap, are short enough to read at once, and keep sentences whole where they fit.</summary>
internal static class CaptionCues
{
    /// <summary>A letter takes one column, a character of East Asian writing two.</summary>
    public const int LineLength = 42;

    private const int LinesPerCue = 2;
    private const string SentenceEnds = ".!?…。！？";
    private static readonly TimeSpan _shortest = TimeSpan.FromMilliseconds(100);

    public static IReadOnlyList<CaptionCue> Of(IEnumerable<CaptionLine> lines)
    {
        var cues = new List<CaptionCue>();
        foreach (var line in lines.OrderBy(line => line.Start))
        {
            var parts = Parts(TextCleaner.Clean(line.Text));
            var (start, end) = (Seconds(line.Start), Seconds(line.End));
            var letters = Math.Max(1, parts.Sum(Letters));
            foreach (var (index, part) in parts.Index())
            {
                // A long line is shown in parts, each for its share of the letters.
                var until = index == parts.Count - 1 ? end : start + ((end - Seconds(line.Start)) * ((double)Letters(part) / letters));
                Add(cues, new CaptionCue(start, until, part));
                start = until;
            }
        }

        return cues;
    }

    /// <summary>Characters of scripts with square characters and without spaces.</summary>
    public static bool IsWide(Rune rune) => Scripts.IsIdeographic(rune);

    private static void Add(List<CaptionCue> cues, CaptionCue cue)
    {
        if (cues.Count > 0 && cues[^1].End > cue.Start)
        {
            cues[^1] = cues[^1] with { End = cue.Start };
            if (cues[^1].End - cues[^1].Start < _shortest)
            {
                cues.RemoveAt(cues.Count - 1);
            }
        }

        if (cue.End - cue.Start >= _shortest)
        {
            cues.Add(cue);
        }
    }

    // A cue holds as many sentences as fit. A sentence that is too long for one cue is split at its line ends.
    private static List<IReadOnlyList<string>> Parts(string text)
    {
        var parts = new List<IReadOnlyList<string>>();
        var current = "";
        foreach (var sentence in Sentences(text))
        {
            if (current.Length > 0 && Wrap(current + sentence).Count <= LinesPerCue)
            {
                current += sentence;
                continue;
            }

            parts.AddRange(Wrap(current).Chunk(LinesPerCue));
            current = sentence;
        }

        parts.AddRange(Wrap(current).Chunk(LinesPerCue));
        return parts;
    }

    /// <summary>Each with what stands between it and the next.</summary>
    private static IEnumerable<string> Sentences(string text)
    {
        var begin = 0;
        for (var i = 0; i < text.Length - 1; i++)
        {
            var isEnd = SentenceEnds.Contains(text[i], StringComparison.Ordinal) && (text[i + 1] == ' ' || text[i] > 0x3000) && !SentenceEnds.Contains(text[i + 1], StringComparison.Ordinal);
            if (isEnd)
            {
                var end = text[i + 1] == ' ' ? i + 2 : i + 1;
                yield return text[begin..end];
                begin = end;
            }
        }

        if (begin < text.Length)
        {
            yield return text[begin..];
        }
    }

    // Breaks into as few lines as possible, of lengths as equal as possible, so that no single word is left on the last line.
    private static List<string> Wrap(string text)
    {
        string[] words = [.. text.Split(' ', StringSplitOptions.RemoveEmptyEntries)];
        var best = Wrap(words, LineLength);
        for (var length = LineLength - 1; length > 1 && Wrap(words, length) is var narrower && narrower.Count == best.Count; length--)
        {
            best = narrower;
        }

        return best;
    }

    private static List<string> Wrap(IReadOnlyList<string> words, int length)
    {
        var lines = new List<string>();
        var current = new StringBuilder();
        var columns = 0;
        foreach (var word in words)
        {
            if (columns > 0 && columns + 1 + Columns(word) > length)
            {
                Flush();
            }

            if (columns > 0)
            {
                current.Append(' ');
                columns++;
            }

            // Writing without spaces is cut where it must be, never inside a character.
            foreach (var rune in word.EnumerateRunes())
            {
                if (columns > 0 && columns + Columns(rune) > length)
                {
                    Flush();
                }

                current.Append(rune.ToString());
                columns += Columns(rune);
            }
        }

        if (columns > 0)
        {
            Flush();
        }

        return lines;

        void Flush()
        {
            lines.Add(current.ToString());
            current.Clear();
            columns = 0;
        }
    }

    private static int Letters(IReadOnlyList<string> lines) => lines.Sum(line => line.Length);

    private static int Columns(string text) => text.EnumerateRunes().Sum(Columns);

    private static int Columns(Rune rune) => IsWide(rune) || Scripts.IsHangul(rune) ? 2 : 1;

    private static TimeSpan Seconds(double seconds) => TimeSpan.FromMilliseconds(Math.Round(Math.Max(0, seconds) * 1000));
}
