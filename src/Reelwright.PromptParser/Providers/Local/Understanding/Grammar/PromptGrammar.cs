using System.Text.RegularExpressions;

namespace Reelwright.PromptParser.Providers.Local.Understanding.Grammar;

/// <summary>How one language words a request for an ad, and which small words join product, audience, place and features.</summary>
internal sealed record PromptGrammar
{
    /// <summary>"Create a 30 second Instagram ad for"; the group <c>mods</c> holds the words before "ad".</summary>
    public required Regex Request { get; init; }

    /// <summary>"... ad for Instagram" at the end of a prompt, where the product stood first.</summary>
    public Regex? TrailingRequest { get; init; }

    /// <summary>Durations, formats and platforms anywhere in the text.</summary>
    public required IReadOnlyList<Regex> Noise { get; init; }

    /// <summary>Clauses that speak to the film maker, not to the customer.</summary>
    public required Regex Instruction { get; init; }

    /// <summary>Articles and possessives at the start of a noun phrase.</summary>
    public required Regex Determiner { get; init; }

    public required IReadOnlySet<string> AudienceLeads { get; init; }

    public required IReadOnlySet<string> PlaceLeads { get; init; }

    public required IReadOnlySet<string> BrandLeads { get; init; }

    /// <summary>"with", "avec": what follows is a feature.</summary>
    public required IReadOnlySet<string> FeatureLeads { get; init; }

    /// <summary>"that", "qui": what follows says what the product does.</summary>
    public required IReadOnlySet<string> RelativeLeads { get; init; }

    /// <summary>"without", "sans".</summary>
    public required IReadOnlySet<string> WithoutLeads { get; init; }

    /// <summary>"delivered", "made": a feature that starts with this very word.</summary>
    public required Regex Participle { get; init; }

    public required Regex Person { get; init; }

    /// <summary>Adjectives in front of the product that say nothing to a customer: "new", "best".</summary>
    public required IReadOnlySet<string> EmptyAdjectives { get; init; }

    /// <summary>Words between features.</summary>
    public required string And { get; init; }

    /// <summary>How "without X" reads as a headline: "no X".</summary>
    public required string No { get; init; }

    /// <summary>True when adjectives stand before their noun.</summary>
    public bool AdjectivesFirst { get; init; }

    /// <summary>True when every noun starts with a capital, so that a capital does not betray a name.</summary>
    public bool CapitalNouns { get; init; }
}
