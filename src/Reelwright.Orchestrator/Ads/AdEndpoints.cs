using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Options;
using Reelwright.Contracts.Jobs;
using Reelwright.Contracts.Json;
using Reelwright.Engine.Jobs;
using Reelwright.Engine.Store;
using Reelwright.Orchestrator.Access;
using Reelwright.Orchestrator.Input;
using Reelwright.Orchestrator.Results;

namespace Reelwright.Orchestrator.Ads;

/// <summary><c>POST /generate-ad</c>.</summary>
internal static class AdEndpoints
{
    public const string GenerateAd = "generateAd";

    public static IEndpointRouteBuilder MapAds(this IEndpointRouteBuilder routes)
    {
        routes.MapPost("/generate-ad", GenerateAsync)
            .WithName(GenerateAd)
            .WithSummary("Create an ad from a prompt");
        return routes;
    }

    /// <summary>1 reads everything and reports every error, 2 counts the creation, 3 estimates, 4 creates the job.</summary>
    private static async Task<IResult> GenerateAsync(
        HttpContext context, AdIntake intake, AdEstimator estimator, CallerLimits limits, IOptions<AdsOptions> options, CancellationToken cancellationToken)
    {
        // 1: A wrong key is reported together with the errors in the body.
        var errors = new InputErrors();
        var key = IdempotencyKey.Read(context.Request.Headers[IdempotencyKey.Header], errors);
        var body = await JsonBody.ReadAsync(context.Request, cancellationToken);
        if (body is JsonBodyOutcome.Refused refused)
        {
            return refused.Problem;
        }

        if (body is not JsonBodyOutcome.Read { Root: var root })
        {
            errors.Add(InputErrors.Body, "is empty; send a JSON object with at least prompt, duration and aspect_ratio");
            return Refusal.Invalid(errors);
        }

        if (AdRequestReader.Read(root, options.Value.MaxCostUsd, errors) is not { } request)
        {
            return Refusal.Invalid(errors);
        }

        // 2: After reading, so that an invalid body does not count against the caller's limit.
        var caller = Caller.Of(context);
        if (limits.TakeCreation(caller) is { } wait)
        {
            return Refusal.TooMany($"The limit of job creations per minute is reached. Try again in {wait.TotalSeconds:0} s.", wait);
        }

        // 3
        var estimate = await estimator.EstimateAsync(request, cancellationToken);

        // 4
        var (job, outcome) = await intake.CreateAsync(caller.Owner, request, key, estimate.CostUsd, cancellationToken);
        if (outcome is CreateOutcome.KeyMismatch)
        {
            return Refusal.KeyMismatch($"The {IdempotencyKey.Header} was used before with another request body. Send that body again, or send this one under a new key.");
        }

        return Created(context, job, outcome, estimate);
    }

    private static JsonHttpResult<JobCreated> Created(HttpContext context, JobId job, CreateOutcome outcome, AdEstimate estimate)
    {
        var (createdAt, cost) = outcome switch
        {
            CreateOutcome.Created created => (created.CreatedAt, estimate.CostUsd),
            CreateOutcome.Replayed replayed => (replayed.CreatedAt, replayed.EstimatedCost),
            _ => throw new InvalidOperationException($"The outcome {outcome.GetType().Name} of a creation has no job."),
        };
        if (outcome is CreateOutcome.Replayed)
        {
            context.Response.Headers[IdempotencyKey.ReplayedHeader] = "true";
        }

        context.Response.Headers.Location = JobEndpoints.LocationOf(context, job);
        return TypedResults.Json(
            new JobCreated
            {
                JobId = job.Value,
                Status = JobState.Queued.ToWord(),
                CreatedAt = createdAt,
                EstimatedCompletionTime = createdAt + estimate.Time,
                EstimatedCostUsd = cost,
            },
            WireJson.Wire.JobCreated,
            statusCode: StatusCodes.Status201Created);
    }
}
