using System.Globalization;
using System.Text;
using Reelwright.Media.Writing;

namespace Reelwright.Media.Text;

/// <summary>Cuts a cleaned text into units and finds the fonts that draw them.</summary>
internal sealed class TextPreparer(FontChain fonts)
{
    /// <param name="text">Cleaned.</param>
    public PreparedText Prepare(string text)
    {
        var missing = new StringBuilder();
        var units = new List<TextUnit>();
        var space = false;
        foreach (var piece in TextPieces.Of(text))
        {
            space |= piece.SpaceBefore;
            if (Runs(piece.Text, missing) is { Count: > 0 } runs)
            {
                units.Add(new TextUnit { Runs = runs, SpaceBefore = space && units.Count > 0, BreakPenalty = units.Count == 0 ? 0 : piece.BreakPenalty });
                space = false;
            }
        }

        return new PreparedText
        {
            Units = missing.Length == 0 || TextCleaner.SaysSomething(string.Concat(units.Select(unit => unit.Text))) ? units : [],
            IsRightToLeft = TextDirection.IsRightToLeft(text),
            IsMixed = TextDirection.IsMixed(text),
            IsComplex = text.EnumerateRunes().Any(Scripts.IsComplex),
            Missing = missing.ToString(),
        };
    }

    private List<TextRun> Runs(string piece, StringBuilder missing)
    {
        var runs = new List<TextRun>();
        var clusters = StringInfo.GetTextElementEnumerator(piece);
        while (clusters.MoveNext())
        {
            var cluster = clusters.GetTextElement();
            if (fonts.For(cluster) is not { } face)
            {
                missing.Append(cluster);
            }
            else if (runs.Count > 0 && runs[^1].Face.Equals(face))
            {
                runs[^1] = runs[^1] with { Text = runs[^1].Text + cluster };
            }
            else
            {
                runs.Add(new TextRun(face, cluster));
            }
        }

        return runs;
    }
}
