namespace Reelwright.PromptParser.Providers.Local.Copy;

/// <summary>The words of one scene: the small label, the main line, the line under it, and what is said.</summary>
internal sealed record SceneCopy(string Title, string Headline, string? Subline, string Voiceover);
