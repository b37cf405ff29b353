using Reelwright.Media.Scenes;

namespace Reelwright.Media.Film;

/// <summary>A scene at its place in the film.</summary>
public sealed record FilmScene
{
    /// <summary>Seconds.</summary>
    public required double Start { get; init; }

    /// <summary>Seconds.</summary>
    public required double End { get; init; }

    /// <summary>hook, problem, product, proof or cta: decides where text stands.</summary>
    public required string Role { get; init; }

    /// <summary>The transition to the next scene: crossfade, push_up, push_left or cut.</summary>
    public string? Transition { get; init; }

    public required SceneSource Source { get; init; }
}

/// <summary>Where a scene's pictures come from.</summary>
public abstract record SceneSource;

/// <summary>
/// Drawn while the film is encoded. <paramref name="Open"/> is called once, shortly before the scene is needed; the film disposes the
/// source.
/// </summary>
public sealed record DrawnScene(Func<IFrameSource> Open) : SceneSource;

/// <summary>
/// A local video of any codec, size and frame rate. A clip that is too short is slowed by up to a fifth, then its last frame is repeated.
/// </summary>
public sealed record ClipScene(string FilePath) : SceneSource;
