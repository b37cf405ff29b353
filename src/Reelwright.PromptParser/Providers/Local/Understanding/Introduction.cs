using System.Text.RegularExpressions;
using Reelwright.PromptParser.Providers.Local.Understanding.Lexicon;

namespace Reelwright.PromptParser.Providers.Local.Understanding;

/// <summary>English prompts that introduce themselves: "We are Lumen, we make smart lamps", "Our startup Greenbox delivers vegetable boxes", "Invest with Finora".</summary>
internal static partial class Introduction
{
    private const string Name = @"\p{Lu}(?:[\p{L}\p{N}&'’]|\.(?=\p{L}))*(?:-\p{Lu}[\p{L}\p{N}]*)?(?: (?:& )?\p{Lu}[\p{L}\p{N}&'’]*| \d{1,4}\b){0,3}";

    /// <summary>What the company makes; of an agency or an app, what it does for people.</summary>
    private const string Makes = "makes?|sells?|offers?|produces?|brews?|bakes?|roasts?|designs?|crafts?|rents?|builds?|creates?|provides?|delivers?|ships?|publish(?:es)?|runs?|grows?|installs?|serves?|teach(?:es)?|supplies|supply|imports?|manufactures?|develops?|organi[sz]es?|prints?|cooks?";

    public const string Does = "helps?|keeps?|makes|saves?|gives?|brings?|turns?|connects?|lets|teach(?:es)?|takes?|cleans?|protects?|tracks?|finds?|plans?|shows?|cuts?|gets?|puts?|tells?|reminds?|matches|automates?|delivers?|offers?|sells|rents";

    /// <summary>Takes the name and leaves the product: "smart lamps that wake you gently".</summary>
    public static string Read(string text, Reading reading)
    {
        if (WeAre().Match(text) is { Success: true } we)
        {
            return Take(we, we.Groups["rest"].Value, reading);
        }

        if (Company().Match(text) is { Success: true } company)
        {
            return Take(company, company.Groups["rest"].Value, reading);
        }

        if (Shop().Match(text) is { Success: true } shop)
        {
            return shop.Groups["rest"].Value;
        }

        if (With().Match(text) is { Success: true } with)
        {
            return Take(with, with.Groups["rest"].Value, reading);
        }

        if (TradePattern.Match(text) is { Success: true } trade && ProductLexicon.Find(trade.Groups["head"].Value) is not null)
        {
            return $"{trade.Groups["head"].Value} that {trade.Groups["rest"].Value}";
        }

        return Agent().Match(text) is { Success: true } agent && ProductLexicon.Find(agent.Groups["head"].Value) is not null
            ? Take(agent, $"{agent.Groups["head"].Value} that {agent.Groups["rest"].Value}", reading)
            : text;
    }

    /// <summary>"Taskflow keeps remote teams in sync" says whose it is and what it does.</summary>
    public static bool ReadDeed(string clause, Reading reading)
    {
        var match = Deed().Match(clause);
        if (!match.Success || ProductLexicon.Knows(match.Groups["name"].Value) || (reading.Brand is not null && reading.Brand != match.Groups["name"].Value))
        {
            return false;
        }

        reading.Brand ??= match.Groups["name"].Value;
        reading.AddFeature(match.Groups["rest"].Value, FeatureKind.Verb);
        return true;
    }

    private static string Take(Match match, string rest, Reading reading)
    {
        reading.Brand ??= match.Groups["name"].Value;
        reading.StartsSentence = true;
        return rest;
    }

    [GeneratedRegex(@$"^(?i:we are|we're|i am|i'm|we at|meet|this is|introducing|say hello to) (?<name>{Name})(?:[,:;.!]| -| –| —| and)* (?:(?i:and |at \S+ )?(?i:we|i|they) (?i:{Makes}) |(?i:and )?(?=(?i:an? |the |your |our )))(?<rest>.+)$", RegexOptions.CultureInvariant)]
    private static partial Regex WeAre();

    [GeneratedRegex(@$"^(?i:our |the |my |a )?(?:\p{{Ll}}+ )?(?i:startup|start-up|company|brand|business|studio|shop|store|label|family business|workshop|firm) (?<name>{Name}) (?i:{Makes}) (?<rest>.+)$", RegexOptions.CultureInvariant)]
    private static partial Regex Company();

    /// <summary>"my etsy shop sells crochet animals"</summary>
    [GeneratedRegex($@"^(?:my|our|we have an?|i have an?)(?: \p{{L}}+){{0,2}} (?:shop|store|company|business|startup|start-up|brand|studio|label)(?: that)? (?:{Makes}) (?<rest>.+)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Shop();

    [GeneratedRegex(@$"^(?i:invest|travel|shop|bank|learn|fly|cook|train|save|trade|stay|sleep|ride|drive|relax|study|invest smarter|save money|get fit) (?i:with|at) (?<name>{Name})(?=$|[ ,.:;–—-])[ ,.:;–—-]*(?<rest>.*)$", RegexOptions.CultureInvariant)]
    private static partial Regex With();

    /// <summary>"Our food bank feeds 300 families a day"</summary>
    private static readonly Regex TradePattern = new(@$"^(?:our|my|the) (?<head>\p{{Ll}}+(?: \p{{Ll}}+){{0,3}}?) (?<rest>(?:{Does}|feeds|serves|repairs|fixes|trains|cares|treats|supports|fights|rescues) .+)$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase);

    [GeneratedRegex(@$"^(?<head>[^,.;:!?]{{3,40}}?) (?<name>{Name}) (?<rest>(?:{Does}) .+)$", RegexOptions.CultureInvariant)]
    private static partial Regex Agent();

    [GeneratedRegex(@$"^(?<name>{Name}) (?<rest>(?:{Does}) .+)$", RegexOptions.CultureInvariant)]
    private static partial Regex Deed();
}
