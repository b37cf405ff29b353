namespace Reelwright.Contracts.Services;

/// <summary>Shortest and longest length of a text, in Unicode scalar values.</summary>
public sealed record TextRule(int Min, int Max);

/// <summary>Smallest and largest value of a number, both included.</summary>
public sealed record NumberRule(decimal Min, decimal Max)
{
    public decimal Clamp(decimal value) => Math.Clamp(value, Min, Max);
}

/// <summary>Fewest and most items of a list.</summary>
public sealed record CountRule(int Min, int Max);

/// <summary>
/// The bounds of the requests to the four services. Our services refuse what breaks them, and the orchestrator checks a plan against the
/// same bounds before it pays for anything but the plan.
/// </summary>
public static class RequestRules
{
    /// <summary>Longest URL, in characters.</summary>
    public const int MaxUrl = 8192;

    /// <summary>The prompt of an ad, an image or a scene.</summary>
    public static TextRule Prompt { get; } = new(1, 10_000);

    /// <summary>Texts that are shown or spoken: titles, overlays, voice-overs.</summary>
    public static TextRule Copy { get; } = new(0, 10_000);

    /// <summary>A few words, such as a style, a mood or a transition.</summary>
    public static TextRule Words { get; } = new(0, 1000);

    public static CountRule Palette { get; } = new(0, 16);

    /// <summary>Scenes that a plan may have.</summary>
    public static CountRule PlanScenes { get; } = new(1, 12);

    /// <summary>Scenes that composition takes.</summary>
    public static CountRule FilmScenes { get; } = new(1, 20);

    public static CountRule Overlays { get; } = new(0, 200);

    public static CountRule Credits { get; } = new(0, 100);

    public static NumberRule SceneIndex { get; } = new(0, 1000);

    /// <summary>Seconds of an ad, as the parser takes them.</summary>
    public static NumberRule AdSeconds { get; } = new(5, 120);

    /// <summary>Seconds of one clip.</summary>
    public static NumberRule ClipSeconds { get; } = new(0.5m, 120);

    /// <summary>A position on the film's timeline, or the length of a scene, in seconds.</summary>
    public static NumberRule Timeline { get; } = new(0, 600);

    /// <summary>Beats per minute.</summary>
    public static NumberRule Tempo { get; } = new(20, 300);
}
