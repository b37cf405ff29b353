using System.Text;

namespace Reelwright.Storage.Search;

/// <summary>
/// Folds text for searching: NFKC with full case folding and without invisible characters, so that a text and its search differ neither by
/// case nor by normal form. .NET's own normalization does nothing without ICU.
/// </summary>
internal static class SearchText
{
    private const int HangulFirst = 0xAC00;
    private const int LeadFirst = 0x1100;
    private const int VowelFirst = 0x1161;
    private const int TailBefore = 0x11A7;
    private const int Leads = 19;
    private const int Vowels = 21;
    private const int Tails = 28;
    private const int DotAbove = 0x307;

    public static string Fold(string text) => Ascii.IsValid(text) ? text.ToLowerInvariant() : Compose(Order(Decompose(text)));

    private static List<int> Decompose(string text)
    {
        var table = FoldingTable.Instance;
        var points = new List<int>(text.Length + 8);
        foreach (var rune in text.EnumerateRunes())
        {
            if (FoldingTable.IsIgnorable(rune.Value))
            {
                continue;
            }

            if (rune.IsAscii)
            {
                points.Add(rune.Value is >= 'A' and <= 'Z' ? rune.Value + 32 : rune.Value);
            }
            else if (table.Mappings.TryGetValue(rune.Value, out var mapped))
            {
                points.AddRange(mapped);
            }
            else
            {
                points.Add(rune.Value);
            }
        }

        return points;
    }

    /// <summary>Marks after one letter in the order of their classes; equal classes keep theirs (Unicode, section 3.11, D109).</summary>
    private static List<int> Order(List<int> points)
    {
        for (var i = 1; i < points.Count; i++)
        {
            var mark = FoldingTable.Instance.ClassOf(points[i]);
            for (var j = i; mark > 0 && j > 0 && FoldingTable.Instance.ClassOf(points[j - 1]) > mark; j--)
            {
                (points[j - 1], points[j]) = (points[j], points[j - 1]);
            }
        }

        return points;
    }

    /// <summary>Letters and marks become one again where there is one (Unicode, section 3.11, D117).</summary>
    private static string Compose(List<int> points)
    {
        var composed = new List<int>(points.Count);
        var (starter, lastClass) = (-1, 0);
        foreach (var point in points)
        {
            var ownClass = FoldingTable.Instance.ClassOf(point);
            var isNext = starter >= 0 && (composed.Count == starter + 1 || (lastClass < ownClass && lastClass > 0));
            if (isNext && composed[starter] == 'i' && point == DotAbove)
            {
                // The Turkish capital I with a dot is an i.
                continue;
            }

            if (isNext && Pair(composed[starter], point) is { } pair)
            {
                composed[starter] = pair;
                continue;
            }

            if (ownClass == 0)
            {
                starter = composed.Count;
            }

            lastClass = ownClass;
            composed.Add(point);
        }

        var text = new StringBuilder(composed.Count);
        composed.ForEach(point => text.Append(new Rune(point).ToString()));
        return text.ToString();
    }

    private static int? Pair(int first, int second)
    {
        if (first is >= LeadFirst and < LeadFirst + Leads && second is >= VowelFirst and < VowelFirst + Vowels)
        {
            return HangulFirst + ((((first - LeadFirst) * Vowels) + second - VowelFirst) * Tails);
        }

        if (first is >= HangulFirst and < HangulFirst + (Leads * Vowels * Tails)
            && (first - HangulFirst) % Tails == 0
            && second is > TailBefore and < TailBefore + Tails)
        {
            return first + second - TailBefore;
        }

        return FoldingTable.Instance.Pairs.TryGetValue((first, second), out var pair) ? pair : null;
    }
}
