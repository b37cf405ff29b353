using Reelwright.Media.Film;
using Reelwright.Media.Scenes;

namespace Reelwright.Media.Text;

/// <summary>A text of a column at its height in it.</summary>
/// <param name="IsMain">Nothing that is seen with it stands above it.</param>
internal sealed record ColumnLine(TimedText Text, TextBlock Block, double Y, bool IsMain);

/// <summary>
/// The texts of one box. Those that are seen at the same time stand below each other: the first as large as the others leave it room, each of those as a
/// line under it. What finds no row is left out with a warning.
/// </summary>
internal sealed class TextColumn(Box box, Stack stack, TextLook main, TextLook under, Typesetter typesetter)
{
    public int MostRows { get; init; } = 4;

    /// <summary>The part of the box that all lines under the first may take.</summary>
    public double ShareUnder { get; init; } = 0.5;

    /// <summary>Between two texts, in ems of the line under the first.</summary>
    public double GapEms { get; init; } = 0.74;

    /// <summary>The scene that warnings name.</summary>
    public int? Scene { get; init; }

    /// <param name="texts">In the order in which they stand.</param>
    public IReadOnlyList<ColumnLine> Set(IReadOnlyList<TimedText> texts)
    {
        var rows = Rows(texts);
        var blocks = new Dictionary<TimedText, TextBlock>();
        foreach (var (text, row) in rows.OrderByDescending(entry => entry.Row))
        {
            var others = rows.Where(other => other.Text != text && other.Text.IsWith(text)).ToArray();
            var taken = others.Where(other => other.Row > row && blocks.ContainsKey(other.Text)).Sum(other => blocks[other.Text].Height);
            var room = row == 0 ? box.Height - taken - (Gap * others.Length) : box.Height * ShareUnder / Math.Max(1, others.Length);
            if (typesetter.Set(text.Text.Text, row == 0 ? main : under, box.Width, room, Scene) is { } block)
            {
                blocks[text] = block;
            }
        }

        return Stacked([.. rows.Where(entry => blocks.ContainsKey(entry.Text)).OrderBy(entry => entry.Row)], blocks);
    }

    private double Gap => under.LargestSize * GapEms;

    private List<(TimedText Text, int Row)> Rows(IReadOnlyList<TimedText> texts)
    {
        var rows = new List<(TimedText Text, int Row)>();
        foreach (var text in texts)
        {
            var row = Enumerable.Range(0, MostRows).Cast<int?>().FirstOrDefault(row => !rows.Exists(other => other.Row == row && other.Text.IsWith(text)));
            if (row is { } free)
            {
                rows.Add((text, free));
            }
            else
            {
                typesetter.Warn(TextWarnings.LeftOut(text.Text.Text, $"{MostRows} other texts are shown at its time and place", Scene));
            }
        }

        return rows;
    }

    private List<ColumnLine> Stacked(List<(TimedText Text, int Row)> rows, Dictionary<TimedText, TextBlock> blocks)
    {
        var lines = new List<ColumnLine>();
        foreach (var (text, _) in rows)
        {
            var above = lines.Where(line => line.Text.IsWith(text)).ToArray();
            var top = above.Length == 0 ? 0 : above.Max(line => line.Y + line.Block.Height) + Gap;
            lines.Add(new ColumnLine(text, blocks[text], top, above.Length == 0));
        }

        return [.. lines.Select(line => line with { Y = line.Y + Top(lines, line) })];
    }

    private double Top(List<ColumnLine> lines, ColumnLine line)
    {
        var height = Together(lines, line).Max(other => other.Y + other.Block.Height);
        return stack switch
        {
            Stack.Down => box.Y,
            Stack.Up => box.Bottom - height,
            _ => box.CentreY - (height / 2),
        };
    }

    // Whoever is seen with it, with those, and so on: they must keep their distances.
    private static HashSet<ColumnLine> Together(List<ColumnLine> lines, ColumnLine line)
    {
        HashSet<ColumnLine> found = [line];
        var news = new Queue<ColumnLine>(found);
        while (news.TryDequeue(out var next))
        {
            foreach (var other in lines.Where(other => other.Text.IsWith(next.Text) && found.Add(other)))
            {
                news.Enqueue(other);
            }
        }

        return found;
    }
}
