namespace Reelwright.Media.Text;

/// <summary>Finds the largest size at which a text fits its box, in lines that read well.</summary>
internal static class TextFitter
{
    private const double Step = 0.96;

    // What a line more, and what a size less, may cost in evenness and good breaks.
    private const double LineCost = 0.12;
    private const double MostWelcome = 0.6;
    private const double SizeCost = 3.5;

    /// <summary>A text that fits at no size loses its end to an ellipsis.</summary>
    public static TextBlock Fit(PreparedText text, TextLook look, double width, double height)
    {
        (TextBlock? Block, double Cost) best = (null, double.PositiveInfinity);
        for (var size = look.LargestSize; size >= look.SmallestSize; size *= Step)
        {
            var smallness = SizeCost * (1 - (size / look.LargestSize));
            if (smallness - MostWelcome >= best.Cost)
            {
                break;
            }

            if (TrySize(text, look, size, width, height) is { } attempt && attempt.Cost + smallness < best.Cost)
            {
                best = (attempt.Block, attempt.Cost + smallness);
            }
        }

        return best.Block ?? Truncate(text, look, width, height);
    }

    private static (TextBlock Block, double Cost)? TrySize(PreparedText text, TextLook look, double size, double width, double height)
    {
        var tracking = text.IsComplex ? 0 : look.Tracking;
        double WidthOf(TextUnit unit) => unit.Width(size, tracking);
        var space = (0.28 + tracking) * size;
        (TextBlock Block, double Cost)? best = null;
        for (var lines = 1; lines <= look.MostLines && TextBlock.HeightOf(lines, size, TextBlock.LeadingOf(text, look)) <= height; lines++)
        {
            if (LineBreaker.Break(text.Units, WidthOf, space, width, lines) is { } breaks
                && breaks.Cost + (look.LineCost * (lines - 1)) is var cost && (best is null || cost < best.Value.Cost))
            {
                best = (new TextBlock { Text = text, Look = look, Size = size, Lines = ToLines(text.Units, breaks.Starts, WidthOf, space) }, cost);
            }
        }

        return best;
    }

    private static TextBlock Truncate(PreparedText text, TextLook look, double width, double height)
    {
        var pieces = text.Units.SelectMany(Split).ToArray();
        var (few, many) = (1, pieces.Length);
        TextBlock? best = null;
        while (few <= many)
        {
            var count = (few + many) / 2;
            var kept = text with { Units = count == pieces.Length ? pieces : [.. pieces.Take(count), Ellipsis(pieces[count - 1])] };
            if (TrySize(kept, look, look.SmallestSize, width, Math.Max(height, look.SmallestSize)) is { } attempt)
            {
                (best, few) = (attempt.Block, count + 1);
            }
            else
            {
                many = count - 1;
            }
        }

        return best ?? new TextBlock
        {
            Text = text with { Units = [pieces[0]] },
            Look = look,
            Size = look.SmallestSize,
            Lines = [new TextLine([pieces[0]], pieces[0].Width(look.SmallestSize, 0))],
        };
    }

    // A word that no line can hold may be broken anywhere, but a break elsewhere is better.
    private static IEnumerable<TextUnit> Split(TextUnit unit) =>
        unit.Runs.SelectMany(run => run.Text.EnumerateRunes().Chunk(4), (run, runes) => run with { Text = string.Concat(runes.Select(rune => rune.ToString())) })
            .Select((run, index) => unit with
            {
                Runs = [run],
                SpaceBefore = index == 0 && unit.SpaceBefore,
                BreakPenalty = index == 0 ? unit.BreakPenalty : 3,
            });

    private static TextUnit Ellipsis(TextUnit last) =>
        last with { Runs = [last.Runs[^1] with { Text = "\u2026" }], SpaceBefore = false, BreakPenalty = double.PositiveInfinity };

    private static TextLine[] ToLines(IReadOnlyList<TextUnit> units, IReadOnlyList<int> starts, Func<TextUnit, double> widthOf, double space)
    {
        var lines = new TextLine[starts.Count];
        for (var i = 0; i < lines.Length; i++)
        {
            var end = i + 1 < starts.Count ? starts[i + 1] : units.Count;
            var line = units.Skip(starts[i]).Take(end - starts[i]).ToArray();
            var width = line.Select((unit, at) => widthOf(unit) + (at > 0 && unit.SpaceBefore ? space : 0)).Sum();
            lines[i] = new TextLine(line, width);
        }

        return lines;
    }
}
