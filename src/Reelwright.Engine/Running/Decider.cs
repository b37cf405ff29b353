using Reelwright.Engine.Exchange;
using Reelwright.Engine.Jobs;
using Reelwright.Engine.Ledger;
using Reelwright.Engine.Pipeline;
using Reelwright.Engine.Store;

namespace Reelwright.Engine.Running;

/// <summary>
/// Decides from the ledger what comes next: a pure function, the same for a fresh job, after a crash and after a retry. What succeeded is
/// reused, what was accepted is polled, what is in doubt follows <see cref="CallDecision"/>, what failed for certain gets the next
/// generation, and what is missing is intended.
/// </summary>
internal sealed class Decider(JobPipeline pipeline, EngineOptions options)
{
    // An answer that came at the last moment has to be written, too.
    private static readonly TimeSpan TimeToStore = TimeSpan.FromSeconds(5);

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

            var done = planned.Count(call => snapshot.Find(stage.Name, call.Index) is { State: CallState.Succeeded, Voided: false });
            decision.Percentage = pipeline.Percentage(stage, done, planned.Count);
            if (done < planned.Count)
            {
                DecideStage(decision, new StageContext(stage, planned, snapshot, inFlight, blocked, refused, traits(stage.Service), now, snapshot.InDoubt));
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
        var missing = new List<(PlannedCall Planned, LedgerCall? Earlier, bool IsAgain)>();
        foreach (var planned in context.Planned)
        {
            var slot = new CallSlot(context.Stage.Name, planned.Index);
            var call = context.Snapshot.Find(slot.Stage, slot.Index);
            if (call is { State: CallState.Succeeded, Voided: false } || context.InFlight.Contains(slot))
            {
                continue;
            }

            var next = CallDecision.Of(call, context);
            failure ??= next.Failure;
            if (next.Next is CallAction.Intend or CallAction.BuyAgain or CallAction.SendAgain && context.Blocked.Waits(slot))
            {
                running++;
                continue;
            }

            switch (next.Next)
            {
                case CallAction.Intend:
                    missing.Add((planned, call, false));
                    break;
                case CallAction.BuyAgain:
                    missing.Add((planned, call, true));
                    context = context with { InDoubt = context.InDoubt + call!.Estimate };
                    break;
                case CallAction.SendAgain:
                    again.Add(call!);
                    break;
                case CallAction.LookUp:
                    running++;
                    decision.LookUps.Add(InThisRound(call!, context));
                    break;
                case CallAction.Poll:
                    running++;
                    decision.Polls.Add(call!);
                    break;
                case CallAction.Wait:
                    running++;
                    decision.WaitUntil(next.At!.Value);
                    break;
                case CallAction.GiveUp when next.IsDoubt:
                    decision.Doubts.Add(call! with { State = CallState.Unknown, DoubtfulFrom = context.Now });
                    break;
                default:
                    break;
            }
        }

        if (failure is not null)
        {
            // Neighbours that are on their way finish and are kept; nothing new is begun.
            decision.NextAt = null;
            decision.LookUps.Clear();
            decision.Ending = context.InFlight.Count == 0 && decision.Polls.Count == 0 ? Fail(failure) : null;
            return;
        }

        decision.Resends.AddRange(again.Select(call => SendAgain(call, context)));
        var room = Math.Max(0, Estimates.MostAtOnce(context, options.MaxParallelClips) - running - again.Count);
        foreach (var (planned, earlier, isAgain) in missing.Take(room))
        {
            var intent = Intend(planned, earlier, context);
            decision.Intents.Add(intent);
            if (isAgain)
            {
                decision.BoughtAgain.Add(intent.Id);
            }
        }
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
            Estimate = Estimates.Of(planned, context),
            Origin = context.Traits.Origin,
            SentAt = context.Now,
            AnswerUntil = AnswerUntil(context),
            DoubtfulFrom = DoubtfulFrom(context, context.Now),
            Attempts = 1,
            Failures = earlier is not null && earlier.Round == context.Snapshot.Job.Round ? earlier.Failures : 0,
            Round = context.Snapshot.Job.Round,
            CreatedAt = context.Now,
        };
    }

    // A call in doubt stays in doubt while it is sent again. Only an answer settles it.
    private static LedgerCall SendAgain(LedgerCall call, StageContext context) => InThisRound(call, context) with
    {
        State = call.Dispatched ? CallState.Unknown : CallState.Intent,
        Dispatched = true,
        Attempts = call.Attempts + 1,
        RunAt = null,
        Origin = context.Traits.Origin,
        SentAt = context.Now,
        AnswerUntil = AnswerUntil(context),
        DoubtfulFrom = DoubtfulFrom(context, call.CreatedAt),
    };

    private static LedgerCall InThisRound(LedgerCall call, StageContext context) =>
        call.Round == context.Job.Round ? call : call with { Round = context.Job.Round, Failures = 0 };

    private static DateTimeOffset AnswerUntil(StageContext context) => context.Now + context.Traits.ExchangeTimeout + TimeToStore;

    /// <summary>Never while the service can be looked up, or the policy is to buy again; not before the service forgets the key.</summary>
    private static DateTimeOffset? DoubtfulFrom(StageContext context, DateTimeOffset createdAt) => context.Traits switch
    {
        { Known: false } or { HasOperations: true } or { InDoubt: InDoubtPolicy.Retry } => null,
        { Idempotent: true } => createdAt + context.Traits.KeyRetention,
        _ => context.Now,
    };

    private static JobFailure BudgetFailure(StageContext context, CallId refused)
    {
        var job = context.Snapshot.Job;
        var estimate = context.Planned.Where(call => call.Index == refused.Index).Sum(call => Estimates.Of(call, context));
        var inDoubt = context.InDoubt > 0 ? FormattableString.Invariant($" and ${context.InDoubt:0.00####} in doubt") : "";
        return new JobFailure
        {
            Code = EngineFailureCodes.BudgetExceeded,
            Message = FormattableString.Invariant(
                $"The next call may cost ${estimate:0.00####}; with ${context.Snapshot.Settled:0.00####} spent{inDoubt}, that would exceed the job's limit of ${job.CostLimit:0.00####}. Nothing more was bought."),
            Stage = context.Stage.Name,
            Service = context.Stage.Service,
            Index = context.Stage.CallEvent is null ? null : refused.Index,
        };
    }

    private static JobEnding Fail(JobFailure failure) => new(JobState.Failed, failure);
}
