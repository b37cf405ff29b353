using Reelwright.Engine.Jobs;
using Reelwright.Engine.Store;

namespace Reelwright.Orchestrator.Results;

/// <summary>The state of a job as events: its progress, and its end when it has ended.</summary>
internal static class StateEvents
{
    /// <param name="number">The number of the latest event, which these carry.</param>
    public static IEnumerable<NumberedEvent> Of(JobRecord job, long number)
    {
        yield return Numbered(JobEvents.State(job.State, job.CurrentStage, job.Percentage));
        if (job.State.IsTerminal())
        {
            yield return Numbered(JobEvents.Done(job.State, job.Failure));
        }

        NumberedEvent Numbered(JobEvent happened) => new(number, happened.Kind, happened.Data, job.UpdatedAt);
    }
}
