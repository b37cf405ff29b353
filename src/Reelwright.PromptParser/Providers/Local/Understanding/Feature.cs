namespace Reelwright.PromptParser.Providers.Local.Understanding;

/// <summary>One thing the prompt says about the product.</summary>
internal sealed record Feature(string Text, FeatureKind Kind);
