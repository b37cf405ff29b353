namespace Reelwright.Engine.Jobs;

/// <summary>A job as the engine reads it. The engine does not read inside the request.</summary>
public sealed record Job
{
    public required JobId Id { get; init; }

    /// <summary>The caller that the job belongs to.</summary>
    public required string Owner { get; init; }

    /// <summary>0 to 9; the higher goes first.</summary>
    public int Priority { get; init; }

    public required JobState State { get; init; }

    public required string Request { get; init; }

    /// <summary>The stage reached; null while queued for the first time.</summary>
    public required string? CurrentStage { get; init; }

    public required IReadOnlyList<string> StagesCompleted { get; init; }

    public required int Percentage { get; init; }

    /// <summary>US dollars that the job may cost at most.</summary>
    public required decimal CostLimit { get; init; }

    /// <summary>Sum of the settled ledger.</summary>
    public required decimal Settled { get; init; }

    /// <summary>Sum of the estimates of calls that are in work and not settled.</summary>
    public required decimal Reserved { get; init; }

    /// <summary>Sum of the estimates of superseded calls that may have been sold: see <see cref="Store.JobRecord.InDoubt"/>.</summary>
    public decimal InDoubt { get; init; }

    /// <summary>Up to this sum in doubt the engine buys again by itself what is in doubt.</summary>
    public decimal MaxInDoubt { get; init; }

    /// <summary>0, and one more for each retry by the user: failures of earlier rounds no longer count.</summary>
    public required int Round { get; init; }

    public required bool CancelRequested { get; init; }

    /// <summary>When work on this round began; the job's deadline counts from here.</summary>
    public required DateTimeOffset StartedAt { get; init; }

    /// <summary>How often in a row a node died while it owned the job and before the job made progress.</summary>
    public required int Deaths { get; init; }

    /// <summary>Of these, the deaths that only this job can have caused; see <see cref="PoisonJobRules"/>.</summary>
    public required int SoleCauseDeaths { get; init; }
}
