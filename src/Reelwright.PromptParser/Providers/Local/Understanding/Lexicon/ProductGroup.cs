namespace Reelwright.PromptParser.Providers.Local.Understanding.Lexicon;

/// <summary>Products of one kind: what they are called in each language, and how they are drawn.</summary>
internal sealed record ProductGroup(string Category, string Motif, IReadOnlyDictionary<string, IReadOnlyList<string>> Names)
{
    /// <summary>The plain word for this product in a language, to speak of it when the prompt's own word is foreign.</summary>
    public string? NameIn(string language) => Names.TryGetValue(language, out var names) ? names[0] : null;
}
