using Reelwright.PromptParser.Providers.Local.Understanding;

namespace Reelwright.PromptParser.Providers.Local.Copy;

/// <summary>What a scene has to tell: a feature, or an adjective of the product, or nothing of its own.</summary>
internal sealed record BeatFact(Feature? Feature, string? Attribute)
{
    public static BeatFact None { get; } = new(null, null);
}
