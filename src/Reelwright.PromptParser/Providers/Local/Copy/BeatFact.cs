using Reelwright.PromptParser.Providers.Local.Understanding;

namespace Reelwright.PromptParser.Providers.Local.Copy;

/// <summary>What a scene has to tell of the prompt's facts, in its headline and in the line under it; null where it has nothing to tell.</summary>
internal sealed record BeatFact
{
    public static BeatFact None { get; } = new();

    /// <summary>True where the film says the product's name for the first time: "Meet Waggly".</summary>
    public bool IsIntroduction { get; init; }

    public Feature? Feature { get; init; }

    /// <summary>An adjective of the product.</summary>
    public string? Attribute { get; init; }

    /// <summary>A feature for the subline.</summary>
    public Feature? Aside { get; init; }

    /// <summary>The part of the bank that words who it is for, where it is, or whose it is.</summary>
    public string? AsidePart { get; init; }
}
