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
        var rest = text;
        var request = grammar.AdjectivesFirst && !grammar.CapitalNouns ? grammar.Request.Match(rest) : Match.Empty;
        if (!request.Success)
        {
            rest = WithoutNoise(text, grammar);
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

        return WithoutNoise(LastWord().Replace(AdvertiseVerb().Replace(rest, ""), ""), grammar);
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

    [GeneratedRegex(@"^(?:please )?(?:create|make|generate|produce|build|design|write|craft|shoot) (?:me |us )?(?:an? |the |some )?", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex LeadingVerb();

    [GeneratedRegex(@"^(?:please )?(?:(?:advertise|promote|publicise|publicize)(?= ) |(?:market|introduce|present|showcase|sell|launch|announce|highlight|show|feature|celebrate|capture)(?= (?:an?|the|my|our|this|these|new|your)\b) )", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex AdvertiseVerb();

    /// <summary>"a power drill, free shipping ad"</summary>
    [GeneratedRegex(@"(?<=\w)\s(?:video |tv |instagram |tiktok |youtube )?(?:ads?|adverts?|commercial|promo|promo video)[.!]?$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex LastWord();

    [GeneratedRegex(@"\s+([,.;:!?])", RegexOptions.CultureInvariant)]
    private static partial Regex SpaceBeforeComma();
}
