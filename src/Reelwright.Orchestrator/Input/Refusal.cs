using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;
using Reelwright.Contracts.Problems;
using Reelwright.Hosting.Problems;

namespace Reelwright.Orchestrator.Input;

/// <summary>The problems that the API answers with, each with its status and code.</summary>
internal static class Refusal
{
    public static ProblemResult Invalid(InputErrors errors) =>
        new(StatusCodes.Status400BadRequest, ErrorCodes.InvalidInput, errors.Summary(), errors.ToDictionary());

    public static ProblemResult NotFound(string detail) => new(StatusCodes.Status404NotFound, ErrorCodes.NotFound, detail);

    public static ProblemResult Conflict(string detail) => new(StatusCodes.Status409Conflict, ErrorCodes.Conflict, detail);

    public static ProblemResult BudgetExceeded(string detail, decimal estimatedCostUsd) =>
        new(StatusCodes.Status409Conflict, ErrorCodes.BudgetExceeded, detail) { EstimatedCostUsd = estimatedCostUsd };

    public static ProblemResult TooLarge(string detail) => new(StatusCodes.Status413PayloadTooLarge, ErrorCodes.PayloadTooLarge, detail);

    public static ProblemResult UnsupportedMedia(string detail) =>
        new(StatusCodes.Status415UnsupportedMediaType, ErrorCodes.UnsupportedMediaType, detail);

    public static ProblemResult KeyMismatch(string detail) =>
        new(StatusCodes.Status422UnprocessableEntity, ErrorCodes.IdempotencyMismatch, detail);

    public static IResult TooMany(string detail, TimeSpan retryAfter) =>
        new Later(new(StatusCodes.Status429TooManyRequests, ErrorCodes.RateLimited, detail), retryAfter);

    public static IResult Unavailable(string detail, TimeSpan retryAfter) =>
        new Later(new(StatusCodes.Status503ServiceUnavailable, ErrorCodes.Unavailable, detail), retryAfter);

    /// <summary>A problem with <c>Retry-After</c> in whole seconds.</summary>
    private sealed class Later(ProblemResult problem, TimeSpan retryAfter) : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext)
        {
            var seconds = Math.Max(1, (int)Math.Ceiling(retryAfter.TotalSeconds));
            httpContext.Response.Headers[HeaderNames.RetryAfter] = seconds.ToString(CultureInfo.InvariantCulture);
            return problem.ExecuteAsync(httpContext);
        }
    }
}
