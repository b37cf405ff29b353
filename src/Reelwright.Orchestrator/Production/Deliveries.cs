using Reelwright.Engine.Ledger;
using Reelwright.Engine.Pipeline;

namespace Reelwright.Orchestrator.Production;

/// <summary>Finds the calls that delivered a file which a later service could not use.</summary>
internal static class Deliveries
{
    /// <summary>The clips with the source's URL; else the clip of its scene.</summary>
    public static IReadOnlyList<CallSlot> OfClip(UnusableSource source, JobInput input, MediaReferences media)
    {
        var clips = input.Of(StageNames.VideoGeneration);
        List<int> scenes = [.. clips.Where(clip => IsFrom(source, clip.Value, "video_url", media)).Select(clip => clip.Key).Order()];
        if (scenes.Count == 0 && source.Scene is { } scene && clips.ContainsKey(scene))
        {
            scenes.Add(scene);
        }

        return [.. scenes.Select(index => new CallSlot(StageNames.VideoGeneration, index))];
    }

    /// <summary>The reference image, unless the source names another URL.</summary>
    public static IReadOnlyList<CallSlot> OfReferenceImage(UnusableSource source, JobInput input, MediaReferences media) =>
        input.Of(StageNames.ImageGeneration).TryGetValue(0, out var image)
        && (source.Url is null || IsFrom(source, image, "image_url", media))
            ? [new CallSlot(StageNames.ImageGeneration, 0)]
            : [];

    // A URL of our media store is signed anew for each service, so the stored references are compared.
    private static bool IsFrom(UnusableSource source, string response, string member, MediaReferences media) =>
        source.Url is { } url
        && JsonText.TextOf(JsonText.Parse(response), member) is { } delivered
        && media.ToStored(url) == media.ToStored(delivered);
}
