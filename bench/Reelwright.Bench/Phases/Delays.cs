using Reelwright.Bench.Fakes;

namespace Reelwright.Bench.Phases;

/// <summary>How long the fake services take, for the phases that share it.</summary>
internal static class Delays
{
    /// <summary>Short, so that what the orchestrator adds can be seen beside it.</summary>
    public static FakeSettings Live { get; } = FakeSettings.Taking(20, 50, 200, 50);

    /// <summary>Long enough to be killed in the middle of.</summary>
    public static FakeSettings Slow { get; } = FakeSettings.Taking(50, 100, 400, 100);
}
