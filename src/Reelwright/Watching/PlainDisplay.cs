using System.Globalization;
using Reelwright.Contracts.Jobs;
using Reelwright.Terminal;

namespace Reelwright.Watching;

/// <summary>A line whenever something has happened, for logs and pipes.</summary>
internal sealed class PlainDisplay(TextWriter output, TimeProvider time) : IProgressDisplay
{
    public async Task<JobView> ShowAsync(IAsyncEnumerable<JobView> states, CancellationToken cancellationToken)
    {
        var clock = new StageClock(time);
        var said = new HashSet<string>();
        JobView? last = null;
        await foreach (var job in states.WithCancellation(cancellationToken))
        {
            clock.See(job);
            if (Lines(job).Where(said.Add).ToList() is { Count: > 0 } news)
            {
                await output.WriteLineAsync(string.Create(
                    CultureInfo.InvariantCulture,
                    $"{clock.Total.TotalSeconds,6:0.0} s  {job.Progress.Percentage,3} %  {Screen.Money(job.Cost.Total)}  {string.Join(", ", news)}"));
            }

            foreach (var warning in job.Warnings.Select(WarningLine.Of).Where(said.Add))
            {
                await output.WriteLineAsync(warning);
            }

            last = job;
        }

        return last!;
    }

    /// <summary>Everything that has happened by now; only what is new is written.</summary>
    private static IEnumerable<string> Lines(JobView job)
    {
        if (job.Status == "queued" && job.Progress.CurrentStage is null)
        {
            yield return "waiting for its turn";
        }

        foreach (var row in StageRow.Of(job).Where(row => row.State != StageRow.Standing.Waiting))
        {
            var name = row.Word.ToLowerInvariant();
            yield return $"{name} begun";
            for (var clip = 1; clip <= row.ClipsDone; clip++)
            {
                yield return $"clip {clip} of {row.Clips} done";
            }

            if (row.State == StageRow.Standing.Done)
            {
                yield return $"{name} done";
            }
        }
    }
}
