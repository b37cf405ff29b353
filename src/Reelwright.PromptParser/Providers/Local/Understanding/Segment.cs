namespace Reelwright.PromptParser.Providers.Local.Understanding;

/// <summary>A stretch of the prompt and the small word that led to it: ("for", "students"), or ("", "banking app") at the start of a clause.</summary>
internal sealed record Segment(string Lead, string Text, bool IsMain);
