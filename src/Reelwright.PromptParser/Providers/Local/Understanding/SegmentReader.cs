using System.Text.RegularExpressions;
using Reelwright.PromptParser.Providers.Local.Understanding.Grammar;
using Reelwright.PromptParser.Providers.Local.Understanding.Lexicon;

namespace Reelwright.PromptParser.Providers.Local.Understanding;

/// <summary>Decides what a segment after the product says: who it is for, where it is, or what it can do.</summary>
internal static partial class SegmentReader
{
    public static void Read(Segment segment, Segment? before, PromptGrammar grammar, Reading reading)
    {
        var text = segment.Text.Trim(' ', ',', '.');
        if (grammar.AudienceLeads.Contains(segment.Lead))
        {
            ReadFor(text, segment.Written, grammar, reading);
        }
        else if (grammar.BrandLeads.Contains(segment.Lead))
        {
            reading.Brand ??= NameAtStart(text) ?? text;
        }
        else if (grammar.PlaceLeads.Contains(segment.Lead) && NameAtStart(text) is { } name)
        {
            ReadPlace(name, text, segment.Lead, grammar, reading);
        }
        else if (grammar.WithoutLeads.Contains(segment.Lead))
        {
            reading.AddFeature($"{grammar.No} {text}", FeatureKind.Without);
        }
        else if (grammar.RelativeLeads.Contains(segment.Lead))
        {
            ReadRelative(segment, before, grammar, reading);
        }
        else if (segment.Lead == "to")
        {
            ReadTo(text, grammar, reading);
        }
        else if (reading.Brand is null && grammar.FeatureLeads.Contains(segment.Lead) && IsMakersName(text, grammar))
        {
            reading.Brand = text;
        }
        else if (!grammar.Participle.IsMatch(text) || text.Contains(' ', StringComparison.Ordinal))
        {
            ReadList(text, grammar, reading);
        }
    }

    /// <summary>"to busy professionals" says to whom, "to track your spending" what for.</summary>
    private static void ReadTo(string text, PromptGrammar grammar, Reading reading)
    {
        if (text.Split(' ') is { Length: <= 3 } words && grammar.Person.IsMatch(words[^1]) && !Serves().IsMatch(text) && !FirstVerb().IsMatch(text))
        {
            reading.Audience ??= text;
            return;
        }

        // "fresh fruit to offices"
        if (!text.Contains(' ', StringComparison.Ordinal))
        {
            reading.Audience ??= EnglishNouns.NumberOf(text) == NounNumber.Plural ? text : null;
            return;
        }

        reading.AddFeature(text, FeatureKind.Deed);
    }

    /// <summary>"cheap flights with SkyHop", but not "with Bluetooth" or "with Wi-Fi".</summary>
    private static bool IsMakersName(string text, PromptGrammar grammar) =>
        !grammar.CapitalNouns && NameAtStart(text) == text && char.IsLetter(text[^1]) && !Technology().IsMatch(text) && !Places.Knows(text)
        && text.Split(' ').All(word => !ProductPhraseReader.IsAcronym(word) && !ProductLexicon.Knows(word) && ProductPhraseReader.IsNameLike(word));

    private static void ReadFor(string text, string lead, PromptGrammar grammar, Reading reading)
    {
        if (grammar.Person.IsMatch(text))
        {
            reading.Audience ??= text;
        }
        else if (!grammar.CapitalNouns && NameAtStart(text) == text && Places.CouldBe(text.Split(' ')[0]))
        {
            reading.Brand ??= text;
        }
        else
        {
            reading.AddFeature($"{lead} {text}", FeatureKind.Purpose);
        }
    }

    private static void ReadPlace(string name, string text, string lead, PromptGrammar grammar, Reading reading)
    {
        if (!Places.CouldBe(name.Split(' ')[0]))
        {
            return;
        }

        if (lead is "from" or "chez" or "bei" && (!ComesFromPlaces(reading) || name.Skip(1).Any(char.IsUpper) && !name.Contains(' ', StringComparison.Ordinal)) && !Places.Knows(name.Split(' ')[0]) && reading.Brand is null)
        {
            reading.Brand = name;
            return;
        }

        if (lead is "at" && !Places.Knows(name.Split(' ')[0]) && reading.Brand is null)
        {
            reading.Brand = name;
            return;
        }

        reading.IsFromPlace = reading.Place is null && lead is "from";
        reading.Place ??= name;
        if (text.Length > name.Length + 3)
        {
            var more = text[name.Length..].Trim();
            reading.AddFeature(more, KindOf(more, grammar));
        }
    }

    /// <summary>What grows or is made somewhere is from there: "green tea from Uji".</summary>
    private static bool ComesFromPlaces(Reading reading) => ProductLexicon.Find(reading.ProductPhrase)?.Group.Category is "tea" or "coffee" or "alcohol" or "food";

    private static void ReadRelative(Segment segment, Segment? before, PromptGrammar grammar, Reading reading)
    {
        var speaksOfPeople = before is not null && grammar.AudienceLeads.Contains(before.Lead);
        if (segment.Lead is "who" || (speaksOfPeople && grammar.AdjectivesFirst && !ThirdPerson().IsMatch(segment.Text)) || (speaksOfPeople && !grammar.AdjectivesFirst))
        {
            return;
        }

        var deed = LetsYou().Match(segment.Text);
        if (deed.Success)
        {
            // "insurance that you can understand": one verb alone makes no line.
            if (!segment.Text[deed.Length..].Contains(' ', StringComparison.Ordinal))
            {
                return;
            }

            reading.AddFeature(segment.Text[deed.Length..], FeatureKind.Deed);
            return;
        }

        var state = Copula().Match(segment.Text);
        reading.AddFeature(segment.Text[state.Length..], state.Success ? FeatureKind.Participle : segment.Lead == "where" ? FeatureKind.Noun : FeatureKind.Verb);
    }

    private static void ReadList(string text, PromptGrammar grammar, Reading reading)
    {
        text = ListLead().Replace(text, "");
        text = grammar.Determiner.Replace(text, "");
        if (reading.Brand is { Length: > 2 } brand && text.Contains(brand, StringComparison.Ordinal))
        {
            text = PromptText.Clean(text.Replace(brand, "", StringComparison.Ordinal));
        }

        if (IsLoneName(text, grammar))
        {
            reading.Place ??= Places.Knows(text) ? text : null;
            return;
        }

        if (reading.Brand is null && IsName(text, grammar))
        {
            reading.Brand = text;
            return;
        }

        var parts = text.Split($" {grammar.And} ", 2);
        var isTwo = parts.Length == 2 && (PromptText.Length(text) > 34 || parts.All(part => part.Contains(' ', StringComparison.Ordinal)));
        if (ToneWords.AreAll(text))
        {
            reading.ToneTexts.Add(text);
            return;
        }

        if (grammar.AdjectivesFirst && !grammar.CapitalNouns && Statement().IsMatch(text))
        {
            reading.AddFeature(text, FeatureKind.Statement);
            return;
        }

        foreach (var part in isTwo ? parts : [text])
        {
            reading.AddFeature(part, KindOf(part, grammar));
        }
    }

    /// <summary>"bike repair, Spoke &amp; Chain", "plumber, Dave's Plumbing": words with capitals that are nothing but a name.</summary>
    private static bool IsName(string text, PromptGrammar grammar)
    {
        var words = text.Split(' ');
        var isPossessive = words[0].EndsWith("'s", StringComparison.Ordinal) || words[0].EndsWith("’s", StringComparison.Ordinal);
        return !grammar.CapitalNouns && words.Length is > 1 and <= 4 && words.All(ProductPhraseReader.IsNameLike) && char.IsLetter(text[0]) && words[^1] != "&"
            && !Places.Knows(words[0]) && words.All(Places.CouldBe) && !Technology().IsMatch(text)
            && (isPossessive || !words.Any(word => ProductLexicon.Knows(word) || CopyWords.IsAttribute(word) || grammar.EmptyAdjectives.Contains(Folding.Fold(word)) || grammar.Participle.IsMatch(word) || grammar.Person.IsMatch(word)));
    }

    /// <summary>One word with a capital says nothing of a product: it is where it is, or a shout.</summary>
    private static bool IsLoneName(string text, PromptGrammar grammar) =>
        grammar.AdjectivesFirst && !grammar.CapitalNouns && text.Length > 0 && char.IsUpper(text[0]) && !text.Contains(' ', StringComparison.Ordinal) && !ProductLexicon.Knows(text) && !CopyWords.IsAttribute(text);

    private static FeatureKind KindOf(string text, PromptGrammar grammar)
    {
        var first = text.Split(' ')[0];
        return Without().IsMatch(text) ? FeatureKind.Without
            : When().IsMatch(text) ? FeatureKind.When
            : grammar.AdjectivesFirst && !grammar.CapitalNouns && OtherParticiple().IsMatch(text) ? FeatureKind.Participle
            : grammar.Participle.IsMatch(first) && ClauseSplitter.OpensWithLink(text[first.Length..].TrimStart()) ? FeatureKind.Participle
            : grammar.AdjectivesFirst && !grammar.CapitalNouns && FirstVerb().IsMatch(text) ? FeatureKind.Deed
            : grammar.AdjectivesFirst && !grammar.CapitalNouns && ThirdPersonVerb().IsMatch(text) ? FeatureKind.Verb
            : grammar.AdjectivesFirst && !grammar.CapitalNouns && CopyWords.IsAttribute(text) ? FeatureKind.Participle
            : FeatureKind.Noun;
    }

    private static string? NameAtStart(string text)
    {
        var words = text.Split(' ').TakeWhile(word => char.IsUpper(word[0]) || word is "&" or "de" or "of" || char.IsDigit(word[0])).ToList();
        while (words.Count > 0 && !char.IsUpper(words[^1][0]) && !char.IsDigit(words[^1][0]))
        {
            words.RemoveAt(words.Count - 1);
        }

        return words.Count == 0 || !char.IsUpper(words[0][0]) ? null : string.Join(' ', words);
    }

    [GeneratedRegex(@"^(?:lets? you|lets? people|allows? you to|enables? you to|helps? you to|makes? it easy to|you can|gives you|lets users|allows users to|lets anyone)\s+", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex LetsYou();

    [GeneratedRegex(@"^(?:help|let|make|get|teach|keep|give|support|connect|bring|feed|reach|serve|save|raise|protect|inspire|meet)\s", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Serves();

    [GeneratedRegex(@"\b(?:Bluetooth|Wi-?Fi|Alexa|Siri|NFC|Android|iOS|CarPlay|PayPal|Klarna|Netflix|Spotify|Strava|Instagram|TikTok|YouTube|Google|Apple|Amazon|Christmas|Easter|English|French|German|Spanish|Wagyu|Dolby|Vibram|Gore-?Tex|Vitamin|Omega|Google Maps)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Technology();

    [GeneratedRegex(@"^(?:is|are|est|sont|ist|sind|es|son|è|sono|é|são)\s+(?:also |100% |all )?", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Copula();

    [GeneratedRegex(@"^\p{Ll}+s\s", RegexOptions.CultureInvariant)]
    private static partial Regex ThirdPerson();

    [GeneratedRegex(@"^(?:(?:and|with|plus|also|it(?= \p{Ll}+s\s)|we serve|we sell|we make|we bake|we deliver|including|featuring|offering|it has|it offers|it is|it's|they are|they're|we offer|we have|we use|we are|we're|it comes with|comes with|has|have|offers?|there is|there are|highlight(?:ing)?|emphasi[sz]e|emphasi[sz]ing|focus(?:ing)? on|mention|key features?:?|features?:?|benefits?:?|the|now|all|avec|proposant|mit|con|com|et|und|our)\s+)+", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex ListLead();

    [GeneratedRegex(@"^(?:no|zero|without|never|sans|pas de|aucun|keine?|ohne|sin|senza|sem|nenhum)\s", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Without();

    [GeneratedRegex(@"^(?:visit|adopt|call|come|ask|request|apply|donate|volunteer|swim|track|save|send|split|learn|find|book|order|plan|build|get|sleep|share|discover|enjoy|try|start|create|manage|choose|design|invest|earn|pay|cook|meet|explore|travel|stay|wear|drink|taste|join|play|listen|read|write|watch|keep|stop|turn|see|feel|connect|automate|organi[sz]e|cancel|swap|rent|sell|buy|grow|train|run|ride|work|bring|open|skip|scan|snap|set|take|control|monitor|practi[sc]e|speak|compare|edit|customi[sz]e|personali[sz]e)\s", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex FirstVerb();

    /// <summary>"Families save time", "the first coffee is on us"; not "fresh fruit".</summary>
    [GeneratedRegex(@"^(?!.*\b(?:that|which|who)\b)(?:(?:we|you|they|it|nobody|everyone|everybody|kids|families|people|customers|members|teams|students|parents)\s(?!love\b.{40})\p{Ll}|\$?\d+\s(?:gives|feeds|buys|plants|pays|provides)\s|\$\d+ \p{Ll}+s\s|(?:\p{L}+\s){1,3}(?:is|are|will|can|has|have|gives|helps|keeps|saves)\s)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Statement();

    [GeneratedRegex(@"^(?:(?:out|on|from|until|till|this|next|starting|opening|launching|available|live|in stores|every)\s)*(?:the\s)?(?:(?:jan|febr)uary\b|(?:march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)\.?\s\d|(?:mon|tues|wednes|thurs|fri|satur|sun)day|weekend|\d{1,2}(?:st|nd|rd|th)?\s(?:of\s)?(?:january|february|march|april|may|june|july|august|september|october|november|december))", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex When();

    /// <summary>"aged 12 months in oak", "painted with water colours"</summary>
    [GeneratedRegex(@"^(?:online|offline|at|in|on|near|always|now|just)\s|^\p{Ll}{2,}ed\s(?:in|with|by|for|to|from|on|at|over|under|twice|daily|\d+)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex OtherParticiple();

    [GeneratedRegex(@"^(?:brightens|weighs|lifts|softens|lowers|raises|fights|stops|improves|strengthens|whitens|smooths|repairs|restores|relieves|eases|includes|needs|uses|heats|cools|grows|arrives|ships|starts|costs|sounds|shines|covers|stands|moves|opens|helps|makes|keeps|turns|saves|tracks|gives|brings|lasts|fits|works|connects|cleans|protects|charges|delivers|combines|learns|adapts|removes|reduces|boosts|hydrates|teaches|finds|plans|automates|folds|runs|plays|stays|feels|looks|smells|tastes|comes|goes|absorbs|dries|cooks|supports|matches|syncs|reminds|blocks|cuts|holds)\s", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex ThirdPersonVerb();
}
