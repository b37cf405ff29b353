using Reelwright.Engine.Exchange;
using Reelwright.Engine.Jobs;
using Reelwright.Engine.Ledger;
using Reelwright.Engine.Pipeline;
using Reelwright.Engine.Store;

namespace Reelwright.Engine.Running;

/// <summary>
/// Decides from the ledger what comes next: a pure function, the same for a fresh job, after a crash and after a retry.
/// What succeeded is reused, what was accepted is polled, what is in doubt is asked again under the same key or not at all,
/// what failed for certain gets the next generation, and what is missing is intended.
/// </summary>
internal sealed class Decider(JobPipeline pipeline, EngineOptions options)
{
    /// <param name="inFlight">Calls that this node is exchanging or polling right now.</param>
    /// <param name="blocked">Calls that wait for a slot or for an equal call, and those that the cache is about to answer.</param>
    /// <param name="refused">A call that the budget did not hold.</param>
    public Decision Decide(
        JobSnapshot snapshot, IReadOnlySet<CallSlot> inFlight, BlockedCalls blocked, CallId? refused, Func<string, ServiceTraits> traits, DateTimeOffset now)
    {
        var decision = new Decision();
        var completed = snapshot.StagesCompleted.ToList();
        var input = snapshot.ToInput();
        while (pipeline.After(completed) is { } stage)
        {
            decision.CurrentStage = stage.Name;
            IReadOnlyList<PlannedCall> planned;
            try
            {
                planned = stage.Plan(input);
            }
            catch (StageException exception)
            {
                decision.Ending = Fail(new JobFailure { Code = stage.FailureCode, Message = exception.Message, Stage = stage.Name, Service = stage.Service });
                return decision;
            }
            catch (Exception exception)
            {
                // Planning is pure: it would fail in the same way each time, until the deadline of the job.
                decision.Ending = Fail(new JobFailure
                {
                    Code = EngineFailureCodes.InternalError,
                    Message = "The stage could not be planned from what the stages before it answered.",
                    Stage = stage.Name,
                    Service = stage.Service,
                    LastError = $"{exception.GetType().Name}: {exception.Message}",
                });
                return decision;
            }

            var done = planned.Count(call => snapshot.Find(stage.Name, call.Index)?.State == CallState.Succeeded);
            decision.Percentage = pipeline.Percentage(stage, done, planned.Count);
            if (done < planned.Count)
            {
                DecideStage(decision, new StageContext(stage, planned, snapshot, inFlight, blocked, refused, traits(stage.Service), now));
                return decision;
            }

            completed.Add(stage.Name);
            decision.CompletedStages.Add(stage.Name);
        }

        decision.CurrentStage = "completed";
        decision.Percentage = 100;
        decision.Ending = new JobEnding(JobState.Completed, null);
        return decision;
    }

    private void DecideStage(Decision decision, StageContext context)
    {
        var failure = context.Refused is { } refused ? BudgetFailure(context, refused) : null;
        var running = context.InFlight.Count;
        var again = new List<LedgerCall>();
        var missing = new List<(PlannedCall Planned, LedgerCall? Earlier)>();
        foreach (var planned in context.Planned)
        {
            var slot = new CallSlot(context.Stage.Name, planned.Index);
            var call = context.Snapshot.Find(slot.Stage, slot.Index);
            if (call?.State == CallState.Succeeded || context.InFlight.Contains(slot))
            {
                continue;
            }

            var next = CallDecision.Of(call, context);
            failure ??= next.Failure;
            if (next.Next is CallAction.Intend or CallAction.SendAgain && context.Blocked.Waits(slot))
            {
                running++;
                continue;
            }

            switch (next.Next)
            {
                case CallAction.Intend:
                    missing.Add((planned, call));
                    break;
                case CallAction.SendAgain:
                    again.Add(call!);
                    break;
                case CallAction.Poll:
                    running++;
                    decision.Polls.Add(call!);
                    break;
                case CallAction.Wait:
                    running++;
                    decision.WaitUntil(next.At!.Value);
                    break;
                default:
                    break;
            }
        }

        if (failure is not null)
        {
            // Neighbours that are on their way finish and are kept; nothing new is begun.
            decision.NextAt = null;
            decision.Ending = context.InFlight.Count == 0 && decision.Polls.Count == 0 ? Fail(failure) : null;
            return;
        }

        decision.Resends.AddRange(again.Select(call => SendAgain(call, context)));
        var room = Math.Max(0, options.MaxParallelClips - running - again.Count);
        decision.Intents.AddRange(missing.Take(room).Select(call => Intend(call.Planned, call.Earlier, context)));
    }

    private LedgerCall Intend(PlannedCall planned, LedgerCall? earlier, StageContext context)
    {
        var id = new CallId(context.Snapshot.Job.Id, context.Stage.Name, planned.Index, earlier is null ? 0 : earlier.Id.Generation + 1);
        return new LedgerCall
        {
            Id = id,
            Service = context.Stage.Service,
            IdempotencyKey = id.ToIdempotencyKey(),
            State = CallState.Intent,
            Request = planned.Request,
            CacheKey = planned.Cacheable && options.CacheLifetime > TimeSpan.Zero && !context.Blocked.IsNotReusable(CallSlot.Of(id)) ? CacheKeys.Of(planned, context) : null,
            Estimate = context.Traits.PricePerCall + (context.Traits.PricePerSecond * planned.Seconds),
            Attempts = 1,
            Failures = earlier is not null && earlier.Round == context.Snapshot.Job.Round ? earlier.Failures : 0,
            Round = context.Snapshot.Job.Round,
            CreatedAt = context.Now,
        };
    }

    // A call in doubt stays in doubt while it is sent again. Only an answer settles it.
    private static LedgerCall SendAgain(LedgerCall call, StageContext context) => call with
    {
        State = call.Dispatched ? CallState.Unknown : CallState.Intent,
        Dispatched = true,
        Attempts = call.Attempts + 1,
        Failures = call.Round == context.Snapshot.Job.Round ? call.Failures : 0,
        Round = context.Snapshot.Job.Round,
        RunAt = null,
    };

    private static JobFailure BudgetFailure(StageContext context, CallId refused)
    {
        var job = context.Snapshot.Job;
        var estimate = context.Planned.Where(call => call.Index == refused.Index)
            .Sum(call => context.Traits.PricePerCall + (context.Traits.PricePerSecond * call.Seconds));
        return new JobFailure
        {
            Code = EngineFailureCodes.BudgetExceeded,
            Message = FormattableString.Invariant(
                $"The next call may cost ${estimate:0.00####}; with ${context.Snapshot.Settled:0.00####} spent, that would exceed the job's limit of ${job.CostLimit:0.00####}. Nothing more was bought."),
            Stage = context.Stage.Name,
            Service = context.Stage.Service,
            Index = context.Stage.CallEvent is null ? null : refused.Index,
        };
    }

    private static JobEnding Fail(JobFailure failure) => new(JobState.Failed, failure);
}
