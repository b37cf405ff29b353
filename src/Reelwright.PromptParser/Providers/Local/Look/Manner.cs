namespace Reelwright.PromptParser.Providers.Local.Look;

/// <summary>How a film looks and sounds: a word of the art directions, one of the music moods, and beats a minute.</summary>
internal sealed record Manner(string Direction, string Music, int TempoBpm);
