using System.Text.RegularExpressions;
using Reelwright.PromptParser.Providers.Local.Understanding.Grammar;
using Reelwright.PromptParser.Providers.Local.Understanding.Lexicon;

namespace Reelwright.PromptParser.Providers.Local.Understanding;

/// <summary>Removes the request from around the subject: "Create a 30 second Instagram ad for luxury watches" -> "luxury watches".</summary>
internal static partial class RequestStripper
{
    public static string Strip(string text, PromptGrammar grammar, Reading reading)
    {
        // English as it is written first: "create a 15 second ad for coffee" without its length, of which the ad is a part, is "create for coffee".
        var isEnglish = grammar.AdjectivesFirst && !grammar.CapitalNouns;
        var rest = isEnglish ? NeedsOnePattern.Replace(SomethingPattern.Replace(Greeting().Replace(text, ""), ""), "") : text;
        var request = isEnglish ? grammar.Request.Match(rest) : Match.Empty;
        if (!request.Success)
        {
            rest = WithoutNoise(isEnglish ? AskedLater(rest, grammar) : rest, grammar);
            request = grammar.Request.Match(rest);
        }

        if (request.Success && request.Index == 0)
        {
            var mods = WithoutNoise(request.Groups["mods"].Value, grammar);
            rest = rest[request.Length..];
            reading.ToneTexts.Add(mods);
            rest = ProductBeforeTheAd(mods, rest, grammar);
        }
        else if (grammar.TrailingRequest?.Match(rest) is { Success: true } trailing && ProductLexicon.Find(trailing.Groups["mods"].Value) is not null)
        {
            var mods = LeadingVerb().Replace(WithoutNoise(trailing.Groups["mods"].Value, grammar), "");
            rest = mods + rest[trailing.Length..];
        }

        rest = isEnglish ? GiveTo().Replace(rest, match => ProductLexicon.Find(rest)?.Group.Category == "charity" ? "" : "charity ") : rest;
        return WithoutNoise(Appealed(LastWord().Replace(AdvertiseVerb().Replace(Announced().Replace(rest, ""), ""), "")), grammar);
    }

    /// <summary>"I run a law firm, make an ad for small business owners", "we are a brewery and want an ad for our pale ale".</summary>
    private static string AskedLater(string text, PromptGrammar grammar)
    {
        var match = LaterRequestPattern.Match(text);
        if (!match.Success || match.Index < ShortestSubject)
        {
            return text;
        }

        var (before, after) = (text[..match.Index], text[(match.Index + match.Length)..]);
        after = after.Split(' ').Length <= LongestPlatform && PlatformFinder.Find(after) is not null ? "" : after;
        return after.Length == 0 || !match.Groups["link"].Success ? before + ". " + after
            : grammar.Person.IsMatch(after) && ProductLexicon.Find(grammar.Determiner.Replace(after, "")) is null ? $"{before} for {after}"
            : ProductLexicon.Find(after) is not null ? after
            : before + ". " + after;
    }

    /// <summary>"Donations for the animal shelter Second Paw" speaks of the shelter.</summary>
    private static string Appealed(string text)
    {
        var appeal = Appeal().Match(text);
        return appeal.Success && ProductLexicon.Find(ClauseSplitter.Clauses(text[appeal.Length..])[0])?.Group.Category == "charity" ? text[appeal.Length..] : text;
    }

    /// <summary>"Create a sneaker ad for teenagers": what follows "for" is not the product.</summary>
    private static string ProductBeforeTheAd(string mods, string rest, PromptGrammar grammar)
    {
        if (ProductLexicon.Find(mods) is null)
        {
            return rest;
        }

        var follows = grammar.Determiner.Replace(rest, "");
        var next = ClauseSplitter.Clauses(follows) is [var clause, ..] ? clause : "";
        var first = string.Join(' ', next.Split(' ').Take(3));
        if (PlatformFinder.Find(first) is not null)
        {
            return mods + " " + string.Join(' ', rest.Split(' ').Skip(first.Split(' ').Length));
        }

        return ProductLexicon.Find(next) is null && grammar.Person.IsMatch(next) ? $"{mods} {grammar.AudienceLeads.First()} {rest}" : rest;
    }

    private static string WithoutNoise(string text, PromptGrammar grammar)
    {
        foreach (var noise in grammar.Noise)
        {
            text = noise.Replace(text, " ");
        }

        return PromptText.Clean(SpaceBeforeComma().Replace(text, "$1")).Trim(' ', ',', '.', ':', ';', '-', '–', '—');
    }

    private const int ShortestSubject = 6;
    private const int LongestPlatform = 3;

    private const string AdNoun = "(?:ads?|adds?|adverts?|advertisements?|commercials?|videos?|promos?|spots?|clips?|teasers?|trailers?|reels?|tiktoks?|campaigns?|films?)";

    /// <summary>"Our plumbing business needs a spot."</summary>
    // These are interpreted, as the pattern of the English request is, and for its reason.
    private static readonly Regex NeedsOnePattern = new($@"(?<=^[^.!?]{{4,80}}?)(?<!\b(?:and|we|i|who|but|so|you))\s(?:needs?|wants?|deserves?|requires?|could use|would like|is looking for|are looking for|is in need of|must have) (?:an? |some |our |its |one )?(?:[\p{{L}}\p{{N}}-]+ ){{0,5}}?{AdNoun}\b(?: (?:for|on) (?:instagram|tiktok|youtube|facebook|tv|social media))?", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    private static readonly Regex LaterRequestPattern = new($@"(?:[,.;:!?]+\s*|\s)(?:(?:and|so|but) )?(?:please )?(?:(?:can|could|would) you (?:please )?|i |we )?(?:would like |'d like |want |need |are looking for |am looking for )?(?:you )?(?:to )?(?:please )?(?:(?:make|create|generate|produce|do|build|give|shoot|film|design) )?(?<=(?:make|create|generate|produce|do|build|give|shoot|film|design|want|need|like|looking for) )(?:me |us )?(?:an? |some |one |the )(?:[\p{{L}}\p{{N}}-]+ ){{0,4}}?{AdNoun}\b(?: (?<link>for|about|to promote|targeting|aimed at|that speaks to) |\s*[.,;!]?\s*(?=$|\p{{L}}))(?!it\b|that\b|this\b|us\b|me\b)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    [GeneratedRegex(@"^(?:hi|hello|hey|good (?:morning|evening|afternoon|day))(?: there| all| team| everyone| guys)?\s*[!,.]+\s*", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Greeting();

    /// <summary>"Could you make something nice for our flower shop?"</summary>
    private static readonly Regex SomethingPattern = new(@"^(?:(?:can|could|would) you |i (?:want|need) |we (?:want|need) |please )?(?:please )?(?:make |create |do |produce |generate |build )?(?:me |us )?something (?:[a-z]+ ){0,2}?(?:for|about) ", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    /// <summary>Whoever is given to is a charity, whatever its name says: "Donate to Hope House".</summary>
    [GeneratedRegex(@"^(?:please )?(?:give|donate|contribute|send donations) to ", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex GiveTo();

    /// <summary>"New in town: Tokyo Bowl"</summary>
    [GeneratedRegex(@"^(?:brand[- ]new|new|now open|just opened|opening soon|coming soon|attention|finally|breaking|good news|big news|hello)(?: in town| here| open| on the block)?\s*[:!–—]+\s*|^(?:we|i)(?:'m| am| are|'re|'ve| have)? (?:just |also |recently )?(?:run|own|opened|open|started|start|operate|manage|running|opening|starting|launching|launched) (?=(?:an?|the|my|our|this)\b)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Announced();

    [GeneratedRegex(@"^(?:(?:donations?|gifts|money|funds|support|fundraiser|fundraising|fundraise|raise money|raise funds|collect donations|crowdfunding(?: campaign)?) (?:to|for) |(?:spendenaufruf|spendenaktion|spenden) für |(?:appel aux )?dons? (?:pour|à) |donaciones (?:para|a) |doações para |donazioni (?:per|a) |donaties voor )", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Appeal();

    [GeneratedRegex(@"^(?:please )?(?:create|make|generate|produce|build|design|write|craft|shoot) (?:me |us )?(?:an? |the |some )?", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex LeadingVerb();

    [GeneratedRegex(@"^(?:lasst uns |lass uns |wir wollen |ich will |ich möchte |wir möchten )?(?:werben für |wirb für |werbt für |bewirb |bewerbe |werbung machen für )|^(?:je veux |nous voulons |quiero |queremos |voglio |vogliamo |ik wil )?(?:promouvoir |faire connaître |promociona(?:r)? |anuncia(?:r)? |promuovi |promuovere |pubblicizza(?:re)? |promova |promover |divulgue |divulgar |promoot )|^(?:please )?(?:(?:i|we)(?:'d| would|'m| am|'re| are)? (?:want|need|like|love|wish|looking|trying|have|hoping)(?: you)? to |help (?:me|us) (?:to )?|let'?s |(?:can|could|would) you (?:please )?)?(?:(?:advertise|promote|publicise|publicize|spread the word about|tell (?:people|everyone|the world) about|raise awareness (?:of|for)|sell tickets (?:for|to)|(?:get|help|make|persuade|convince) (?:more |new )?(?:people|customers|users|folks) (?:to )?(?:download|buy|try|visit|book|join|use|order|discover|love|find)|attract (?:\p{L}+ )?(?:people|customers|guests|visitors|users) to)(?= ) |(?:market|introduce|present|showcase|sell|launch|announce|highlight|show|feature|celebrate|capture)(?= (?:an?|the|my|our|this|these|new|your)\b) )", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex AdvertiseVerb();

    /// <summary>"a power drill, free shipping ad"</summary>
    [GeneratedRegex(@"(?<=\w)\s(?:video |tv |instagram |tiktok |youtube )?(?:ads?|adverts?|commercial|promo|promo video|adds?)(?: pls| please)?[.!]?$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex LastWord();

    [GeneratedRegex(@"\s+([,.;:!?])", RegexOptions.CultureInvariant)]
    private static partial Regex SpaceBeforeComma();
}
