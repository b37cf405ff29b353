using Reelwright.PromptParser.Providers.Local.Understanding.Lexicon;

namespace Reelwright.PromptParser.Providers.Local.Understanding;

/// <summary>What the prompt says, and nothing it does not say.</summary>
internal sealed record AdBrief
{
    /// <summary>The prompt, safe to cut and to print.</summary>
    public required string Prompt { get; init; }

    /// <summary>The prompt without the request around it ("Create a 30 second ad for").</summary>
    public required string Subject { get; init; }

    /// <summary>Language of the copy.</summary>
    public required string Language { get; init; }

    public required string PromptLanguage { get; init; }

    public required ProductName Product { get; init; }

    public string? Brand { get; init; }

    /// <summary>A word of the product lexicon; <c>general</c> when nothing was recognised.</summary>
    public required string Category { get; init; }

    public required string Motif { get; init; }

    /// <summary>The group the product belongs to, when the lexicon knows it.</summary>
    public ProductGroup? Group { get; init; }

    /// <summary>Adjectives of the product: "lightweight", "handmade".</summary>
    public IReadOnlyList<string> Attributes { get; init; } = [];

    /// <summary>What the prompt says about the product: "no fees", "delivered in 24 hours".</summary>
    public IReadOnlyList<Feature> Features { get; init; } = [];

    public string? Audience { get; init; }

    public string? Place { get; init; }

    /// <summary>True when the place is where the product comes from, not where to find it.</summary>
    public bool IsFromPlace { get; init; }

    /// <summary>A price or a discount, as the prompt words it: "20% off".</summary>
    public string? Offer { get; init; }

    /// <summary>The address that the prompt sends people to: "lumen.example.com".</summary>
    public string? Web { get; init; }

    public string? Platform { get; init; }

    /// <summary>The words that the prompt or the brand's style use for the tone, folded.</summary>
    public IReadOnlyList<string> ToneWords { get; init; } = [];

    /// <summary>The call to action that the prompt asks for.</summary>
    public string? CallToAction { get; init; }

    /// <summary>Chooses between lines: the same for the same prompt, brand and language, whatever the length and the shape.</summary>
    public required ulong Seed { get; init; }

    /// <summary>True when the prompt's own words fit into copy of this language.</summary>
    public bool SpeaksPromptLanguage => Language == PromptLanguage;
}
