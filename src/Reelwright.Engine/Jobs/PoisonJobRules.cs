namespace Reelwright.Engine.Jobs;

/// <summary>
/// Separates a job that kills its node from the hundreds that were on the node by chance. A job is a suspect when its nodes died twice in
/// a row without progress of the job. One suspect at a time is worked on, on probation. The first settled call, or <see cref="Probation"/>
/// without a death, clears it. A death counts against a job when only this job can have caused it: it was on probation, or it was the only
/// job of the node without progress since its claim, or it was the only job of the node. After <see cref="EngineOptions.MaxDeaths"/> such
/// deaths it is failed: three in all for a job that is alone. Deaths that it shares with other jobs prove nothing; after the second it
/// goes on probation.
/// </summary>
public static class PoisonJobRules
{
    /// <summary>Deaths in a row that make a suspect.</summary>
    public const int From = 2;

    /// <summary>How long a suspect must run without a death to be cleared.</summary>
    public static TimeSpan Probation { get; } = TimeSpan.FromSeconds(1);
}
