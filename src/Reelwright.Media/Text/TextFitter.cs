using Reelwright.Media.Writing;

namespace Reelwright.Media.Text;

/// <summary>Finds the largest size at which a text fits its box, in lines that read well.</summary>
internal static class TextFitter
{
    private const double Step = 0.96;

    // What a line more, and what a size less, may cost in evenness and good breaks.
    private const double LineCost = 0.12;
    private const double MostWelcome = 0.6;
    private const double SizeCost = 3.5;
    private const double SpaceEms = 0.28;
    private const double EllipsisEms = 1.2;

    /// <summary>The end of a text that fits at no size is cut and replaced by an ellipsis; <see cref="TextBlock.Cut"/> is what was cut.</summary>
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

    /// <summary>Lines that stand as they are, in the largest size at which they fit; null when they fit at none.</summary>
    public static TextBlock? FitLines(PreparedText text, IReadOnlyList<IReadOnlyList<TextUnit>> lines, TextLook look, double width, double height)
    {
        var leading = TextBlock.LeadingOf(text, look);
        for (var size = look.LargestSize; size >= look.SmallestSize; size *= Step)
        {
            TextLine[] set = [.. lines.Select(line => ToLine(line, unit => unit.Width(size, text.IsComplex ? 0 : look.Tracking), SpaceEms * size))];
            if (set.Max(line => line.Width) <= width && TextBlock.HeightOf(set.Length, size, leading) <= height)
            {
                return new TextBlock { Text = text, Look = look, Size = size, Lines = set };
            }
        }

        return null;
    }

    private static (TextBlock Block, double Cost)? TrySize(PreparedText text, TextLook look, double size, double width, double height)
    {
        var tracking = text.IsComplex ? 0 : look.Tracking;
        double WidthOf(TextUnit unit) => unit.Width(size, tracking);
        var space = (SpaceEms + tracking) * size;
        MeasuredPiece[] measured = [.. text.Units.Select(unit => new MeasuredPiece(WidthOf(unit), unit.SpaceBefore, unit.BreakPenalty))];
        (TextBlock Block, double Cost)? best = null;
        for (var lines = 1; lines <= look.MostLines && TextBlock.HeightOf(lines, size, TextBlock.LeadingOf(text, look)) <= height; lines++)
        {
            if (LineBreaker.Break(measured, space, width, lines) is { } breaks
                && breaks.Cost + (look.LineCost * (lines - 1)) is var cost && (best is null || cost < best.Value.Cost))
            {
                best = (new TextBlock { Text = text, Look = look, Size = size, Lines = ToLines(text.Units, breaks.Starts, WidthOf, space) }, cost);
            }
        }

        return best;
    }

    private static TextBlock Truncate(PreparedText text, TextLook look, double width, double height)
    {
        var room = width - (look.SmallestSize * EllipsisEms);
        TextUnit[] pieces = [.. text.Units.SelectMany(unit => unit.Width(look.SmallestSize, look.Tracking) > room ? Split(unit) : [unit])];
        var (few, many) = (1, pieces.Length);
        TextBlock? best = null;
        while (few <= many)
        {
            var count = (few + many) / 2;
            var kept = text with { Units = count == pieces.Length ? pieces : [.. pieces.Take(count), Ellipsis(pieces[count - 1])] };
            if (TrySize(kept, look, look.SmallestSize, width, Math.Max(height, look.SmallestSize)) is { } attempt)
            {
                (best, few) = (attempt.Block with { Cut = CutAfter(pieces, count) }, count + 1);
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
            Cut = CutAfter(pieces, 1),
        };
    }

    private static string? CutAfter(TextUnit[] pieces, int count) => count == pieces.Length
        ? null
        : TextPieces.Join(pieces.Skip(count).Select(unit => new TextPiece(unit.Text, unit.SpaceBefore, 0)));

    // A word that no line can hold is cut between clusters; a break elsewhere is better.
    private static IEnumerable<TextUnit> Split(TextUnit unit) =>
        unit.Runs.SelectMany(run => TextClusters.Of(run.Text), (run, cluster) => run with { Text = cluster })
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
            lines[i] = ToLine([.. units.Skip(starts[i]).Take(end - starts[i])], widthOf, space);
        }

        return lines;
    }

    private static TextLine ToLine(IReadOnlyList<TextUnit> units, Func<TextUnit, double> widthOf, double space) =>
        new(units, units.Select((unit, at) => widthOf(unit) + (at > 0 && unit.SpaceBefore ? space : 0)).Sum());
}
