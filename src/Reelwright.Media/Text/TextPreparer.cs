using System.Globalization;
using System.Text;

namespace Reelwright.Media.Text;

/// <summary>Cuts a cleaned text into units and finds the fonts that draw them. Steps: 1 clusters with fonts, 2 units, 3 where lines may break.</summary>
internal sealed class TextPreparer(FontChain fonts)
{
    private readonly record struct Cluster(string Text, FontFace? Face, Rune First, bool SpaceBefore);

    /// <summary>Without units when nothing is left to draw.</summary>
    public PreparedText Prepare(string text)
    {
        // 1
        var missing = new StringBuilder();
        var clusters = Clusters(TextCleaner.Clean(text), missing);
        if (!TextCleaner.SaysSomething(string.Concat(clusters.Select(cluster => cluster.Text))))
        {
            return new PreparedText { Units = [], IsRightToLeft = false, IsComplex = false, Missing = missing.ToString() };
        }

        // 2 and 3
        var units = new List<TextUnit>();
        var pending = new List<Cluster>();
        foreach (var cluster in clusters)
        {
            if (pending.Count > 0 && IsBoundary(pending[^1], cluster))
            {
                units.Add(ToUnit(pending, units));
                pending = [];
            }

            pending.Add(cluster);
        }

        units.Add(ToUnit(pending, units));
        var strong = clusters.FirstOrDefault(cluster => Rune.IsLetter(cluster.First));
        return new PreparedText
        {
            Units = units,
            IsRightToLeft = strong.Text is not null && Scripts.IsRightToLeft(strong.First),
            IsComplex = clusters.Any(cluster => Scripts.IsComplex(cluster.First)),
            Missing = missing.ToString(),
        };
    }

    private List<Cluster> Clusters(string text, StringBuilder missing)
    {
        var clusters = new List<Cluster>();
        var space = false;
        for (var at = 0; at < text.Length;)
        {
            var length = StringInfo.GetNextTextElementLength(text, at);
            var cluster = text.Substring(at, length);
            at += length;
            if (string.IsNullOrWhiteSpace(cluster))
            {
                space = true;
            }
            else if (fonts.For(cluster) is { } face)
            {
                clusters.Add(new Cluster(cluster, face, Rune.GetRuneAt(cluster, 0), space && clusters.Count > 0));
                space = false;
            }
            else
            {
                missing.Append(cluster);
            }
        }

        return clusters;
    }

    private static bool IsBoundary(Cluster before, Cluster after) =>
        after.SpaceBefore
        || Scripts.IsIdeographic(before.First) || Scripts.IsIdeographic(after.First)
        || Scripts.BeginsSyllable(after.First)
        || (before.Text is "-" or "/" or "\u2013" or "\u2014" && Rune.IsLetter(after.First));

    private static TextUnit ToUnit(List<Cluster> clusters, List<TextUnit> before)
    {
        var runs = new List<TextRun>();
        foreach (var cluster in clusters)
        {
            if (runs.Count > 0 && runs[^1].Face.Equals(cluster.Face))
            {
                runs[^1] = runs[^1] with { Text = runs[^1].Text + cluster.Text };
            }
            else
            {
                runs.Add(new TextRun(cluster.Face!, cluster.Text));
            }
        }

        var unit = new TextUnit { Runs = runs, SpaceBefore = clusters[0].SpaceBefore, BreakPenalty = 0 };
        return before.Count == 0 ? unit : unit with { BreakPenalty = LineRules.Penalty(before[^1].Text, unit.Text, unit.SpaceBefore) };
    }
}
