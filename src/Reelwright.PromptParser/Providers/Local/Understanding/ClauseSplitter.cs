using System.Text.RegularExpressions;
using Reelwright.PromptParser.Providers.Local.Understanding.Grammar;
using Reelwright.PromptParser.Providers.Local.Understanding.Lexicon;

namespace Reelwright.PromptParser.Providers.Local.Understanding;

/// <summary>Cuts a subject into clauses at its punctuation, and clauses into segments at their small words.</summary>
internal static partial class ClauseSplitter
{
    public static IReadOnlyList<string> Clauses(string text) =>
        [.. Boundary().Split(text).Select(clause => clause.Trim(' ', '.', ',', ';', ':', '!', '?', '-', '–', '—', '·', '•', '*', '/', '¡', '¿', '"', '…')).Where(clause => clause.Length > 0)];

    public static IReadOnlyList<string> Sentences(string text) => [.. SentenceEnd().Split(text).Where(sentence => sentence.Length > 0)];

    public static IEnumerable<Segment> Segments(string clause, PromptGrammar grammar, bool isMain)
    {
        var words = clause.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var (lead, written) = ("", "");
        var text = new List<string>();
        for (var index = 0; index < words.Length; index++)
        {
            var word = Folding.Fold(words[index]);
            var rest = string.Join(' ', words.Skip(index + 1));
            if (rest.Length > 0 && !(grammar.RelativeLeads.Contains(lead) && grammar.FeatureLeads.Contains(word)) && (text.Count > 0 || lead.Length == 0) && Leads(word, words, index, rest, grammar, isMain))
            {
                if (text.Count > 0)
                {
                    yield return new Segment(lead, string.Join(' ', text), isMain) { Written = written };
                }

                (lead, written) = (word, words[index].ToLowerInvariant());
                text.Clear();
                if (grammar.Participle.IsMatch(words[index]))
                {
                    text.Add(words[index]);
                }

                continue;
            }

            text.Add(words[index]);
        }

        if (text.Count > 0)
        {
            yield return new Segment(lead, string.Join(' ', text), isMain) { Written = written };
        }
    }

    /// <summary>Whether what follows a participle belongs to it: "(delivered) in 24 hours".</summary>
    public static bool OpensWithLink(string rest) => OpensPhrase().IsMatch(rest);

    private static bool Leads(string word, string[] words, int index, string rest, PromptGrammar grammar, bool isMain)
    {
        var opens = index == 0;
        var nextIsName = char.IsUpper(rest[0]) && !grammar.CapitalNouns;
        if (index > 0 && nextIsName && char.IsUpper(words[index][0]))
        {
            // "Chez Lucie" is a name from its first word on.
            return false;
        }

        if (grammar.AudienceLeads.Contains(word))
        {
            if (index > 1 && nextIsName && char.IsUpper(words[index - 1][0]) && !grammar.Person.IsMatch(words[index + 1]) && !Places.Knows(words[index + 1]))
            {
                return false;
            }

            return opens || isMain || grammar.Person.IsMatch(FirstWords(rest, 4));
        }

        if (grammar.PlaceLeads.Contains(word) && (nextIsName || (grammar.CapitalNouns && Places.Knows(words[index + 1]))))
        {
            return true;
        }

        if (grammar.BrandLeads.Contains(word))
        {
            return nextIsName || word is "called" or "named" || (grammar.CapitalNouns && word == "von" && index > 0 && IsMaker(words[index + 1]));
        }

        if (grammar.CapitalNouns && word == "bei" && index > 0 && IsMaker(words[index + 1]))
        {
            return true;
        }

        if (opens || isMain)
        {
            return grammar.FeatureLeads.Contains(word) || grammar.WithoutLeads.Contains(word)
                || (grammar.RelativeLeads.Contains(word) && (grammar.CapitalNouns ? opens && !isMain : index > 0))
                || (index > 0 && grammar.Participle.IsMatch(words[index]) && isMain && OpensPhrase().IsMatch(rest))
                || (word == "to" && isMain && index > 0 && char.IsLower(rest[0]) && !OpensNoun().IsMatch(rest));
        }

        return false;
    }

    /// <summary>"Handtaschen von Lotte", but not "Ferien von Tag eins" or "Wein von der Mosel".</summary>
    private static bool IsMaker(string word) => char.IsUpper(word[0]) && !Places.Knows(word) && !ProductLexicon.Knows(word) && !IsTime().IsMatch(word);

    [GeneratedRegex(@"^(?:Tag|Anfang|Hand|Herzen|Natur|Haus|Montag|Dienstag|Mittwoch|Donnerstag|Freitag|Samstag|Sonntag|Jahr|Meistern|Kindern|Profis|Experten)$", RegexOptions.CultureInvariant)]
    private static partial Regex IsTime();

    /// <summary>"delivered in 24 hours", but not "solar powered phone charger".</summary>
    [GeneratedRegex(@"^(?:in|for|by|from|with|to|at|on|of|within|daily|fresh|freshly|today|every|each|without|entirely|locally|only|and|right|straight|until|till|late|24|as|using|since|all|en|à|au|aux|par|pour|chez|sur|de|dans|avec|le|la|les|tous|von|mit|aus|für|nach|im|vor|jeden|por|para|con|desde|cada|a|da|per|in|ogni|com|em|todos)\b", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex OpensPhrase();

    /// <summary>"delivered to your door" does not say what one can do.</summary>
    [GeneratedRegex(@"^(?:your|the|an?|my|our|his|her|their|any|every|all|you|me|us|work|school|home)\b", RegexOptions.CultureInvariant)]
    private static partial Regex OpensNoun();

    [GeneratedRegex(@"(?:[;!?]|(?<!\b(?:Dr|Mr|Mrs|Ms|St|Prof|Ste|Mme|No))(?<!\b\d{1,2}(?=\.\s(?:Januar|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember)\b))\.(?=\s|$))+\s*", RegexOptions.CultureInvariant)]
    private static partial Regex SentenceEnd();

    private static string FirstWords(string text, int count) => string.Join(' ', text.Split(' ').Take(count));

    [GeneratedRegex(@"(?:[,;!?¡¿…()\[\]|،؛؟।、・]|:(?=\s|$)|(?<!\b(?:Dr|Mr|Mrs|Ms|St|Prof|Ste|Mme|No))(?<!\b\d{1,2}(?=\.\s(?:Januar|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember)\b))\.(?=\s|$)|\s[-–—/•·]+\s|—|。|，)+\s*(?:(?:and|plus|also|et|und|y|e) )?", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Boundary();
}
