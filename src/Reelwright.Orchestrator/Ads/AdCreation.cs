using Reelwright.Contracts.Ads;
using Reelwright.Engine.Jobs;
using Reelwright.Engine.Store;
using Reelwright.Hosting.Problems;
using Reelwright.Orchestrator.Access;

namespace Reelwright.Orchestrator.Ads;

/// <summary>Outcome of a creation.</summary>
internal abstract record AdCreationOutcome
{
    private AdCreationOutcome()
    {
    }

    /// <param name="IsReplay">An earlier creation under the same key is answered again.</param>
    public sealed record Made(JobId Job, DateTimeOffset CreatedAt, decimal CostUsd, bool IsReplay) : AdCreationOutcome;

    /// <summary>The key was used before with another request.</summary>
    public sealed record KeyMismatch : AdCreationOutcome;

    /// <summary>The limit can not cover the ad.</summary>
    public sealed record TooExpensive(ProblemResult Problem) : AdCreationOutcome;

    /// <summary>The caller has reached its rate limit.</summary>
    public sealed record TooMany(TimeSpan Wait) : AdCreationOutcome;
}

/// <summary>
/// One creation: 1 a known key is answered again, without counting against the rate limit; 2 the cost is held against the limit;
/// 3 the creation is counted; 4 the job is created.
/// </summary>
internal sealed class AdCreation(AdIntake intake, AdEstimator estimator, CallerLimits limits, IJobReader jobs, CreationTurns turns)
{
    public async Task<AdCreationOutcome> RunAsync(Caller caller, GenerateAdRequest request, string? key, CancellationToken cancellationToken)
    {
        using var turn = key is null ? null : await turns.TakeAsync(caller.Owner, key, cancellationToken);

        // 1
        if (key is not null && await jobs.FindCreationAsync(caller.Owner, key, cancellationToken) is { } earlier)
        {
            return earlier.RequestHash == RequestHash.Of(request)
                ? new AdCreationOutcome.Made(earlier.Job, earlier.CreatedAt, earlier.EstimatedCost, IsReplay: true)
                : new AdCreationOutcome.KeyMismatch();
        }

        // 2
        var estimate = await estimator.EstimateAsync(request, cancellationToken);
        if (AdBudget.Refuse(request, estimate, intake.LimitOf(request)) is { } problem)
        {
            return new AdCreationOutcome.TooExpensive(problem);
        }

        // 3
        if (limits.TakeCreation(caller) is { } wait)
        {
            return new AdCreationOutcome.TooMany(wait);
        }

        // 4: Another node may have used the key meanwhile.
        var (job, outcome) = await intake.CreateAsync(caller.Owner, request, key, estimate, cancellationToken);
        return outcome switch
        {
            CreateOutcome.Created created => new AdCreationOutcome.Made(job, created.CreatedAt, estimate.CostUsd, IsReplay: false),
            CreateOutcome.Replayed replayed => new AdCreationOutcome.Made(job, replayed.CreatedAt, replayed.EstimatedCost, IsReplay: true),
            _ => new AdCreationOutcome.KeyMismatch(),
        };
    }
}
