namespace Reelwright.PromptParser.Providers.Local.Understanding;

/// <summary>A stretch of the prompt and the small word that led to it: ("for", "students"), or ("", "banking app") at the start of a clause.</summary>
/// <param name="Lead">Folded, as the grammars have it.</param>
internal sealed record Segment(string Lead, string Text, bool IsMain)
{
    /// <summary>The lead as it is written, with its accents.</summary>
    public string Written { get; init; } = Lead;
}
