using Reelwright.Engine.Ledger;
using Reelwright.Engine.Store;

namespace Reelwright.Engine.Running;

/// <summary>
/// Calls that wait for a slot of a limited service or for an equal call of another job, and those that the cache answers.
/// </summary>
internal sealed partial class JobRunner
{
    private void HandleBlocked(JobStep step, StepOutcome.Applied applied)
    {
        foreach (var found in applied.Blocked)
        {
            if (found.Answer is { } answer)
            {
                var call = step.Intents.First(call => call.Id == found.Call);
                exchanges[CallSlot.Of(call)] = CallExchange.Reuse(call, answer, engine.Gateway, Completed);
            }
            else
            {
                blocked.Hold(found.Call);
                engine.BlockedJobs.Enter(found.For, Job, Wake);
            }
        }

        // A job that got what it waited for wakes the next one: there may be more.
        foreach (var service in step.Intents.Concat(step.Resends).Select(call => call.Service).Distinct())
        {
            if (!applied.Blocked.Any(found => found.For == service))
            {
                engine.BlockedJobs.WakeNext(service);
            }
        }
    }

    /// <summary>What this step ended makes room for others on this node.</summary>
    private void WakeBlocked(JobStep step)
    {
        foreach (var call in step.Updates)
        {
            if (call.State.IsSettled() || !call.Dispatched)
            {
                engine.BlockedJobs.WakeNext(call.Service);
            }

            if (call is { CacheKey: { } key } && call.State.IsSettled())
            {
                engine.BlockedJobs.WakeAll(key);
            }
        }

        if (step.Ending is null)
        {
            return;
        }

        foreach (var call in snapshot.Calls.Where(call => !call.State.IsSettled()))
        {
            engine.BlockedJobs.WakeNext(call.Service);
            if (call.CacheKey is { } key)
            {
                engine.BlockedJobs.WakeAll(key);
            }
        }
    }

    private void Wake()
    {
        wokenUp = true;
        completions.Writer.TryWrite(null);
    }
}
