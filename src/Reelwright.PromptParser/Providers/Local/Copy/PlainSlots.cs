using Reelwright.Contracts.Services;
using Reelwright.PromptParser.Providers.Local.Story;

namespace Reelwright.PromptParser.Providers.Local.Copy;

/// <summary>
/// Which few lines of a film may come from the bank as they stand. All others carry the prompt's words, so that two films about
/// the same kind of product share one line at most: they would have to agree in the places and in the lines.
/// </summary>
internal sealed class PlainSlots
{
    private const int Count = 2;
    private readonly HashSet<string> chosen;

    public PlainSlots(IReadOnlyList<StoryBeat> beats, Func<StoryBeat, bool> hasFacts, string category, ulong seed)
    {
        var slots = beats.Where(beat => !hasFacts(beat)).Select(Headline).Concat(beats.Where(beat => beat.Role != SceneRoles.CallToAction).Select(Subline));
        chosen = [.. slots.OrderBy(slot => StableHash.Mix(seed, "plain " + slot) / (slot == "headline 0" ? 2 : 1ul)).Take(category == LineBank.General ? 0 : Count)];
    }

    public bool HeadlineOf(StoryBeat beat) => chosen.Contains(Headline(beat));

    public bool SublineOf(StoryBeat beat) => chosen.Contains(Subline(beat));

    private static string Headline(StoryBeat beat) => $"headline {beat.Index}";

    private static string Subline(StoryBeat beat) => $"subline {beat.Index}";
}
