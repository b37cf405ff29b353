using System.Text.Json.Serialization;
using Reelwright.Media.Art;

namespace Reelwright.Media.Scenes;

/// <summary>
/// Everything needed to draw one scene, as pure data. It is stored beside a local clip, so that composition can draw
/// all scenes in one pass instead of decoding clips and encoding them again. Versioned: an unknown version is not drawn.
/// </summary>
public sealed record SceneRecipe
{
    public const int CurrentVersion = 1;

    public int Version { get; init; } = CurrentVersion;

    /// <summary>Pixels; even.</summary>
    public required int Width { get; init; }

    /// <summary>Pixels; even.</summary>
    public required int Height { get; init; }

    /// <summary>Seconds. A composition may draw more frames at the end, for a transition that overlaps.</summary>
    public required double Duration { get; init; }

    /// <summary>Role in the story: hook, problem, product, proof, cta.</summary>
    public required string Role { get; init; }

    /// <summary>Camera move.</summary>
    public required string Camera { get; init; }

    /// <summary>Position in the film; varies layout and light between scenes.</summary>
    public required int Index { get; init; }

    /// <summary>The look; null when the scene is drawn from <see cref="ReferenceImageKey"/> alone.</summary>
    public required ArtSpec Art { get; init; }

    /// <summary>
    /// Media key of a foreign reference image that fills the frame; null when the art is drawn. Stored recipes use the older JSON name.
    /// </summary>
    [JsonPropertyName("plate_key")]
    public string? ReferenceImageKey { get; init; }
}
