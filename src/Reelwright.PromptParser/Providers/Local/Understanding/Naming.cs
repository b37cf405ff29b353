using System.Text.RegularExpressions;
using Reelwright.PromptParser.Providers.Local.Understanding.Lexicon;

namespace Reelwright.PromptParser.Providers.Local.Understanding;

/// <summary>Clauses that only say what something is called: "We are called PipeDream", "our app is called Nibbl", "elle s'appelle Petits Pas". The name is taken, what it belongs to stays.</summary>
internal static partial class Naming
{
    private const RegexOptions Options = RegexOptions.CultureInvariant;
    private const string Word = @"(?!I\b)(?:[ldLD]['’])?\p{Lu}(?:[\p{L}\p{N}&'’-]|\.(?=\p{L}))*";

    /// <summary>Capitalised words with the small ones between them: "Kettle &amp; Fern", "Bread for All".</summary>
    public const string Name = Word + @"(?: (?:(?:&|and|und|et|y|e|of|the|for|de|du|des|del|della|di|da|do|dos|la|le|les|el|zum|zur) ){0,2}" + Word + @"| \d{1,4}\b){0,4}";

    /// <summary>After "called" a name may be written small: it goes on to the next mark.</summary>
    private const string NameOrRest = $@"(?:(?<name>{Name})|(?<name>[\p{{L}}\p{{N}}][\p{{L}}\p{{N}}&'’-]*(?: [\p{{L}}\p{{N}}&'’-]+){{0,2}})(?=\s*(?:[.,;:!?)]|$)))";

    public static string Read(string text, Reading reading)
    {
        foreach (var pattern in (ReadOnlySpan<Regex>)[CalledPattern, Foreign(), TheBrandIs(), ThingIs(), Aside()])
        {
            text = pattern.Replace(text, match => Take(match, reading));
        }

        if (reading.Brand is null && CalledSo().Match(text) is { Success: true } called)
        {
            reading.Brand = called.Groups["name"].Value;
        }

        return PromptText.Clean(text).Trim(' ', ',', '.', ';', ':');
    }

    /// <summary>"Pizza Nova: the best pizza in Naples", "Café de l'Amitié, a French bakery": the whole is the name, whatever trade it has in it.</summary>
    public static string ReadHeading(string text, Reading reading)
    {
        var match = Heading().Match(text);
        if (!match.Success || reading.Brand is not null)
        {
            return text;
        }

        var (name, rest) = (match.Groups["name"].Value, match.Groups["rest"].Value);
        var isOnlyTheTrade = ProductLexicon.Find(name) is { } trade && trade.Words.Length >= name.Length - 1;
        if (isOnlyTheTrade || !name.Contains(' ', StringComparison.Ordinal) || ProductNameMaker.SaysLittle(name) || ProductLexicon.Find(rest) is null)
        {
            return text;
        }

        reading.Brand = name;
        reading.StartsSentence = true;
        return rest;
    }

    private static string Take(Match match, Reading reading)
    {
        var name = match.Groups["name"].Value;
        if (reading.Brand is null)
        {
            reading.Brand = name.Any(char.IsUpper) ? name : string.Join(' ', name.Split(' ').Select(PromptText.Capitalise));
        }

        var thing = match.Groups["thing"].Value;
        var isKnown = match.Index > 0 && (thing.StartsWith("the ", StringComparison.OrdinalIgnoreCase) || thing.StartsWith("this ", StringComparison.OrdinalIgnoreCase));
        var kept = thing.Length > 0 && !isKnown && !Pronoun().IsMatch(thing) ? thing : "";
        return match.Groups["open"].Value + kept + (kept.Length == 0 && match.Groups["open"].Length == 0 ? "" : ". ");
    }

    private static readonly Regex CalledPattern = new(@$"(?<open>^|[.,;:!?–—-]\s+|\s(?=(?:and|but)\s))(?i:(?:and |but )?(?<thing>(?:we|i|it|they|he|she|its|(?:our|my|the|this|a|an) (?:\p{{L}}+ ){{0,3}}?\p{{L}}+)))(?i:(?: are| is|'s|’s|'re|’re| am|'m|’m)? (?:called|named|known as) )(?:the brand )?{NameOrRest}(?:\s+and(?=\s+(?:we|it|they)\s))?[.,]?\s*", Options);

    [GeneratedRegex(@$"(?<open>^|[.,;:!?–—-]\s+)(?i:(?:et |und |y |e |en )?(?<thing>(?:elle|il|on|nous|notre (?:marque|entreprise|boutique)|ça|wir|sie|es|er|(?:unsere?|mein|meine|die|das|der) \p{{L}}+|nuestra (?:marca|empresa)|(?:a |la |nossa |nostra |nuestra )?(?:marca|empresa|azienda)|ele|ela|si|se|het|ons merk|de zaak))?\s*(?:nous appelons|nous sommes|wir sind|somos|siamo|wij zijn|we zijn|s['’]appelle|s['’]appellent|heißt|heissen|heißen|heisst|se llama|nos llamamos|si chiama|ci chiamiamo|chama-se|se chama|chamamos-nos|heet|heten|(?:é|è|est|es) (?=\p{{Lu}})) ){NameOrRest}[.,]?\s*(?i:(?:und |et |y |e |en )?(?:wir (?:machen|verkaufen|bieten|produzieren|backen|bauen|liefern) |nous (?:faisons|vendons|proposons) |hacemos |vendemos |ofrecemos |facciamo |vendiamo |fazemos |wij (?:maken|verkopen) ))?", Options)]
    private static partial Regex Foreign();

    [GeneratedRegex(@$"(?<open>^|[.,;:(–—-]\s*)(?i:(?:the |our |my )?(?:brand(?: name)?|company(?: name)?|business name|shop name|store name|product name|name)(?: is| will be|:| =)(?: called)?) (?<name>{Name})[.,)]?\s*|(?<open>^|[.,;:(–—-]\s*)(?i:(?:the |our |my )?(?:brand(?: name)?|company(?: name)?|business name|shop name|store name|product name|name)) (?<name>{Name})(?:[.,)]+\s*|(?=\s*(?:[;:!–—]|$)))", Options)]
    private static partial Regex TheBrandIs();

    /// <summary>"Our shop is LaptopLoop."</summary>
    [GeneratedRegex(@$"(?<open>^|[.,;]\s+)(?i:(?:our|my|the) (?<thing>(?:\p{{L}}+ ){{0,2}}(?:shop|store|brand|company|business|studio|team|startup|start-up|label|agency|practice|clinic|restaurant|café|cafe|salon|firm|band))) is (?<name>{Name})(?:[.,;!]\s*|$)", Options)]
    private static partial Regex ThingIs();

    /// <summary>"a yoga class for beginners, studio Lotus Lane"</summary>
    [GeneratedRegex(@$"(?<open>[.,;(]\s*)(?i:(?:at )?(?:the |our )?(?:studio|shop|store|salon|company|brand|label|firm|agency|restaurant)) (?<name>{Name})(?=\s*(?:[.,;)!]|$))", Options)]
    private static partial Regex Aside();

    /// <summary>"a brewery called Old Crow": the words stay, for the reader knows them too.</summary>
    [GeneratedRegex(@$"(?<= )(?:called|named) (?<name>{Name})", Options)]
    private static partial Regex CalledSo();

    [GeneratedRegex(@"^(?:we|i|it|its|they|he|she|(?:the|our|my|this) (?:brand|name|company|business|shop|store|product|team)|elle|il|on|nous|notre \p{L}+|ça|wir|sie|es|er|(?:unsere?|mein|meine|die|das|der) (?:Marke|Firma|Name|Geschäft|Laden|Unternehmen|Betrieb)|nuestra \p{L}+|(?:a |la |nossa |nostra )?(?:marca|empresa|azienda)|ele|ela|si|se|het|ons merk|de zaak|shop|store|brand|company|business|team|label|startup|start-up|firm)$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Pronoun();

    [GeneratedRegex(@$"^(?!(?:Introducing|Meet|Discover|Say|Visit|Try|Get|Join|Welcome|This|We|Our|My|Buy|Shop|New|Advertise|Promote|Create|Make|Give|Help|Save|Book|Looking|Attention|Hello|Hi|Hey|Please)\b)(?<name>{Name})(?:\s?:\s+|\s[–—-]+\s|, (?=(?i:an?|the|our|your|une?|eine?|el|la|le|il|um|uma|un|una) ))(?<rest>.{{6,}})$", Options)]
    private static partial Regex Heading();
}
