namespace Reelwright.Orchestrator.Ads;

/// <summary>Typical calls and times of an ad before its plan is known. Only the estimate of a creation uses these figures.</summary>
internal static class TypicalAd
{
    /// <summary>Scenes of the cheapest ad: a plan has at least one.</summary>
    public const int LeastScenes = 1;

    // Scenes of the shortest and of the longest ad of the local planner; in between the number grows linearly.
    private const int FewestScenes = 4;
    private const int MostScenes = 8;

    // Upper end of the typical cost of each stage.
    private const decimal ParsingAtMost = 0.05m;
    private const decimal ImageAtMost = 0.30m;
    private const decimal ClipsAtMost = 1.60m;
    private const decimal CompositionAtMost = 0.10m;

    private static readonly TimeSpan Parsing = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan Image = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Clips = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan Composition = TimeSpan.FromSeconds(20);

    /// <summary>15 s: 4, 30 s: 5, 45 s: 7, 60 s: 8.</summary>
    public static int Scenes(int duration)
    {
        var share = (double)(duration - AdLimits.MinDuration) / (AdLimits.MaxDuration - AdLimits.MinDuration);
        return (int)Math.Round(FewestScenes + (share * (MostScenes - FewestScenes)), MidpointRounding.AwayFromZero);
    }

    /// <param name="films">The film and its variants.</param>
    public static decimal CostAtMost(int films) => ParsingAtMost + ImageAtMost + ClipsAtMost + (CompositionAtMost * films);

    /// <summary>
    /// Stages run one after the other, and clips run in groups of <paramref name="clipsAtOnce"/>. Films are counted one by one: composition
    /// is bound by the
    /// processor, so two at once take as long as one after the other.
    /// </summary>
    public static TimeSpan Time(int duration, int clipsAtOnce, int films)
    {
        var groups = (Scenes(duration) + clipsAtOnce - 1) / clipsAtOnce;
        return Parsing + Image + (Clips * groups) + (Composition * films);
    }
}
