namespace Reelwright.Media.Writing;

/// <summary>A piece as the line breaker sees it; penalties as in <see cref="TextPiece"/>.</summary>
internal readonly record struct MeasuredPiece(double Width, bool SpaceBefore, double BreakPenalty);

/// <summary>The index of each line's first piece, and how badly the lines read: 0 is even lines that break at pauses.</summary>
internal sealed record LineBreaks(IReadOnlyList<int> Starts, double Cost);

/// <summary>
/// Divides a text into a given number of lines so that they come out evenly long and break where a reader would pause: the least sum
/// of squared unevenness and penalties, found by trying every break (as Knuth and Plass do for paragraphs).
/// </summary>
internal static class LineBreaker
{
    private const double WidowPenalty = 0.6;

    /// <param name="pieces">The text.</param>
    /// <param name="space">Width of a space.</param>
    /// <param name="room">Width of a line.</param>
    /// <param name="lines">Number of lines wanted.</param>
    /// <returns>Null when it cannot be done.</returns>
    public static LineBreaks? Break(IReadOnlyList<MeasuredPiece> pieces, double space, double room, int lines)
    {
        var count = pieces.Count;
        if (lines > count)
        {
            return null;
        }

        var ends = new double[count + 1];
        for (var i = 0; i < count; i++)
        {
            ends[i + 1] = ends[i] + (pieces[i].SpaceBefore ? space : 0) + pieces[i].Width;
        }

        double Length(int from, int to) => ends[to] - ends[from] - (pieces[from].SpaceBefore ? space : 0);
        var ideal = Math.Max(1, Length(0, count) / lines);
        var cost = new double[lines + 1, count + 1];
        var from = new int[lines + 1, count + 1];
        for (var line = 0; line <= lines; line++)
        {
            for (var end = 0; end <= count; end++)
            {
                cost[line, end] = line == 0 && end == 0 ? 0 : double.PositiveInfinity;
            }
        }

        for (var line = 1; line <= lines; line++)
        {
            for (var end = line; end <= count; end++)
            {
                for (var begin = end - 1; begin >= line - 1 && Length(begin, end) <= room; begin--)
                {
                    var unevenness = (Length(begin, end) - ideal) / ideal;
                    var widow = lines > 1 && end == count && begin == count - 1 && Length(begin, end) < ideal * 0.6 ? WidowPenalty : 0;
                    var total = cost[line - 1, begin] + (unevenness * unevenness) + widow + (begin == 0 ? 0 : pieces[begin].BreakPenalty);
                    if (total < cost[line, end])
                    {
                        cost[line, end] = total;
                        from[line, end] = begin;
                    }
                }
            }
        }

        if (double.IsInfinity(cost[lines, count]))
        {
            return null;
        }

        var starts = new int[lines];
        for (var (line, end) = (lines, count); line > 0; line--)
        {
            end = starts[line - 1] = from[line, end];
        }

        return new LineBreaks(starts, cost[lines, count]);
    }
}
