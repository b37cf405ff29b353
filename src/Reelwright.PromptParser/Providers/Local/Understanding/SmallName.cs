using System.Text.RegularExpressions;
using Reelwright.PromptParser.Providers.Local.Understanding.Grammar;
using Reelwright.PromptParser.Providers.Local.Understanding.Lexicon;

namespace Reelwright.PromptParser.Providers.Local.Understanding;

/// <summary>A name behind a shop in a prompt without any capital: "my barber shop fade masters". Only what stands behind a kind of place or an app, and means nothing else, is one.</summary>
internal static partial class SmallName
{
    private const int MostWords = 3;

    public static void Take(List<string> words, PromptGrammar grammar, Reading reading)
    {
        if (reading.Brand is not null || !grammar.AdjectivesFirst || grammar.CapitalNouns || words.Any(word => word.Any(char.IsUpper)))
        {
            return;
        }

        var kind = words.FindIndex(word => Kind().IsMatch(word));
        var end = kind < 0 ? -1 : words.FindIndex(kind + 1, word => Small().IsMatch(word));
        var count = kind < 0 ? 0 : (end < 0 ? words.Count : end) - kind - 1;
        if (count is 0 or > MostWords || ProductLexicon.Find(string.Join(' ', words.Take(kind + 1))) is null)
        {
            return;
        }

        var name = words.GetRange(kind + 1, count);
        if (name.Exists(word => Plain().IsMatch(word) || CopyWords.IsAttribute(word) || ProductLexicon.Knows(word) || grammar.Participle.IsMatch(word) || grammar.Person.IsMatch(word) || Places.Knows(word)))
        {
            return;
        }

        reading.Brand = string.Join(' ', name.Select(PromptText.Capitalise));
        words.RemoveRange(kind + 1, words.Count - kind - 1);
    }

    [GeneratedRegex("^(?:shop|store|salon|studio|restaurant|cafe|café|pizzeria|bakery|bar|pub|hotel|hostel|gym|clinic|app|brewery|bistro|diner|florist|agency|bookstore|bookshop|academy|boutique|spa|winery|roastery)$", RegexOptions.CultureInvariant)]
    private static partial Regex Kind();

    [GeneratedRegex("^(?:in|on|at|for|with|from|near|and|that|who|which|where|to|by|of|is|are|has|we|our|&|the|a|an|around|without|offering|serving|selling)$", RegexOptions.CultureInvariant)]
    private static partial Regex Small();

    [GeneratedRegex("^(?:grand|opening|openings?|reopening|launch(?:es)?|sale|sales|event|events|deal|deals|offers?|discounts?|downtown|nearby|online|website|update|class|classes|course|courses|owners?|customers?|services?|software|equipment|supplies|furniture|design|days?|week|weekend|night|nights|hours|delivery|membership|chain|menu|now|open|soon|today|tonight|please|pls|thanks|spot|campaign|promotion|promo|posts?|stories|party|season|summer|winter|spring|autumn|fall|christmas|family|team|staff|jobs?|vouchers?|gifts?|cards?|business|company|brand|new|best|only|so|but|or|very|really|cheap|great|good|video|ad|ads?|people|it|its|my|me|i|you|your)$", RegexOptions.CultureInvariant)]
    private static partial Regex Plain();
}
