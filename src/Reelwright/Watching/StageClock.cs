using Reelwright.Contracts.Jobs;

namespace Reelwright.Watching;

/// <summary>How long each stage took, as far as it was watched.</summary>
internal sealed class StageClock(TimeProvider time)
{
    private readonly long started = time.GetTimestamp();
    private readonly Dictionary<string, long> begun = [];
    private readonly Dictionary<string, TimeSpan> taken = [];

    public TimeSpan Total => time.GetElapsedTime(started);

    public void See(JobView job)
    {
        foreach (var row in StageRow.Of(job))
        {
            if (row.State == StageRow.Standing.Running)
            {
                begun.TryAdd(row.Stage, time.GetTimestamp());
            }
            else if (row.State == StageRow.Standing.Done && begun.TryGetValue(row.Stage, out var beginning))
            {
                taken.TryAdd(row.Stage, time.GetElapsedTime(beginning));
            }
        }
    }

    /// <summary>Null when the stage has not begun, or ended before anybody watched.</summary>
    public TimeSpan? Of(string stage) =>
        taken.TryGetValue(stage, out var whole) ? whole : begun.TryGetValue(stage, out var beginning) ? time.GetElapsedTime(beginning) : null;
}
