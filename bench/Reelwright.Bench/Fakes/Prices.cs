namespace Reelwright.Bench.Fakes;

/// <summary>What the fake services charge, in US dollars.</summary>
internal static class Prices
{
    public const int Scenes = 4;

    /// <summary>One call of each, one clip a scene.</summary>
    public const int CallsPerJob = 3 + Scenes;

    public static decimal Job => Of(FakeStage.Parse) + Of(FakeStage.Image) + (Scenes * Of(FakeStage.Video)) + Of(FakeStage.Composition);

    public static decimal Of(FakeStage stage) => stage switch
    {
        FakeStage.Parse => 0.002m,
        FakeStage.Image => 0.04m,
        FakeStage.Video => 0.25m,
        _ => 0.01m,
    };
}
