using Reelwright.Contracts.Jobs;

namespace Reelwright.Watching;

/// <summary>How long each stage took, as far as it was watched.</summary>
internal sealed class StageClock(TimeProvider time)
{
    private readonly long started = time.GetTimestamp();
    private readonly Dictionary<string, long> begun = [];
    private readonly Dictionary<string, TimeSpan> taken = [];

    private int shown;

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

    /// <summary>
    /// The job's percentage, which moves on between two reports as the running stage usually does: it nears what the next report will say
    /// and never reaches it.
    /// </summary>
    public int Percentage(JobView job)
    {
        var running = StageRow.Of(job).FirstOrDefault(row => row.State == StageRow.Standing.Running);
        var reached = job.Progress.Percentage;
        if (running is not null && job.Status == "processing" && begun.TryGetValue(running.Stage, out var beginning))
        {
            var (end, seconds) = StageWords.Course(running);
            var done = 1 - Math.Exp(-time.GetElapsedTime(beginning).TotalSeconds / seconds);
            reached = Math.Max(reached, reached + (int)((end - reached) * done * 0.99));
        }

        return shown = job.Status is "failed" or "cancelled" ? job.Progress.Percentage : Math.Max(shown, reached);
    }

    /// <summary>Null when the stage has not begun, or ended before anybody watched.</summary>
    public TimeSpan? Of(string stage) =>
        taken.TryGetValue(stage, out var whole) ? whole : begun.TryGetValue(stage, out var beginning) ? time.GetElapsedTime(beginning) : null;
}
