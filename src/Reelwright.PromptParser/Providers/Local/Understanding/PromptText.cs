using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Reelwright.PromptParser.Providers.Local.Understanding;

/// <summary>Makes any string safe to cut and to print: no lone surrogates, no control characters, single spaces.</summary>
internal static partial class PromptText
{
    private static readonly Rune ZeroWidthNonJoiner = new(0x200C);
    private static readonly Rune ZeroWidthJoiner = new(0x200D);

    public static string Clean(string? text)
    {
        var clean = new StringBuilder(text?.Length ?? 0);
        var pendingSpace = false;
        foreach (var rune in (text ?? "").EnumerateRunes())
        {
            if (IsSpace(rune))
            {
                pendingSpace = clean.Length > 0;
                continue;
            }

            if (IsDropped(rune))
            {
                continue;
            }

            if (pendingSpace)
            {
                clean.Append(' ');
                pendingSpace = false;
            }

            clean.Append(rune.ToString());
        }

        return clean.ToString();
    }

    /// <summary>At most <paramref name="limit"/> graphemes, cut between words when the script has spaces.</summary>
    public static string Shorten(string text, int limit)
    {
        var graphemes = StringInfo.ParseCombiningCharacters(text);
        if (graphemes.Length <= limit)
        {
            return text;
        }

        var end = graphemes[limit];
        var space = text.LastIndexOf(' ', end);
        var cut = space >= end / 2 ? text[..space] : text[..end];
        if (FirstOpen(cut) is >= 0 and var open)
        {
            var whole = cut[..open].TrimEnd();
            return whole.Length > 0 ? Shorten(whole, limit) : Shorten(Clean(Bracketed().Replace(text, "")), limit);
        }

        return Dangling().Replace(cut.TrimEnd(' ', ',', ';', ':', '-', '–', '—', '、', '，', '(', '（'), "");
    }

    public static int Length(string text) => StringInfo.ParseCombiningCharacters(text).Length;

    public static string Capitalise(string text)
    {
        if (text.Length == 0)
        {
            return text;
        }

        Rune.DecodeFromUtf16(text, out var first, out var length);
        var word = text.Split(' ', 2)[0];
        return word.Skip(1).Any(char.IsUpper) ? text : Rune.ToUpperInvariant(first) + text[length..];
    }

    /// <summary>Small words that want another after them.</summary>
    [GeneratedRegex(@"(?:\s(?:and|or|of|for|in|the|an?|with|to|from|at|by|on|&|et|de|du|des|la|le|les|pour|und|für|mit|der|die|das|y|con|para|el|los|e|di|per|il|em|no|na|van|voor|en|met))+$", RegexOptions.CultureInvariant)]
    private static partial Regex Dangling();

    /// <summary>Where a bracket stands that the text does not close again, or a negative number.</summary>
    private static int FirstOpen(string text)
    {
        var open = new Stack<int>();
        for (var index = 0; index < text.Length; index++)
        {
            if (text[index] is '{' or '<' or '[' or '(')
            {
                open.Push(index);
            }
            else if (text[index] is '}' or '>' or ']' or ')' && open.Count > 0)
            {
                open.Pop();
            }
        }

        return open.Count > 0 ? open.Last() : -1;
    }

    /// <summary>Mark-up and the brackets around it, and a bracket that is never closed.</summary>
    [GeneratedRegex(@"\{[^}]*\}|<[^>]*>|[{}<>\[\]()\\]", RegexOptions.CultureInvariant)]
    private static partial Regex Bracketed();

    private static bool IsSpace(Rune rune) => Rune.IsWhiteSpace(rune) || Rune.IsControl(rune);

    private static bool IsDropped(Rune rune) => rune == Rune.ReplacementChar || rune.Value is 0xFFFE or 0xFFFF
        || (Rune.GetUnicodeCategory(rune) is UnicodeCategory.Format or UnicodeCategory.PrivateUse
            && rune != ZeroWidthJoiner && rune != ZeroWidthNonJoiner && !IsFlagTag(rune));

    private static bool IsFlagTag(Rune rune) => rune.Value is >= 0xE0020 and <= 0xE007F;
}
