namespace Reelwright.PromptParser.Providers.Local.Understanding.Lexicon;

/// <summary>A product that was recognised, and by which words.</summary>
internal sealed record ProductMatch(ProductGroup Group, string Words, int Weight);
