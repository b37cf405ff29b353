using Reelwright.PromptParser.Providers.Local.Story;
using Reelwright.PromptParser.Providers.Local.Understanding;

namespace Reelwright.PromptParser.Providers.Local.Copy;

/// <summary>Writes a film's words: from the banks of its language where there are some, from the prompt's own words otherwise.</summary>
internal static class CopyWriter
{
    public static AdCopy Write(AdBrief brief, IReadOnlyList<StoryBeat> beats) =>
        LineBank.Of(brief.Language) is { } bank ? new BankCopy(brief, bank, beats).Write() : OwnWordsCopy.Write(brief, beats);
}
