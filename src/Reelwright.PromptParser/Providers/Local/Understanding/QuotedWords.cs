namespace Reelwright.PromptParser.Providers.Local.Understanding;

/// <summary>A prompt without quotation marks, and what stood between them.</summary>
internal sealed record QuotedWords(string Text, string? Name, string? CallToAction, string? Tagline);
