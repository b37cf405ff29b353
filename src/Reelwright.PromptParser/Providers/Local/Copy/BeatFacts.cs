using Reelwright.Contracts.Services;
using Reelwright.PromptParser.Providers.Local.Story;
using Reelwright.PromptParser.Providers.Local.Understanding;

namespace Reelwright.PromptParser.Providers.Local.Copy;

/// <summary>Deals the facts of the prompt out to the scenes, each to one, in the order in which the prompt names them.</summary>
internal static class BeatFacts
{
    public static IReadOnlyList<BeatFact> Deal(IReadOnlyList<StoryBeat> beats, AdBrief brief, LineBank bank)
    {
        var features = brief.SpeaksPromptLanguage ? new Queue<Feature>(brief.Features.OrderBy(feature => feature.Kind == FeatureKind.Purpose)) : new Queue<Feature>();
        var attributes = brief.SpeaksPromptLanguage
            ? new Queue<string>(brief.Attributes.Where(attribute => bank.Lines("+" + Folding.Fold(attribute), SceneRoles.Product).Count > 0))
            : new Queue<string>();
        return [.. beats.Select(beat => beat.Role is SceneRoles.Product or SceneRoles.Proof ? Next(features, attributes, beat.Role) : BeatFact.None)];
    }

    private static BeatFact Next(Queue<Feature> features, Queue<string> attributes, string role) =>
        role == SceneRoles.Product && attributes.TryDequeue(out var attribute) ? new BeatFact(null, attribute)
        : features.TryDequeue(out var feature) ? new BeatFact(feature, null)
        : attributes.TryDequeue(out var other) ? new BeatFact(null, other)
        : BeatFact.None;
}
