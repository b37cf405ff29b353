namespace Reelwright.Media.Film;

/// <summary>A film in stills.</summary>
public sealed record Storyboard
{
    /// <summary>JPEG, one a scene, in their order.</summary>
    public required IReadOnlyList<byte[]> Stills { get; init; }

    /// <summary>PNG: all stills with their legends.</summary>
    public required byte[] Sheet { get; init; }

    /// <summary>What had to be left out, each a sentence.</summary>
    public required IReadOnlyList<string> Warnings { get; init; }
}

/// <summary>What is written around the stills of a sheet.</summary>
public sealed record StoryboardWords
{
    public required string Title { get; init; }

    public required string Subtitle { get; init; }

    /// <summary>One a scene, in their order.</summary>
    public required IReadOnlyList<StoryboardLegend> Legends { get; init; }
}

/// <summary>Two lines under a still.</summary>
public sealed record StoryboardLegend(string Head, string Foot);
