using Reelwright.Engine.Jobs;

namespace Reelwright.Engine.Store;

/// <summary>A job to be created.</summary>
public sealed record NewJob
{
    public required JobId Id { get; init; }

    public required string Owner { get; init; }

    public required string Prompt { get; init; }

    public required int Duration { get; init; }

    public required string AspectRatio { get; init; }

    /// <summary>JSON object, or null.</summary>
    public required string? BrandGuidelines { get; init; }

    /// <summary>The whole request as normalised JSON: what the pipeline works from.</summary>
    public required string Request { get; init; }

    public required decimal CostLimit { get; init; }

    /// <summary>US dollars up to which calls in doubt are bought again without asking; see <see cref="Job.MaxInDoubt"/>.</summary>
    public decimal MaxInDoubt { get; init; }

    public required int Priority { get; init; }

    /// <summary>The caller's key, if it gave one, and a hash of its body.</summary>
    public string? IdempotencyKey { get; init; }

    public string? RequestHash { get; init; }

    /// <summary>
    /// US dollars that the answer to the caller names as the probable cost. Stored with the key, so that a replay gives the same answer.
    /// </summary>
    public decimal EstimatedCost { get; init; }

    /// <summary>The job's first event, when there is something to warn of.</summary>
    public JobEvent? Warning { get; init; }
}

/// <summary>What came of a creation.</summary>
public abstract record CreateOutcome
{
    private CreateOutcome()
    {
    }

    public sealed record Created(DateTimeOffset CreatedAt) : CreateOutcome;

    /// <summary>The caller had used the key with the same body before: this is the job of then.</summary>
    public sealed record Replayed(JobId Job, DateTimeOffset CreatedAt, decimal EstimatedCost) : CreateOutcome;

    /// <summary>The caller had used the key with another body.</summary>
    public sealed record KeyMismatch : CreateOutcome;
}
