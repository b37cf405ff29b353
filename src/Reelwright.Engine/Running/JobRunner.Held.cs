using Reelwright.Engine.Ledger;
using Reelwright.Engine.Store;

namespace Reelwright.Engine.Running;

/// <summary>Calls that wait for a slot of a limited service or for an equal call of another job, and those that the cache answers.</summary>
internal sealed partial class JobRunner
{
    private void TakeHeld(JobStep step, StepOutcome.Applied applied)
    {
        foreach (var found in applied.Held)
        {
            if (found.Answer is { } answer)
            {
                var call = step.Intents.First(call => call.Id == found.Call);
                exchanges[CallSlot.Of(call)] = CallExchange.Reuse(call, answer, engine.Gateway, Completed);
            }
            else
            {
                held.Hold(found.Call);
                engine.WaitingRoom.Enter(found.For, Job, CallIn);
            }
        }

        // Who was called in and got what it waited for lets the next one try: there may be more.
        foreach (var service in step.Intents.Concat(step.Redispatches).Select(call => call.Service).Distinct())
        {
            if (!applied.Held.Any(found => found.For == service))
            {
                engine.WaitingRoom.CallNext(service);
            }
        }
    }

    /// <summary>What this step ended makes room for others on this node.</summary>
    private void GiveFree(JobStep step)
    {
        foreach (var call in step.Updates)
        {
            if (call.State.IsSettled() || !call.Dispatched)
            {
                engine.WaitingRoom.CallNext(call.Service);
            }

            if (call is { CacheKey: { } key } && call.State.IsSettled())
            {
                engine.WaitingRoom.CallAll(key);
            }
        }

        if (step.Ending is null)
        {
            return;
        }

        foreach (var call in mirror.Calls.Where(call => !call.State.IsSettled()))
        {
            engine.WaitingRoom.CallNext(call.Service);
            if (call.CacheKey is { } key)
            {
                engine.WaitingRoom.CallAll(key);
            }
        }
    }

    private void CallIn()
    {
        calledIn = true;
        happened.Writer.TryWrite(null);
    }
}
