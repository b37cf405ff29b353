using Reelwright.Contracts.Services;
using Reelwright.PromptParser.Providers.Local.Story;
using Reelwright.PromptParser.Providers.Local.Understanding;

namespace Reelwright.PromptParser.Providers.Local.Copy;

/// <summary>Deals the facts of the prompt out to the scenes, each to one, in the order in which the prompt names them: nothing it says is lost, nothing is said twice.</summary>
internal static class BeatFacts
{
    public static IReadOnlyList<BeatFact> Deal(IReadOnlyList<StoryBeat> beats, AdBrief brief, LineBank bank)
    {
        var introduction = brief.Brand is not null && !brief.Product.IsProper ? beats.FirstOrDefault(beat => beat.Role == SceneRoles.Product)?.Index : null;
        if (!brief.SpeaksPromptLanguage)
        {
            return [.. beats.Select(beat => beat.Index == introduction ? Introduction : BeatFact.None)];
        }

        var features = new Queue<Feature>(brief.Features.OrderBy(feature => feature.Kind == FeatureKind.Purpose));
        var attributes = new Queue<string>(brief.Attributes.Where(attribute => bank.Lines("+" + Folding.Fold(attribute), SceneRoles.Product).Count > 0));
        var facts = beats.Select(beat => beat.Index == introduction ? Introduction : Carries(beat) ? Headline(features, attributes, beat.Role) : BeatFact.None).ToArray();
        var asides = new Queue<(string Role, string Part)>(AsidesOf(brief));
        for (var index = 0; index < facts.Length; index++)
        {
            facts[index] = WithAside(facts[index], beats[index], asides, features);
        }

        return facts;
    }

    private static BeatFact Introduction { get; } = new() { IsIntroduction = true, AsidePart = "product.brand.sub" };

    private static bool Carries(StoryBeat beat) => beat.Role is SceneRoles.Product or SceneRoles.Proof;

    private static BeatFact Headline(Queue<Feature> features, Queue<string> attributes, string role) =>
        role == SceneRoles.Product && attributes.TryDequeue(out var attribute) ? new BeatFact { Attribute = attribute }
        : features.TryDequeue(out var feature) ? new BeatFact { Feature = feature }
        : attributes.TryDequeue(out var other) ? new BeatFact { Attribute = other }
        : BeatFact.None;

    /// <summary>Who it is for, and where, belong under the hook and the proof.</summary>
    private static IEnumerable<(string Role, string Part)> AsidesOf(AdBrief brief)
    {
        if (brief.Audience is not null)
        {
            yield return (SceneRoles.Hook, "hook.sub.prompt");
        }
        else if (brief.Place is not null)
        {
            yield return (SceneRoles.Hook, brief.IsFromPlace ? "hook.sub.origin" : "hook.sub.place");
        }

        if (brief.Audience is not null && brief.Place is not null && !brief.IsFromPlace)
        {
            yield return (SceneRoles.Proof, "proof.sub.place");
        }
    }

    private static BeatFact WithAside(BeatFact fact, StoryBeat beat, Queue<(string Role, string Part)> asides, Queue<Feature> features)
    {
        if (asides.TryPeek(out var next) && next.Role == beat.Role)
        {
            asides.Dequeue();
            return fact with { AsidePart = next.Part };
        }

        return Carries(beat) && features.TryDequeue(out var feature) ? fact with { Aside = feature, AsidePart = null } : fact;
    }
}
