using Reelwright.Simulation.Plans;
using Reelwright.Simulation.Scheduling;

namespace Reelwright.Simulation.World;

/// <summary>
/// A service at one address and for one account: it does the work, keeps its operations and bills. Its ids begin at 1, so that another
/// provider has operations of the same ids.
/// </summary>
internal sealed class Provider(string host, string account, ServiceProfile profile, SimTime time, SimScheduler scheduler, Func<Slot, int, double> chance)
{
    private readonly List<Work> works = [];

    public string Host => host;

    public string Account => account;

    public ServiceProfile Profile => profile;

    public IReadOnlyList<Work> Works => works;

    /// <summary>A paid call has arrived.</summary>
    /// <param name="answer">Called when the service answers: at once, or when the work has ended.</param>
    public void Take(string key, Slot slot, WireFault? fault, Action<ServiceAnswer> answer)
    {
        if (profile.Idempotent && works.Find(work => work.Key == key) is { } known)
        {
            answer(known.State != WorkState.Running ? ServiceAnswer.Ended(known, profile, asOperation: profile.Answers202)
                : profile.Answers202 ? ServiceAnswer.Running(known, 202)
                : ServiceAnswer.Busy);
            return;
        }

        var work = new Work(this, works.Count + 1, key, slot, scheduler.Elapsed) { Fault = fault is { } own && own.IsOfWork() ? own : null };
        works.Add(work);
        if (work.Fault != WireFault.Stuck)
        {
            time.After(TimeSpan.FromSeconds(profile.WorkSeconds * (0.5 + chance(slot, works.Count))), () => Finish(work));
        }

        if (profile.Answers202)
        {
            answer(ServiceAnswer.Running(work, fault == WireFault.OkNamesOperation ? 200 : 202));
        }
        else
        {
            work.Waiting.Add(() => answer(ServiceAnswer.Ended(work, profile, asOperation: false)));
        }
    }

    /// <param name="isBare">The answer names no operation.</param>
    public ServiceAnswer Poll(string id, bool isBare = false) => Find(id) is not { } work ? ServiceAnswer.NotFound
        : work.State == WorkState.Running ? ServiceAnswer.Running(work, 200)
        : ServiceAnswer.Ended(work, profile, asOperation: !isBare);

    public ServiceAnswer FindByKey(string key)
    {
        var registered = scheduler.Elapsed - TimeSpan.FromSeconds(profile.RegistersAfter);
        var found = works.Find(work => work.Key == key && !work.IsForgotten && work.ArrivedAt <= registered);
        return !profile.HasOperations || found is null ? ServiceAnswer.NotFound : Poll(found.Id);
    }

    public ServiceAnswer Stop(string id)
    {
        if (Find(id) is not { } work)
        {
            return ServiceAnswer.NotFound;
        }

        if (profile.Cancel == CancelStyle.Refuses)
        {
            return ServiceAnswer.Refusal("NOT_CANCELLABLE");
        }

        if (profile.Cancel == CancelStyle.Honours && work.State == WorkState.Running)
        {
            work.End(WorkState.Cancelled, profile.CancelBill);
        }

        return Poll(id);
    }

    public bool Has(string key) => works.Exists(work => work.Key == key);

    public Work? Find(string id) => works.Find(work => work.Id == id && !work.IsForgotten);

    private void Finish(Work work)
    {
        if (work.State == WorkState.Running)
        {
            var fails = work.Fault is WireFault.WorkFails or WireFault.WorkFailsForGood or WireFault.SucceededButFailed or WireFault.SourceUnusable;
            work.End(fails ? WorkState.Failed : WorkState.Succeeded, fails ? profile.FailureBill : profile.Bill);
        }
    }
}
