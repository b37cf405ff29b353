namespace Reelwright.PromptParser.Providers.Local.Understanding;

/// <summary>Makes the verb at the start of a phrase agree with who does it: "keeps coats shiny", "keep coats shiny".</summary>
internal static class EnglishVerbs
{
    private static readonly (string Plain, string Third)[] Irregular = [("have", "has"), ("do", "does"), ("go", "goes"), ("are", "is"), ("were", "was")];

    private static readonly HashSet<string> Unchanging = new("can will may must should could would never always only really also".Split(' '), StringComparer.Ordinal);

    public static string ThirdPerson(string phrase) => WithVerb(phrase, verb =>
        Array.Find(Irregular, pair => pair.Plain == verb || pair.Third == verb).Third
        ?? (IsThird(verb) ? verb
            : verb.EndsWith("sh", StringComparison.Ordinal) || verb.EndsWith("ch", StringComparison.Ordinal) || verb[^1] is 's' or 'x' or 'z' or 'o' ? verb + "es"
            : verb[^1] == 'y' && verb.Length > 2 && !"aeiou".Contains(verb[^2], StringComparison.Ordinal) ? verb[..^1] + "ies"
            : verb + "s"));

    public static string Plain(string phrase) => WithVerb(phrase, verb =>
        Array.Find(Irregular, pair => pair.Plain == verb || pair.Third == verb).Plain
        ?? (!IsThird(verb) ? verb
            : verb.EndsWith("ies", StringComparison.Ordinal) && verb.Length > 4 ? verb[..^3] + "y"
            : verb.EndsWith("shes", StringComparison.Ordinal) || verb.EndsWith("ches", StringComparison.Ordinal) || verb.EndsWith("sses", StringComparison.Ordinal) || verb.EndsWith("xes", StringComparison.Ordinal) ? verb[..^2]
            : verb[..^1]));

    private static bool IsThird(string verb) => verb.Length > 2 && verb[^1] == 's' && !verb.EndsWith("ss", StringComparison.Ordinal);

    private static string WithVerb(string phrase, Func<string, string> change)
    {
        var end = phrase.IndexOf(' ', StringComparison.Ordinal) is var space && space < 0 ? phrase.Length : space;
        var verb = phrase[..end];
        return verb.Length < 2 || !verb.All(char.IsAsciiLetterLower) || Unchanging.Contains(verb) ? phrase : change(verb) + phrase[end..];
    }
}
