using System.Text.RegularExpressions;
using Reelwright.PromptParser.Providers.Local.Understanding.Grammar;
using Reelwright.PromptParser.Providers.Local.Understanding.Lexicon;

namespace Reelwright.PromptParser.Providers.Local.Understanding;

/// <summary>Takes a noun phrase apart: the brand in front of it, its adjectives, and the product.</summary>
internal static partial class ProductPhraseReader
{
    public const int PhraseLimit = 30;

    public static void Read(string text, PromptGrammar grammar, Reading reading)
    {
        var phrase = EmptyHead().Replace(grammar.Determiner.Replace(text, ""), "");
        phrase = grammar.Determiner.Replace(phrase, "").Trim(' ', '.', ',');
        if (Address().IsMatch(phrase))
        {
            reading.ToneTexts.Add(phrase);
            return;
        }

        if (reading.Brand is { } known && phrase.StartsWith(known + " ", StringComparison.OrdinalIgnoreCase))
        {
            phrase = phrase[(known.Length + 1)..];
        }

        var words = phrase.Split(' ', StringSplitOptions.RemoveEmptyEntries).ToList();
        DropEmptyAdjectives(words, grammar, reading);
        TakeBrand(words, text, grammar, reading);
        if (string.Join(' ', words) == reading.Brand)
        {
            (reading.ProductPhrase, reading.ProductNoun) = (reading.Brand, reading.Brand);
            return;
        }

        TrailingName.Take(words, grammar, reading);
        SmallName.Take(words, grammar, reading);
        DropLinks(words, grammar);
        DropEmptyAdjectives(words, grammar, reading);
        DropBrandWord(words, grammar);
        if (words.Count == 0)
        {
            return;
        }

        if (grammar.AdjectivesFirst && !grammar.CapitalNouns)
        {
            words = CutAtPreposition(words);
        }

        TakeAttributes(words, grammar, reading);
    }

    /// <summary>"jewelry store on Etsy" is a jewelry store; "a subscription box of natural wines" is about natural wines.</summary>
    private static List<string> CutAtPreposition(List<string> words)
    {
        var cut = words.FindIndex(1, word => Preposition().IsMatch(word));
        words = cut > 0 ? words[..cut] : words;
        var of = words.IndexOf("of");
        return of > 0 && of < words.Count - 1 && Container().IsMatch(words[of - 1]) ? words[(of + 1)..] : words;
    }

    /// <summary>What is left of "concert of The Velvet Foxes" without its name, and of "Konzert der Band Nachtlicht".</summary>
    private static void DropLinks(List<string> words, PromptGrammar grammar)
    {
        var cut = grammar.CapitalNouns ? words.FindIndex(1, Math.Max(0, words.Count - 1), word => GermanLink().IsMatch(word)) : -1;
        if (cut > 0)
        {
            words.RemoveRange(cut, words.Count - cut);
        }

        while (words.Count > 1 && Link().IsMatch(words[^1]))
        {
            words.RemoveAt(words.Count - 1);
        }
    }

    private static void DropEmptyAdjectives(List<string> words, PromptGrammar grammar, Reading reading)
    {
        while (words.Count > 1 && grammar.EmptyAdjectives.Contains(Folding.Fold(words[0].Trim(','))))
        {
            reading.ToneTexts.Add(words[0]);
            words.RemoveAt(0);
        }
    }

    private static void TakeBrand(List<string> words, string text, PromptGrammar grammar, Reading reading)
    {
        if (words.Count == 0 || grammar.CapitalNouns || reading.Brand is { } known && !words[0].StartsWith(known.Split(' ')[0], StringComparison.OrdinalIgnoreCase))
        {
            return;
        }

        var count = words.TakeWhile(IsNameLike).Count();
        if (count == 0 || words[0] == "&")
        {
            return;
        }

        var startsTheText = text.StartsWith(words[0], StringComparison.Ordinal) && count == 1 && !HasInnerCapital(words[0]);
        if (count == words.Count && words.Skip(1).Any(IsCapital) && words.SkipLast(1).Any(IsPossessive) && ProductLexicon.Knows(words[^1]))
        {
            reading.Brand ??= string.Join(' ', words);
            words.RemoveRange(0, words.Count - 1);
            words[0] = words[0].ToLowerInvariant();
            return;
        }

        var isTitleCase = count == words.Count && count > 1 && ProductLexicon.Find(string.Join(' ', words)) is not null;
        var isPossessive = IsPossessive(words[count - 1]);
        if (startsTheText && words.Count == 1 && words[0][^1] != 's' && ProductLexicon.Find(words[0]) is null && !CopyWords.IsAttribute(words[0]))
        {
            reading.Brand ??= words[0];
            return;
        }

        if ((isTitleCase || ProductLexicon.Knows(words[0]) || CopyWords.IsAttribute(words[0]) || (startsTheText && reading.StartsSentence)) && !isPossessive)
        {
            TakeTitleCase(words, count, isTitleCase, reading);
            return;
        }

        var name = string.Join(' ', words.Take(count));
        reading.Brand ??= isPossessive ? name[..^2] : name;
        if (count < words.Count)
        {
            words.RemoveRange(0, count);
        }
    }

    /// <summary>"Lucia Rossi Jewellery": the last word is the product, the whole is the name.</summary>
    private static void TakeTitleCase(List<string> words, int count, bool isTitleCase, Reading reading)
    {
        if (!isTitleCase || ProductLexicon.Knows(words[0]) || CopyWords.IsAttribute(words[0]) || count > 4)
        {
            return;
        }

        reading.Brand ??= string.Join(' ', words);
        var product = words[^1].ToLowerInvariant();
        words.Clear();
        words.Add(product);
    }

    /// <summary>"luxury watch brand" sells luxury watches.</summary>
    private static void DropBrandWord(List<string> words, PromptGrammar grammar)
    {
        if (!grammar.AdjectivesFirst || grammar.CapitalNouns || words.Count < 2 || !BrandWord().IsMatch(words[^1]))
        {
            return;
        }

        // Nobody sells movings: a "moving company" is called so.
        if (Company().IsMatch(words[^1]) && (EnglishNouns.IsActivity(words[^2].ToLowerInvariant()) || ProductLexicon.Knows($"{words[^2]} {words[^1]}")))
        {
            return;
        }

        words.RemoveAt(words.Count - 1);
        words[^1] = EnglishNouns.Plural(words[^1]);
    }

    private static void TakeAttributes(List<string> words, PromptGrammar grammar, Reading reading)
    {
        for (var index = 0; index < words.Count; index++)
        {
            words[index] = Lowered(words[index].Trim(','), grammar, isFirst: index == 0 && reading.StartsSentence);
        }

        // A "soft drink" is not soft: there the adjective is part of the noun.
        reading.Attributes.AddRange(words.Where((word, index) => CopyWords.IsAttribute(word) && (words.Count == 1 || (index + 1 < words.Count && !ProductLexicon.Knows($"{word} {words[index + 1]}")))));

        var phrase = words;
        while (phrase.Count > 1 && PromptText.Length(string.Join(' ', phrase)) > PhraseLimit)
        {
            phrase = grammar.AdjectivesFirst ? [.. phrase.Skip(1)] : [.. phrase.SkipLast(1)];
        }

        reading.ProductPhrase = string.Join(' ', phrase).Trim();
        if (grammar.AdjectivesFirst)
        {
            var noun = phrase.SkipWhile((word, index) => index < phrase.Count - 1 && (CopyWords.IsAttribute(word) || word is "and" or "&"));
            reading.ProductNoun = string.Join(' ', noun);
        }
    }

    private static string Lowered(string word, PromptGrammar grammar, bool isFirst) =>
        !grammar.CapitalNouns && word.Length > 1 && char.IsUpper(word[0]) && !word.Skip(1).Any(char.IsUpper) && !Nationality().IsMatch(word)
            && (isFirst || ProductLexicon.Knows(word) || CopyWords.IsAttribute(word) || grammar.EmptyAdjectives.Contains(Folding.Fold(word)))
        ? char.ToLowerInvariant(word[0]) + word[1..]
        : word;

    public static bool IsAcronym(string word) => Acronym().IsMatch(word);

    public static bool IsNameLike(string word) => word.Length > 0 && (char.IsUpper(word[0]) || (word.Length > 1 && HasInnerCapital(word)) || (char.IsDigit(word[0]) && word.Length <= 4) || word == "&")
        && !Nationality().IsMatch(word) && !Acronym().IsMatch(word) && !Trademark().IsMatch(word);

    private static bool IsPossessive(string word) => word.EndsWith("'s", StringComparison.Ordinal) || word.EndsWith("’s", StringComparison.Ordinal);

    private static bool IsCapital(string word) => char.IsUpper(word[0]);

    private static bool HasInnerCapital(string word) => word.Skip(1).Any(char.IsUpper) && word.Any(char.IsLower);

    [GeneratedRegex(@"^(?:(?:the )?(?:grand |big |official )?(?:launch|opening|release|relaunch|reopening|benefits|importance|story|arrival|collection|range|line|selection|world|debut|return|sale|taste|joy|power|magic|beauty|charm|spirit) (?:of|on) |(?:marque|marca|marchio) (?:de |d'|di )|Marke für )", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex EmptyHead();

    [GeneratedRegex(@"^(?:we|i|you|they|it|he|she|help|helps|get|enjoy|discover|join|stop|start|try|save|escape|visit|experience|treat|say|are|feel|welcome|don't|how|why|what|when|if|imagine|nous|wir|vous|tired of|looking for|(?:adopt|book|order|buy|rent|hire|taste|wear|watch|read|play|learn|visit|sponsor|plan|donate)(?= (?:an?|the|your|our|my|to|with|at)\b)) ", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Address();

    [GeneratedRegex(@"^(?:brand|company|startup|start-up|label|maker|manufacturer|retailer|producer|line|range|collection|business)s?$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex BrandWord();

    [GeneratedRegex("^(?:of|by|with|from|and|&|de|del|des|du|d'|di|della|da|do|dos|das|van|of|von|der|y|e|et|und|en|the|la|le|el|il|par|por|chez)$", RegexOptions.CultureInvariant)]
    private static partial Regex Link();

    [GeneratedRegex("^(?:der|des|von|vom|am|im|zum|zur|in|mit|auf|aus|bei)$", RegexOptions.CultureInvariant)]
    private static partial Regex GermanLink();

    [GeneratedRegex("^(?:company|business)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Company();

    [GeneratedRegex("^(?:while|when|whenever|until|till|because|since|from|on|in|at|with|for|to|by|near|between|about|under|over|into|against|via|across|around)$", RegexOptions.CultureInvariant)]
    private static partial Regex Preposition();

    [GeneratedRegex("^(?:box|boxes|bottle|bottles|set|sets|pack|packs|jar|jars|kit|kits|subscription|variety|series|family|tin|can|cans)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Container();

    /// <summary>Names that other people's products and services are for.</summary>
    [GeneratedRegex("^(?:iPhone|iPad|MacBook|Mac|PlayStation|Xbox|Etsy|Amazon|Shopify|WordPress|Excel|Android|Windows|Lego|LEGO|Kindle|Instagram|TikTok|YouTube|Google|ChatGPT)s?$", RegexOptions.CultureInvariant)]
    private static partial Regex Trademark();

    [GeneratedRegex(@"^(?:italian|french|spanish|german|japanese|chinese|korean|thai|vietnamese|indian|mexican|greek|swiss|swedish|danish|norwegian|finnish|nordic|scandinavian|british|english|scottish|irish|american|brazilian|portuguese|turkish|moroccan|ethiopian|colombian|peruvian|lebanese|european|african|asian|mediterranean|christmas|easter|halloween|valentine'?s|black|mother'?s|father'?s|neapolitan|belgian|dutch|austrian|persian|korean|cuban|hawaiian|californian|australian|egyptian|i|a)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Nationality();

    [GeneratedRegex(@"^(?:AI|SaaS|CRM|VPN|5G|4K|EV|UK|US|USA|HR|IT|TV|LED|3D|VR|AR|UV|SPF|DIY|B2B|B2C|EU|API|ERP|POS|GPS|PC|SUV|RPG|NYC|LA|CBD|VIP|HD|HIIT|DJ|MBA|GPS|IPA|A\d|USB-C|USB)$", RegexOptions.CultureInvariant)]
    private static partial Regex Acronym();
}
