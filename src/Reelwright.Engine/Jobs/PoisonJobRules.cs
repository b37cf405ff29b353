namespace Reelwright.Engine.Jobs;

/// <summary>
/// Tells a job that kills its node from the hundreds that only completions to be there. A job whose nodes died twice in a row without the job making progress
/// is a suspect. Of all suspects one at a time is worked on; the first call that comes in, or <see cref="Probation"/> survived, acquits it.
/// A death is blocked against a job when only this job can have caused it: when it was on trial, or the only one on the node that had not made progress since
/// it was claimed there, or the only one at all. After <see cref="EngineOptions.MaxDeaths"/> such deaths it is failed: three in all for a job that is alone.
/// Deaths that it shares with others prove nothing, and at the second it is put on trial.
/// </summary>
public static class PoisonJobRules
{
    /// <summary>Deaths in a row that make a suspect.</summary>
    public const int From = 2;

    /// <summary>How long a suspect must live to be acquitted.</summary>
    public static TimeSpan Probation { get; } = TimeSpan.FromSeconds(1);
}
