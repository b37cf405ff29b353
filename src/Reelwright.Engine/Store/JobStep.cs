using Reelwright.Engine.Jobs;
using Reelwright.Engine.Ledger;

namespace Reelwright.Engine.Store;

/// <summary>
/// Everything that changes at one moment of a job, written in ONE transaction or not at all: calls settled and calls intended, the budget,
/// progress, published documents, events, and where the job goes from here.
/// </summary>
public sealed record JobStep(Fence Fence)
{
    /// <summary>
    /// New rows of the ledger. Each reserves its estimate, or is refused when the budget does not hold it; is answered from the cache, or
    /// waits while an equal call of another job is on its way; and waits when its service is limited and has no free slot.
    /// </summary>
    public IReadOnlyList<LedgerCall> Intents { get; init; } = [];

    /// <summary>Rows of the ledger that are sent again. Each waits when its service is limited and has no free slot.</summary>
    public IReadOnlyList<LedgerCall> Resends { get; init; } = [];

    /// <summary>New rows of the ledger whose answers came from other calls: settled, and free.</summary>
    public IReadOnlyList<LedgerCall> Reuses { get; init; } = [];

    /// <summary>Rows of the ledger in their new state. A row that is settled already stays as it is.</summary>
    public IReadOnlyList<LedgerCall> Updates { get; init; } = [];

    /// <summary>Successes whose deliveries turned out to be unusable. Their cost stays, and they serve no other job any more.</summary>
    public IReadOnlyList<CallId> Voids { get; init; } = [];

    public StageProgress? Progress { get; init; }

    /// <summary>Named JSON documents for the job's readers.</summary>
    public IReadOnlyDictionary<string, string> Documents { get; init; } = new Dictionary<string, string>();

    /// <summary>Numbered by the store, without gaps, per job.</summary>
    public IReadOnlyList<JobEvent> Events { get; init; } = [];

    /// <summary>The job has shown that it does not kill its node: its deaths are forgotten.</summary>
    public bool Cleared { get; init; }

    /// <summary>The job's next state, when this step ends the work on it.</summary>
    public JobEnding? Ending { get; init; }

    /// <summary>Releases the job until this moment. Then any node can claim it.</summary>
    public DateTimeOffset? ParkUntil { get; init; }
}

/// <summary>How far the job is.</summary>
public sealed record StageProgress(string? CurrentStage, IReadOnlyList<string> Completed, int Percentage);

/// <summary>The state that the work ends in.</summary>
public sealed record JobEnding(JobState State, JobFailure? Failure);

/// <summary>Something that happened, for those who watch.</summary>
/// <param name="Kind"><c>progress</c>, <c>stage</c>, <c>cost</c>, <c>warning</c>, <c>done</c>, or a stage's own.</param>
/// <param name="Data">A JSON object.</param>
public sealed record JobEvent(string Kind, string Data);

/// <summary>What came of a step.</summary>
public abstract record StepOutcome
{
    private StepOutcome()
    {
    }

    /// <param name="Refused">The first intent that the budget did not hold, and those behind it; they were not written.</param>
    /// <param name="CancelRequested">A cancel of the job was requested.</param>
    public sealed record Applied(IReadOnlyList<CallId> Refused, bool CancelRequested, decimal Settled, decimal Reserved) : StepOutcome
    {
        /// <summary>See <see cref="Job.InDoubt"/>.</summary>
        public decimal InDoubt { get; init; }

        /// <summary>Calls that were not written, or not sent again, because they must wait or because the cache answers them.</summary>
        public IReadOnlyList<BlockedCall> Blocked { get; init; } = [];
    }

    /// <summary>The node no longer owns the job. Nothing was written.</summary>
    public sealed record LeaseLost : StepOutcome;
}

/// <summary>A call that was not begun now.</summary>
/// <param name="For">What it waits for: the name of the service that has no free slot, or the cache key of the equal call that is on its
/// way.</param>
/// <param name="Answer">The call that has answered the same already; then it waits for nothing.</param>
public sealed record BlockedCall(CallId Call, string For, LedgerCall? Answer);
