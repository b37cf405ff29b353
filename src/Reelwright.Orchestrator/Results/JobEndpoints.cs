using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Reelwright.Contracts.Json;
using Reelwright.Engine.Jobs;
using Reelwright.Engine.Store;
using Reelwright.Hosting.Problems;
using Reelwright.Orchestrator.Access;
using Reelwright.Orchestrator.Input;

namespace Reelwright.Orchestrator.Results;

/// <summary>Reads jobs: one, a page of them, and the ledger of one.</summary>
internal static class JobEndpoints
{
    public const string GetJob = "getJob";
    public const string ListJobs = "listJobs";
    public const string GetCalls = "getJobCalls";

    public static IEndpointRouteBuilder MapJobs(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/jobs", ListAsync).WithName(ListJobs).WithSummary("Your jobs, newest first");
        routes.MapGet("/jobs/{id}", FindAsync).WithName(GetJob).WithSummary("One job: its state, progress, cost and result");
        routes.MapGet("/jobs/{id}/calls", CallsAsync).WithName(GetCalls).WithSummary("The ledger of a job: each call to a service and what it cost");
        return routes;
    }

    /// <summary>The path at which a job can be read.</summary>
    public static string LocationOf(HttpContext context, JobId job) =>
        context.RequestServices.GetRequiredService<LinkGenerator>().GetPathByName(context, GetJob, new RouteValueDictionary { ["id"] = job.ToString() })
            ?? throw new InvalidOperationException($"The route {GetJob} is not mapped.");

    public static bool TryReadId(string text, out JobId job)
    {
        var valid = Guid.TryParseExact(text, "D", out var id);
        job = new JobId(id);
        return valid;
    }

    /// <summary>The answer for a job that does not exist or that belongs to another caller.</summary>
    public static ProblemResult NoSuchJob(string id) => TryReadId(id, out _)
        ? Refusal.NotFound($"There is no job {id}.")
        : Refusal.NotFound("That is not a job id. A job id looks like 550e8400-e29b-41d4-a716-446655440000.");

    private static async Task<IResult> FindAsync(string id, HttpContext context, IJobReader jobs, JobWriter writer, CancellationToken cancellationToken) =>
        TryReadId(id, out var job) && await jobs.FindAsync(Caller.Of(context).Owner, job, cancellationToken) is { } found
            ? new JobAnswer(json => writer.Write(json, found))
            : NoSuchJob(id);

    private static async Task<IResult> ListAsync(HttpContext context, IJobReader jobs, JobWriter writer, CancellationToken cancellationToken)
    {
        var errors = new InputErrors();
        if (ListQuery.Read(context.Request.Query, Caller.Of(context).Owner, errors) is not { } filter)
        {
            return Refusal.Invalid(errors);
        }

        return await JobListAnswer.StartAsync(jobs, writer, filter, cancellationToken);
    }

    private static async Task<IResult> CallsAsync(string id, HttpContext context, IJobReader jobs, CancellationToken cancellationToken) =>
        TryReadId(id, out var job)
        && await jobs.FindAsync(Caller.Of(context).Owner, job, cancellationToken) is { } record
        && await jobs.CallsAsync(Caller.Of(context).Owner, job, cancellationToken) is { } calls
            ? TypedResults.Json(CallsReport.Of(record, calls), WireJson.Wire.CallsView)
            : NoSuchJob(id);
}
