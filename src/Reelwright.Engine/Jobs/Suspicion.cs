namespace Reelwright.Engine.Jobs;

/// <summary>
/// Tells a job that kills its node from the hundreds that only happened to be there. A job whose nodes died twice in a row without the job making progress
/// is a suspect. Of all suspects one at a time is worked on; the first call that comes in, or <see cref="Trial"/> survived, acquits it.
/// What dies with its node in that time is at fault, and after <see cref="EngineOptions.MaxDeaths"/> such deaths it is failed.
/// </summary>
public static class Suspicion
{
    /// <summary>Deaths in a row that make a suspect.</summary>
    public const int From = 2;

    /// <summary>How long a suspect must live to be acquitted.</summary>
    public static TimeSpan Trial { get; } = TimeSpan.FromSeconds(1);
}
