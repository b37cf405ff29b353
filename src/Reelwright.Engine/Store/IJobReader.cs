using Reelwright.Engine.Jobs;
using Reelwright.Engine.Ledger;

namespace Reelwright.Engine.Store;

/// <summary>What users read. Every query names the owner: others' jobs do not exist for it.</summary>
public interface IJobReader
{
    Task<JobRecord?> FindAsync(string owner, JobId job, CancellationToken cancellationToken);

    /// <summary>Newest first. The plan is left out, because it can have a megabyte.</summary>
    Task<IReadOnlyList<JobRecord>> ListAsync(JobFilter filter, CancellationToken cancellationToken);

    /// <summary>Events after <paramref name="after"/>, in order; null when the job does not exist for this owner.</summary>
    Task<IReadOnlyList<NumberedEvent>?> EventsAsync(string owner, JobId job, long after, CancellationToken cancellationToken);

    /// <summary>The number of the latest event, 0 before the first; null when the job does not exist for this owner.</summary>
    Task<long?> LastEventAsync(string owner, JobId job, CancellationToken cancellationToken);

    /// <summary>What this owner created under the key in the last 24 hours, also when the job is deleted; null when nothing.</summary>
    Task<KeyedCreation?> FindCreationAsync(string owner, string idempotencyKey, CancellationToken cancellationToken);

    /// <summary>The whole ledger of a job, oldest first; null when the job does not exist for this owner.</summary>
    Task<IReadOnlyList<LedgerCall>?> CallsAsync(string owner, JobId job, CancellationToken cancellationToken);
}

/// <summary>A job as it is stored for its readers.</summary>
public sealed record JobRecord
{
    public required JobId Id { get; init; }

    public required JobState State { get; init; }

    public required string? CurrentStage { get; init; }

    public required IReadOnlyList<string> StagesCompleted { get; init; }

    public required int Percentage { get; init; }

    /// <summary>Settled cost by stage.</summary>
    public required IReadOnlyDictionary<string, decimal> Costs { get; init; }

    public required decimal Settled { get; init; }

    /// <summary>Sum of the estimates of the calls in work; 0 once the job has ended.</summary>
    public required decimal Reserved { get; init; }

    /// <summary>
    /// Sum of the estimates of calls that may have been sold and are not settled: superseded ones, and the open and unknown ones of an
    /// ended job.
    /// </summary>
    public required decimal InDoubt { get; init; }

    public required string Request { get; init; }

    /// <summary>The documents that the stages published, by name.</summary>
    public required IReadOnlyDictionary<string, string> Documents { get; init; }

    public required JobFailure? Failure { get; init; }

    /// <summary>A JSON array of the data of the job's warning events (<see cref="JobEvents.Warning"/>), each once.</summary>
    public string Warnings { get; init; } = "[]";

    public required DateTimeOffset CreatedAt { get; init; }

    public required DateTimeOffset UpdatedAt { get; init; }

    public required DateTimeOffset? CompletedAt { get; init; }

    public required DateTimeOffset? FailedAt { get; init; }

    public required DateTimeOffset? CancelledAt { get; init; }
}

/// <summary>Which jobs to list.</summary>
public sealed record JobFilter
{
    public required string Owner { get; init; }

    public JobState? State { get; init; }

    public DateTimeOffset? CreatedAfter { get; init; }

    public DateTimeOffset? CreatedBefore { get; init; }

    /// <summary>Part of the prompt, in any case.</summary>
    public string? PromptContains { get; init; }

    /// <summary>The last job of the page before.</summary>
    public JobCursor? After { get; init; }

    public required int Limit { get; init; }
}

/// <summary>A place in the list of jobs.</summary>
public readonly record struct JobCursor(DateTimeOffset CreatedAt, JobId Id);

/// <summary>An event with its number.</summary>
public readonly record struct NumberedEvent(long Sequence, string Kind, string Data, DateTimeOffset At);

/// <summary>A creation that an idempotency key remembers.</summary>
public sealed record KeyedCreation(string RequestHash, JobId Job, DateTimeOffset CreatedAt, decimal EstimatedCost);
