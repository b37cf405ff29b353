using Reelwright.Media.Frames;
using Reelwright.Media.Scenes;

namespace Reelwright.Composition.Films;

/// <summary>Where the pictures of a scene come from.</summary>
internal abstract record ClipSource
{
    /// <summary>A recipe of ours, with its reference image if it has one.</summary>
    public sealed record Drawn(SceneRecipe Recipe, ReferenceImage? ReferenceImage) : ClipSource;

    /// <summary>A video file.</summary>
    public sealed record Fetched(string Path) : ClipSource;
}
