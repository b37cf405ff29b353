namespace Reelwright.Orchestrator.Ads;

/// <summary>What an ad usually needs, before its plan is known. The plan decides; these only feed the estimate that a creation answers with.</summary>
internal static class TypicalAd
{
    private const double SecondsPerScene = 7.5;
    private const int FewestScenes = 3;
    private const int MostScenes = 8;

    // The upper end of the typical cost of the four stages: parsing, image, clips, composition.
    public const decimal CostAtMost = 0.05m + 0.30m + 1.60m + 0.10m;

    private static readonly TimeSpan Parsing = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan Image = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Clips = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan Composition = TimeSpan.FromSeconds(20);

    /// <summary>15 s: 3, 30 s: 4, 45 s: 6, 60 s: 8.</summary>
    public static int Scenes(int duration) =>
        Math.Clamp((int)Math.Round(duration / SecondsPerScene, MidpointRounding.AwayFromZero), FewestScenes, MostScenes);

    /// <summary>One stage after the other; clips come in groups of as many as are made at once.</summary>
    public static TimeSpan Time(int duration, int clipsAtOnce)
    {
        var groups = (Scenes(duration) + clipsAtOnce - 1) / clipsAtOnce;
        return Parsing + Image + (Clips * groups) + Composition;
    }
}
