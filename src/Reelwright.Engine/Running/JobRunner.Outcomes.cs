using Reelwright.Engine.Exchange;
using Reelwright.Engine.Jobs;
using Reelwright.Engine.Ledger;
using Reelwright.Engine.Pipeline;
using Reelwright.Engine.Store;

namespace Reelwright.Engine.Running;

internal sealed partial class JobRunner
{
    // Longer timers overflow. A deadline that is farther away is checked again when this timer is due.
    private static readonly TimeSpan MaxTimer = TimeSpan.FromDays(1);

    private readonly Dictionary<string, string> published = [];
    private IReadOnlyDictionary<string, ServiceTraits> traits = new Dictionary<string, ServiceTraits>();
    private int lastPercentage = -1;
    private string? lastStage = "";

    private async Task<IReadOnlyDictionary<string, ServiceTraits>> DescribeAsync()
    {
        var services = engine.Pipeline.Stages.Select(stage => stage.Service).Distinct().ToList();
        var described = await Task.WhenAll(services.Select(service => engine.Gateway.DescribeAsync(service, CancellationToken.None).AsTask()));
        return services.Zip(described).ToDictionary(pair => pair.First, pair => pair.Second);
    }

    /// <summary>Turns an outcome into the row's next state, to be committed with the next step.</summary>
    private async Task RecordAsync(CallExchange exchange, CallOutcome outcome)
    {
        var call = exchange.Call;
        if (outcome is CallOutcome.NotReusable lost)
        {
            blocked.MarkNotReusable(call.Id);
            Log.NotReusable(engine.Log, Job.Id, call.Id.Stage, lost.Error);
            return;
        }

        if (exchange.Kind == CallExchangeKind.LookUp && outcome is CallOutcome.Unknown)
        {
            blocked.MarkNotFindable(call.Id);
            return;
        }

        var service = await engine.Gateway.DescribeAsync(call.Service, CancellationToken.None);
        var after = OutcomeRules.Apply(call, outcome, service, Now, engine.Jitter());
        after = outcome is CallOutcome.Failed { Unusable: { } source } ? VoidDeliveries(after, source) : after;
        Record(after);
        WarnOfEstimate(after, outcome);
        if (outcome is CallOutcome.Accepted accepted)
        {
            // The id must be durable before anything else happens; the next turn commits it, then polling begins.
            await CommitAcceptedAsync(after, accepted.PollAfter);
        }
        else if (after.LastError is { } error && after.State != CallState.Succeeded && outcome is not CallOutcome.Running)
        {
            Log.CallFailed(engine.Log, Job.Id, call.Id.Stage, call.Id.Index, call.Service, after.State.ToWord(), after.Failures, error);
        }
    }

    private async Task CommitAcceptedAsync(LedgerCall accepted, TimeSpan pollAfter)
    {
        var step = News();
        if (await engine.Store.CommitAsync(step, CancellationToken.None) is StepOutcome.Applied applied)
        {
            Absorb(step, applied);
            StartPoll(accepted, pollAfter);
        }
        else
        {
            await StoreLateResultAsync(updates);
            updates.Clear();
            reuses.Clear();
            completions.Writer.TryWrite(null);
        }
    }

    /// <summary>A step of what has come in since the last one.</summary>
    private JobStep News() => new(claimed.Fence)
    {
        Updates = [.. updates],
        Voids = [.. voids],
        Reuses = [.. reuses],
        Events = [.. events],
        Documents = ChangedDocuments(),
    };

    private void Record(LedgerCall after)
    {
        if (after is { State: CallState.Succeeded, CacheKey: not null, Cached: false })
        {
            after = after with { FreshUntil = Now + engine.Options.CacheLifetime };
        }

        (after.Cached ? reuses : updates).Add(after);
        snapshot.Put(after);
        AddEvents(after);
    }

    /// <summary>Adds the events of the late results that the claim has settled, as if they had come in time.</summary>
    private void AddEventsOfAdopted()
    {
        // Their cost is in the total already; the events name the total after each.
        snapshot.Settled -= claimed.Adopted.Sum(call => call.Cost ?? 0);
        foreach (var call in claimed.Adopted)
        {
            AddEvents(call);
        }
    }

    private void AddEvents(LedgerCall after)
    {
        var stage = engine.Pipeline.Stages.First(stage => stage.Name == after.Id.Stage);
        if (stage.CallEvent is { } kind)
        {
            events.Add(JobEvents.Call(kind, after));
        }

        if (!after.State.IsSettled())
        {
            return;
        }

        foreach (var warning in after.Response is { } response ? stage.Warnings(after.Request, response) : [])
        {
            events.Add(JobEvents.Warning(warning.Code, warning.Message, after.Id.Stage, warning.Scene, after.Id.Index));
            Log.ServiceWarning(engine.Log, Job.Id, after.Id.Stage, after.Service, warning.Message);
        }

        var before = snapshot.Settled;
        snapshot.Settled += after.Cost ?? 0;
        events.Add(JobEvents.Cost(after, snapshot.Settled));
        var level = engine.Options.BudgetWarningUsd;
        if (before < level && snapshot.Settled >= level)
        {
            events.Add(JobEvents.Warning("BUDGET_WARNING", FormattableString.Invariant($"The job has cost ${snapshot.Settled:0.00####}, more than the warning level of ${level:0.00####}.")));
            Log.BudgetWarning(engine.Log, Job.Id, snapshot.Settled, level);
        }
    }

    private void Announce(string stage)
    {
        if (stage != announcedStage)
        {
            events.Add(JobEvents.Stage(stage, "started"));
            announcedStage = stage;
        }
    }

    /// <summary>The documents that differ from what the job's readers see.</summary>
    private Dictionary<string, string> ChangedDocuments()
    {
        var input = snapshot.ToInput();
        var documents = new Dictionary<string, string>();
        foreach (var stage in engine.Pipeline.Stages)
        {
            foreach (var (name, json) in PublishedBy(stage, input))
            {
                if (published.GetValueOrDefault(name) != json)
                {
                    documents[name] = json;
                }
            }
        }

        return documents;
    }

    private static IReadOnlyDictionary<string, string> PublishedBy(Stage stage, JobInput input)
    {
        try
        {
            return stage.Publish(input);
        }
        catch (Exception)
        {
            // The answers can't be used, and the plan of the next stage fails the job with the reason. The job can end all the same.
            return new Dictionary<string, string>();
        }
    }

    /// <summary>Rows that wait to be sent when the job ends will never be: their reservation is freed.</summary>
    private IEnumerable<LedgerCall> NeverSent() =>
        snapshot.Calls.Where(call => call is { State: CallState.Intent, Dispatched: false }).Select(call => call with
        {
            State = CallState.Failed,
            Cost = 0,
            CostSource = CostSources.NotReported,
            LastError = call.LastError ?? "Not sent: the job ended first.",
            SettledAt = Now,
        });

    private static bool IsEmpty(JobStep step) => step is
    {
        Intents.Count: 0, Resends.Count: 0, Reuses.Count: 0, Updates.Count: 0, Voids.Count: 0, Events.Count: 0, Documents.Count: 0, Progress: null, Ending: null, ParkUntil: null, Cleared: false,
    };

    private JobFailure Overdue() => new()
    {
        Code = EngineFailureCodes.DeadlineExceeded,
        Message = $"The job did not finish within its deadline of {engine.Options.JobDeadline.TotalMinutes:0.#} minutes.",
        Stage = lastStage is "" ? Job.CurrentStage : lastStage,
    };

    private JobFailure KilledItsNode() => new()
    {
        Code = EngineFailureCodes.InternalError,
        Message = $"The node that worked on this job died {Job.Deaths} times in a row without the job making progress. It is not tried again by itself.",
        Stage = Job.CurrentStage,
    };
}
