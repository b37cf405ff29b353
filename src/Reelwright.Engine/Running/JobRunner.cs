using System.Diagnostics;
using System.Threading.Channels;
using Reelwright.Engine.Jobs;
using Reelwright.Engine.Ledger;
using Reelwright.Engine.Store;

namespace Reelwright.Engine.Running;

/// <summary>
/// Works on one claimed job until it ends, waits long, or belongs to another node. Each turn: 1. decide from the ledger,
/// 2. commit what was decided together with what has come in, 3. make the calls, 4. wait for the first thing to happen.
/// </summary>
internal sealed partial class JobRunner
{
    private readonly EngineContext engine;
    private readonly ClaimedJob claimed;
    private readonly JobSnapshot snapshot;
    private readonly CancellationToken leaseLost;
    private readonly CancellationToken shutdown;
    private readonly Dictionary<CallSlot, CallExchange> exchanges = [];
    private readonly Channel<CallExchange?> completions = Channel.CreateUnbounded<CallExchange?>(new UnboundedChannelOptions { SingleReader = true });
    private readonly List<LedgerCall> updates = [];
    private readonly List<LedgerCall> reuses = [];
    private readonly List<CallId> voids = [];
    private readonly BlockedCalls blocked = new();
    private readonly List<JobEvent> events = [];
    private volatile bool cancelRequested;
    private volatile bool wokenUp;
    private readonly DateTimeOffset probationEnds;
    private bool onProbation;
    private CallId? refused;
    private string? announcedStage;
    private bool mayHaveLateResults;

    public JobRunner(EngineContext engine, ClaimedJob claimed, CancellationToken leaseLost, CancellationToken shutdown)
    {
        this.engine = engine;
        this.claimed = claimed;
        this.leaseLost = leaseLost;
        this.shutdown = shutdown;
        snapshot = new JobSnapshot(claimed);
        cancelRequested = claimed.Job.CancelRequested;
        announcedStage = claimed.Job.CurrentStage;
        onProbation = claimed.Job.Deaths >= PoisonJobRules.From;
        probationEnds = engine.Time.GetUtcNow() + PoisonJobRules.Probation;
    }

    public JobId JobId => claimed.Job.Id;

    private Job Job => snapshot.Job;

    private DateTimeOffset Now => engine.Time.GetUtcNow();

    private bool IsClearanceDue => onProbation && Now >= probationEnds;

    private DateTimeOffset Deadline => Job.StartedAt + engine.Options.JobDeadline;

    /// <summary>A cancel of this job was requested.</summary>
    public void RequestCancel()
    {
        cancelRequested = true;
        completions.Writer.TryWrite(null);
    }

    public async Task RunAsync()
    {
        using var scope = engine.Log.BeginScope(new KeyValuePair<string, object?>[] { new("job_id", Job.Id.ToString()) });
        using var trace = StartTrace();
        using var onLeaseLost = leaseLost.Register(() => completions.Writer.TryWrite(null));
        using var onShutdown = shutdown.Register(() => completions.Writer.TryWrite(null));
        try
        {
            AddEventsOfAdopted();
            if (Job.SoleCauseDeaths >= engine.Options.MaxDeaths)
            {
                await EndAsync(new JobEnding(JobState.Failed, KilledItsNode()));
                return;
            }

            while (await TurnAsync())
            {
            }
        }
        catch (Exception exception)
        {
            Log.Broke(engine.Log, exception, Job.Id);
            await RequeueAfterFaultAsync();
        }
        finally
        {
            engine.BlockedJobs.Leave(Job);
            foreach (var exchange in exchanges.Values)
            {
                exchange.Abandon();
                exchange.Dispose();
            }
        }
    }

    /// <summary>One trace a job, on whichever node and however often it is taken up: the job's id is the trace's.</summary>
    private Activity StartTrace()
    {
        var trace = new Activity("job");
        trace.SetParentId(ActivityTraceId.CreateFromString(Job.Id.Value.ToString("N")), ActivitySpanId.CreateRandom());
        return trace.Start();
    }

    /// <summary>False when this node has nothing more to do with the job.</summary>
    private async Task<bool> TurnAsync()
    {
        if (leaseLost.IsCancellationRequested)
        {
            await StoreLateResultsAsync();
            return false;
        }

        if (shutdown.IsCancellationRequested)
        {
            await ReleaseAsync();
            return false;
        }

        if (cancelRequested || Now >= Deadline)
        {
            var ending = cancelRequested ? new JobEnding(JobState.Cancelled, null) : new JobEnding(JobState.Failed, Overdue());
            await StopAsync(ending);
            return false;
        }

        // An answer that another node awaited comes as a late result.
        if (mayHaveLateResults && AwaitsAnswer() && !await AdoptLateResultsAsync())
        {
            await StoreLateResultsAsync();
            return false;
        }

        // 1.
        mayHaveLateResults = true;
        traits = await DescribeAsync();
        var decision = engine.Decider.Decide(snapshot, exchanges.Keys.ToHashSet(), blocked, refused, stage => traits[stage], Now);

        // 2.
        var step = Compose(decision);
        if (!IsEmpty(step))
        {
            switch (await engine.Store.CommitAsync(step, CancellationToken.None))
            {
                case StepOutcome.Applied applied:
                    Absorb(step, applied);
                    WarnOfSecondPurchases(decision);
                    if (step.Ending is { } ending)
                    {
                        LogEnding(ending);
                        return false;
                    }

                    if (step.ParkUntil is not null)
                    {
                        return false;
                    }

                    break;

                default:
                    await StoreLateResultsAsync();
                    return false;
            }
        }

        // 3.
        if (cancelRequested || shutdown.IsCancellationRequested)
        {
            Withhold(decision);
            return true;
        }

        Start(decision);

        // 4.
        await WaitAsync(decision);
        return true;
    }

    private JobStep Compose(Decision decision)
    {
        foreach (var stage in decision.CompletedStages)
        {
            Announce(stage);
            events.Add(JobEvents.Stage(stage, "completed"));
            snapshot.Complete(stage);
            LogCompleted(stage);
            announcedStage = stage;
        }

        if (decision.Ending?.State != JobState.Completed && decision.CurrentStage is { } current)
        {
            Announce(current);
        }

        var progress = new StageProgress(decision.CurrentStage, snapshot.StagesCompleted, decision.Percentage);
        var moved = progress.Percentage != lastPercentage || progress.CurrentStage != lastStage;
        if (moved)
        {
            events.Add(JobEvents.Progress(progress));
            (lastPercentage, lastStage) = (progress.Percentage, progress.CurrentStage);
        }

        var ended = decision.Ending is null ? null : new JobEnding(decision.Ending.State, Explain(decision.Ending.Failure));
        return new JobStep(claimed.Fence)
        {
            Intents = decision.Intents,
            Resends = decision.Resends,
            Reuses = [.. reuses],
            Updates = [.. updates, .. ended is null ? [] : NeverSent().Concat(decision.Doubts)],
            Voids = [.. voids],
            Progress = moved ? progress : null,
            Documents = updates.Count > 0 || reuses.Count > 0 || moved ? ChangedDocuments() : [],
            Events = [.. events, .. ended is null ? Array.Empty<JobEvent>() : [JobEvents.Done(ended.State, ended.Failure)]],
            Ending = ended,
            ParkUntil = Park(decision),
            Cleared = IsClearanceDue,
        };
    }

    private DateTimeOffset? Park(Decision decision)
    {
        var idle = exchanges.Count == 0 && !blocked.Any && decision is { Intents: [], Resends: [], Polls: [], LookUps: [], Ending: null };
        var until = decision.NextAt < Deadline ? decision.NextAt : Deadline;
        return idle && until - Now > engine.Options.LongestWaitInMemory ? until : null;
    }

    private void Absorb(JobStep step, StepOutcome.Applied applied)
    {
        updates.Clear();
        reuses.Clear();
        voids.Clear();
        events.Clear();
        if (onProbation && (step.Cleared || step.Updates.Any(call => call.State is CallState.Accepted or CallState.Succeeded or CallState.Failed)))
        {
            // The next suspect can be claimed.
            onProbation = false;
            engine.Cluster.JobReady();
        }

        snapshot.Settled = applied.Settled;
        snapshot.InDoubt = applied.InDoubt;
        foreach (var call in step.Updates)
        {
            snapshot.Put(call);
        }

        foreach (var call in step.Intents.Concat(step.Resends).Where(call => !applied.Refused.Contains(call.Id) && !applied.Blocked.Any(blocked => blocked.Call == call.Id)))
        {
            snapshot.Put(call);
        }

        HandleBlocked(step, applied);
        WakeBlocked(step);

        foreach (var (name, json) in step.Documents)
        {
            published[name] = json;
        }

        refused ??= applied.Refused.Count > 0 ? applied.Refused[0] : null;
        cancelRequested |= applied.CancelRequested;
        engine.Cluster.JobProgressed(Job.Id);
    }

    /// <summary>What the step wrote down and is about to be sent: all but what the budget refused and what has to wait.</summary>
    private IEnumerable<LedgerCall> Written(Decision decision) =>
        decision.Resends.Concat(decision.Intents).Where(call => snapshot.Find(call.Id.Stage, call.Id.Index) == call);

    private void Start(Decision decision)
    {
        foreach (var call in Written(decision))
        {
            exchanges[CallSlot.Of(call)] = CallExchange.Send(call, claimed.Lease, engine.Gateway, engine.Membership, Completed);
        }

        foreach (var call in decision.Polls)
        {
            StartPoll(call, TimeSpan.Zero);
        }

        foreach (var call in decision.LookUps)
        {
            exchanges[CallSlot.Of(call)] = CallExchange.LookUp(call, engine.Gateway, Completed);
        }
    }

    private void StartPoll(LedgerCall call, TimeSpan first)
    {
        var deadline = (call.AcceptedAt ?? call.CreatedAt) + traits[call.Service].OperationDeadline;
        exchanges[CallSlot.Of(call)] = CallExchange.Poll(call, first, deadline, engine.Gateway, engine.Time, Completed);
    }

    private void Completed(CallExchange exchange) => completions.Writer.TryWrite(exchange);

    /// <summary>Waits for the first thing to happen, then takes in everything that has.</summary>
    private async Task WaitAsync(Decision decision)
    {
        // An intent was refused, or the commit returned a cancel request: decide again at once.
        if (cancelRequested || (refused is not null && exchanges.Count == 0))
        {
            return;
        }

        var until = decision.NextAt is { } next && next < Deadline ? next : Deadline;
        until = onProbation && probationEnds < until ? probationEnds : until;
        var wait = until - Now;
        if (wait > TimeSpan.Zero)
        {
            // Timers count whole milliseconds; one that is rounded down would wake us early, again and again.
            using var timer = new CancellationTokenSource(wait < MaxTimer ? TimeSpan.FromMilliseconds(Math.Ceiling(wait.TotalMilliseconds)) : MaxTimer, engine.Time);
            try
            {
                await completions.Reader.WaitToReadAsync(timer.Token);
            }
            catch (OperationCanceledException)
            {
                // A waiting call, or the job's deadline, is due.
            }
        }

        while (completions.Reader.TryRead(out var exchange))
        {
            if (exchange is not null)
            {
                await HandleCompletionAsync(exchange);
            }
        }

        // After the channel is drained: the flag is set before its item is written, so no wake-up is lost.
        if (wokenUp)
        {
            wokenUp = false;
            engine.BlockedJobs.Leave(Job);
            blocked.Release();
        }
    }

    private async Task HandleCompletionAsync(CallExchange exchange)
    {
        var slot = CallSlot.Of(exchange.Call);
        if (!exchanges.TryGetValue(slot, out var current) || current != exchange)
        {
            return;
        }

        exchanges.Remove(slot);
        var outcome = await exchange.Completion;
        exchange.Dispose();
        if (outcome is not null)
        {
            await RecordAsync(exchange, outcome);
        }
    }
}
