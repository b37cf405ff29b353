namespace Reelwright.PromptParser.Providers.Local.Copy;

/// <summary>All words of a film.</summary>
internal sealed record AdCopy(IReadOnlyList<SceneCopy> Scenes, string EndCard, string Button);
