namespace Reelwright.PromptParser.Providers.Local.Understanding;

/// <summary>The product in the words of the prompt, without article.</summary>
internal sealed record ProductName
{
    /// <summary>As the prompt has it, short enough for a headline: "lightweight running shoe".</summary>
    public required string Phrase { get; init; }

    /// <summary>Without its adjectives: "running shoe".</summary>
    public required string Noun { get; init; }

    public NounNumber Number { get; init; }

    /// <summary>A name of its own, which takes no article.</summary>
    public bool IsProper { get; init; }

    /// <summary>False when the prompt names no product and this is only a stand-in from its words.</summary>
    public bool IsNamed { get; init; } = true;
}
