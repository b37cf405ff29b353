using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Options;
using Reelwright.Contracts.Jobs;
using Reelwright.Contracts.Json;
using Reelwright.Engine.Jobs;
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

    /// <summary>1 reads everything and reports every error, 2 creates the job or finds the earlier one.</summary>
    private static async Task<IResult> GenerateAsync(
        HttpContext context, AdCreation creation, AdEstimator estimator, IOptions<AdsOptions> options, CancellationToken cancellationToken)
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

        // 2
        return await creation.RunAsync(Caller.Of(context), request, key, cancellationToken) switch
        {
            AdCreationOutcome.Made made => Created(context, made, estimator.TimeOf(request)),
            AdCreationOutcome.TooExpensive expensive => expensive.Problem,
            AdCreationOutcome.TooMany many => Refusal.TooMany(
                $"The limit of job creations per minute is reached. Try again in {many.Wait.TotalSeconds:0} s.", many.Wait),
            _ => Refusal.KeyMismatch(
                $"The {IdempotencyKey.Header} was used before with another request body. Send that body again, or send this one under a new key."),
        };
    }

    private static JsonHttpResult<JobCreated> Created(HttpContext context, AdCreationOutcome.Made made, TimeSpan time)
    {
        if (made.IsReplay)
        {
            context.Response.Headers[IdempotencyKey.ReplayedHeader] = "true";
        }

        context.Response.Headers.Location = JobEndpoints.LocationOf(context, made.Job);
        return TypedResults.Json(
            new JobCreated
            {
                JobId = made.Job.Value,
                Status = JobState.Queued.ToWord(),
                CreatedAt = made.CreatedAt,
                EstimatedCompletionTime = made.CreatedAt + time,
                EstimatedCostUsd = made.CostUsd,
            },
            WireJson.Wire.JobCreated,
            statusCode: StatusCodes.Status201Created);
    }
}
