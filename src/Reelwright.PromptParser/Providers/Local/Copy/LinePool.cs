namespace Reelwright.PromptParser.Providers.Local.Copy;

/// <summary>Lines of one source with the weight they have against others.</summary>
internal sealed record LinePool(IReadOnlyList<string> Lines, int Weight, Slots Slots);
