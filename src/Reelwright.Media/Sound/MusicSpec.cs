namespace Reelwright.Media.Sound;

/// <summary>The music of one film, as pure data; the same spec always gives the same sound.</summary>
public sealed record MusicSpec
{
    /// <summary>One of <c>calm, elegant, energetic, epic, playful, tech, upbeat, warm</c>; any other is played as <c>warm</c>.</summary>
    public required string Mood { get; init; }

    /// <summary>Beats a minute, 60 to 180; others are brought into that range.</summary>
    public required int TempoBpm { get; init; }

    /// <summary>Seconds; the last chord has rung out by then.</summary>
    public required double Duration { get; init; }

    /// <summary>Seconds at which scenes begin. A phrase starts on the beat nearest to each.</summary>
    public required IReadOnlyList<double> SceneStarts { get; init; }

    /// <summary>Varies patterns and melody.</summary>
    public required int Seed { get; init; }
}
