using Reelwright.Media.Frames;
using Reelwright.Media.Scenes;

namespace Reelwright.Composition.Films;

/// <summary>What is behind a scene's URL.</summary>
internal abstract record ClipSource
{
    /// <summary>A recipe of ours, with the picture it stands on if it has one.</summary>
    public sealed record Drawn(SceneRecipe Recipe, PlateImage? Plate) : ClipSource;

    /// <summary>A video file.</summary>
    public sealed record Fetched(string Path) : ClipSource;
}
