using Reelwright.Engine.Exchange;
using Reelwright.Engine.Jobs;
using Reelwright.Engine.Ledger;
using Reelwright.Engine.Pipeline;
using Reelwright.Engine.Running;
using Reelwright.Engine.Store;

namespace Reelwright.Engine.Tests.Fixture;

/// <summary>A job with its ledger, to be decided on. Nothing has been called unless a test says so.</summary>
internal sealed record Situation
{
    public static readonly DateTimeOffset Now = new(2026, 1, 1, 12, 0, 0, TimeSpan.Zero);

    private static readonly JobId Id = new(Guid.CreateVersion7(Now));

    public JobPipeline Pipeline { get; init; } = Stages.All();

    public ServiceTraits Traits { get; init; } = Fixture.Traits.Idempotent;

    public EngineOptions Options { get; init; } = new();

    public IReadOnlyList<LedgerCall> Calls { get; init; } = [];

    public IReadOnlyList<CallSlot> InFlight { get; init; } = [];

    public BlockedCalls Blocked { get; } = new();

    public CallId? Refused { get; init; }

    public int Round { get; init; }

    public decimal InDoubt { get; init; }

    public decimal MaxInDoubt { get; init; }

    public IReadOnlyList<string> Completed { get; init; } = [];

    /// <summary>The clips' stage alone, so that a test need not tell of the stages before.</summary>
    public static Situation OfClips(params LedgerCall[] calls) => new() { Pipeline = Stages.Of(Stages.VideoStage()), Calls = calls };

    public static CallId IdOf(string stage, int index, int generation = 0) => new(Id, stage, index, generation);

    /// <summary>A call that was written down before it was sent, ten seconds ago, and of which nothing more is known.</summary>
    public static LedgerCall Call(string stage, int index = 0, int generation = 0)
    {
        var id = IdOf(stage, index, generation);
        return new LedgerCall
        {
            Id = id,
            Service = stage,
            IdempotencyKey = id.ToIdempotencyKey(),
            State = CallState.Intent,
            Request = $$"""{"first":"body of {{stage}} {{index}}"}""",
            Estimate = 0.40m,
            Attempts = 1,
            CreatedAt = Now - TimeSpan.FromSeconds(10),
        };
    }

    public static LedgerCall Clip(int index, int generation = 0) => Call(Stages.Video, index, generation);

    public static LedgerCall Succeeded(LedgerCall call) => call with { State = CallState.Succeeded, Response = "{}", Cost = 0.30m, SettledAt = Now };

    public static LedgerCall Accepted(LedgerCall call) => call with { State = CallState.Accepted, Operation = $"/operations/{call.Id.Index}", AcceptedAt = Now };

    public static LedgerCall Failed(LedgerCall call, bool retryable, int failures = 1) =>
        call with { State = CallState.Failed, Cost = 0, Retryable = retryable, Failures = failures, LastError = "it broke", SettledAt = Now };

    public static LedgerCall Unknown(LedgerCall call, int failures = 1) =>
        call with { State = CallState.Unknown, Failures = failures, LastError = "no answer came" };

    /// <summary>Certainly not sent: refused by a full service, or withheld.</summary>
    public static LedgerCall NotSent(LedgerCall call, int failures = 1) => call with { Dispatched = false, Failures = failures, LastError = "429 Too Many Requests" };

    public Decision Decide() => new Decider(Pipeline, Options).Decide(Snapshot(), InFlight.ToHashSet(), Blocked, Refused, _ => Traits, Now);

    public JobSnapshot Snapshot() => new(new ClaimedJob(
        new Job
        {
            Id = Id,
            Owner = "ada",
            State = JobState.Processing,
            Request = "{}",
            CurrentStage = null,
            StagesCompleted = Completed,
            Percentage = 0,
            CostLimit = 10m,
            Settled = Calls.Sum(call => call.Cost ?? 0),
            Reserved = Calls.Where(call => !call.State.IsSettled()).Sum(call => call.Estimate),
            Round = Round,
            InDoubt = InDoubt,
            MaxInDoubt = MaxInDoubt,
            CancelRequested = false,
            StartedAt = Now - TimeSpan.FromMinutes(1),
            Deaths = 0,
            SoleCauseDeaths = 0,
        },
        new NodeLease(Guid.Empty, 1),
        Calls));
}
