using System.Text;

namespace Reelwright.Media.Captions;

/// <summary>A cue of a caption file: at most two lines of at most 42 characters.</summary>
internal sealed record CaptionCue(TimeSpan Start, TimeSpan End, IReadOnlyList<string> Lines);

/// <summary>Turns timed lines into cues: no overlap, none too long to be read in one glance.</summary>
internal static class CaptionCues
{
    public const int LineLength = 42;
    private const int LinesPerCue = 2;
    private static readonly TimeSpan _shortest = TimeSpan.FromMilliseconds(100);

    public static IReadOnlyList<CaptionCue> Of(IEnumerable<CaptionLine> lines)
    {
        var cues = new List<CaptionCue>();
        foreach (var line in lines.OrderBy(line => line.Start))
        {
            var wrapped = Wrap(Text.TextCleaner.Clean(line.Text));
            var parts = wrapped.Chunk(LinesPerCue).ToArray();
            var (start, end) = (Seconds(line.Start), Seconds(line.End));
            var letters = Math.Max(1, wrapped.Sum(part => part.Length));
            foreach (var part in parts)
            {
                // A long line is shown in parts, each for its share of the letters.
                var until = part == parts[^1] ? end : start + ((end - Seconds(line.Start)) * ((double)part.Sum(text => text.Length) / letters));
                Add(cues, new CaptionCue(start, until, part));
                start = until;
            }
        }

        return cues;
    }

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

    // As few lines as it takes, and those as even as they can be: no single word is left for the last.
    private static List<string> Wrap(string text)
    {
        string[] words = [.. text.Split(' ', StringSplitOptions.RemoveEmptyEntries).SelectMany(Pieces)];
        var best = Wrap(words, LineLength);
        for (var length = LineLength - 1; length > 0 && Wrap(words, length) is var narrower && narrower.Count == best.Count; length--)
        {
            best = narrower;
        }

        return best;
    }

    private static List<string> Wrap(IReadOnlyList<string> words, int length)
    {
        var lines = new List<string>();
        var current = new StringBuilder();
        foreach (var word in words)
        {
            if (current.Length > 0 && current.Length + 1 + word.Length > length)
            {
                lines.Add(current.ToString());
                current.Clear();
            }

            current.Append(current.Length > 0 ? " " : "").Append(word);
        }

        if (current.Length > 0)
        {
            lines.Add(current.ToString());
        }

        return lines;
    }

    // Writing without spaces is cut where it must be, never inside a character.
    private static IEnumerable<string> Pieces(string word)
    {
        var piece = new StringBuilder();
        foreach (var rune in word.EnumerateRunes())
        {
            if (piece.Length + rune.Utf16SequenceLength > LineLength)
            {
                yield return piece.ToString();
                piece.Clear();
            }

            piece.Append(rune.ToString());
        }

        yield return piece.ToString();
    }

    private static TimeSpan Seconds(double seconds) => TimeSpan.FromMilliseconds(Math.Round(Math.Max(0, seconds) * 1000));
}
