using System.Text;

namespace Reelwright.Media.Writing;

/// <summary>Cuts a cleaned text into the pieces that lines are made of.</summary>
internal static class TextPieces
{
    /// <summary>A line of a text from right to left that begins with a word from left to right is hard to read.</summary>
    private const double OtherDirectionPenalty = 0.4;

    public static IReadOnlyList<TextPiece> Of(string text)
    {
        var opportunities = LineOpportunities.Of(text);
        var isRightToLeft = TextDirection.IsRightToLeft(text);
        var pieces = new List<TextPiece>();
        var begin = 0;
        for (var at = 1; at <= text.Length; at++)
        {
            if (at == text.Length || text[at] == ' ' || (text[at - 1] != ' ' && opportunities.Contains(at)))
            {
                Add(text[begin..at]);
                begin = at;
            }
        }

        return pieces;

        void Add(string part)
        {
            var word = part.TrimStart(' ');
            if (word.Length > 0)
            {
                var hasSpace = word.Length < part.Length;
                var mayBreak = pieces.Count > 0 && (!hasSpace || opportunities.Contains(begin + part.Length - word.Length));
                pieces.Add(new TextPiece(word, hasSpace && pieces.Count > 0, mayBreak ? Penalty(pieces[^1].Text, word, hasSpace) : Never(pieces.Count)));
            }
        }

        double Penalty(string before, string word, bool space) =>
            LineRules.Penalty(before, word, space) + (isRightToLeft && !TextDirection.IsRightToLeft(word) ? OtherDirectionPenalty : 0);
    }

    /// <summary>Puts pieces together again.</summary>
    public static string Join(IEnumerable<TextPiece> pieces)
    {
        var text = new StringBuilder();
        foreach (var piece in pieces)
        {
            text.Append(piece.SpaceBefore && text.Length > 0 ? " " : string.Empty).Append(piece.Text);
        }

        return text.ToString();
    }

    private static double Never(int before) => before == 0 ? 0 : double.PositiveInfinity;
}
