using Microsoft.AspNetCore.Http;
using Reelwright.Contracts.Json;
using Reelwright.Contracts.Problems;

namespace Reelwright.Hosting.Problems;

/// <summary>An RFC 9457 response with a <c>code</c>. Endpoints return it; the middleware makes one of every other error.</summary>
public sealed class ProblemResult(int status, string code, string detail, IReadOnlyDictionary<string, string[]>? errors = null) : IResult
{
    public int Status { get; } = status;

    public string Code { get; } = code;

    /// <summary>US dollars; for a request that its limit does not cover.</summary>
    public decimal? EstimatedCostUsd { get; init; }

    /// <summary>The response for a bare status.</summary>
    public static ProblemResult Of(int status)
    {
        var meaning = StatusMeaning.Of(status);
        return new ProblemResult(status, meaning.Code, meaning.Detail);
    }

    public Task ExecuteAsync(HttpContext httpContext)
    {
        var problem = new Problem
        {
            Title = StatusMeaning.Of(Status).Title,
            Status = Status,
            Detail = detail,
            Instance = httpContext.Request.Path.ToUriComponent(),
            Code = Code,
            Errors = errors,
            EstimatedCostUsd = EstimatedCostUsd,
        };
        httpContext.Response.StatusCode = Status;
        return httpContext.Response.WriteAsJsonAsync(problem, WireJson.Wire.Problem, Problem.MediaType, httpContext.RequestAborted);
    }
}
