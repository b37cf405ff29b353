using System.Text;
using Reelwright.Media.Writing;

namespace Reelwright.Media.Captions;

/// <summary>Breaks a text into lines of captions: as few as it takes, as even as they can be, and where a reader pauses.</summary>
internal static class CaptionLines
{
    /// <summary>Columns of a line. A letter takes one, a character of East Asian writing two.</summary>
    public const int Columns = 42;

    /// <summary>For a break between two clusters of a word that no line holds.</summary>
    private const double InsideWord = 3;

    /// <param name="text">Cleaned.</param>
    public static IReadOnlyList<IReadOnlyList<TextPiece>> Of(string text)
    {
        var pieces = TextPieces.Of(text).SelectMany(Whole).ToArray();
        if (pieces.Length == 0)
        {
            return [];
        }

        MeasuredPiece[] measured = [.. pieces.Select(piece => new MeasuredPiece(ColumnsOf(piece.Text), piece.SpaceBefore, piece.BreakPenalty))];
        var lines = Math.Max(1, (int)Math.Ceiling(measured.Sum(piece => piece.Width) / Columns));
        for (; lines < pieces.Length; lines++)
        {
            if (LineBreaker.Break(measured, space: 1, Columns, lines) is { } breaks)
            {
                return Cut(pieces, breaks.Starts);
            }
        }

        // A break that custom forbids is better than a line that is too long.
        return Cut(pieces, [.. Enumerable.Range(0, pieces.Length)]);
    }

    private static List<IReadOnlyList<TextPiece>> Cut(TextPiece[] pieces, IReadOnlyList<int> starts) =>
        [.. starts.Select((start, line) => pieces[start..(line + 1 < starts.Count ? starts[line + 1] : pieces.Length)])];

    private static IEnumerable<TextPiece> Whole(TextPiece piece) => ColumnsOf(piece.Text) <= Columns
        ? [piece]
        : TextClusters.Of(piece.Text).Select((cluster, index) => index == 0 ? piece with { Text = cluster } : new TextPiece(cluster, false, InsideWord));

    private static int ColumnsOf(string text) => text.EnumerateRunes().Sum(ColumnsOf);

    private static int ColumnsOf(Rune rune) =>
        Rune.GetUnicodeCategory(rune) is System.Globalization.UnicodeCategory.NonSpacingMark or System.Globalization.UnicodeCategory.EnclosingMark ? 0
        : Scripts.IsIdeographic(rune) || Scripts.IsHangul(rune) ? 2
        : 1;
}
