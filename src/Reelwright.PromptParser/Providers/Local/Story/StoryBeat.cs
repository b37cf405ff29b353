namespace Reelwright.PromptParser.Providers.Local.Story;

/// <summary>One scene's place in the film.</summary>
internal sealed record StoryBeat(int Index, string Role, decimal Start, decimal Duration)
{
    public decimal End => Start + Duration;
}
