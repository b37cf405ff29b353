using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Options;
using Reelwright.Contracts.Jobs;
using Reelwright.Contracts.Json;
using Reelwright.Engine.Jobs;
using Reelwright.Engine.Signals;
using Reelwright.Engine.Store;
using Reelwright.MediaFiles;
using Reelwright.Orchestrator.Access;
using Reelwright.Orchestrator.Ads;
using Reelwright.Orchestrator.Input;

namespace Reelwright.Orchestrator.Results;

/// <summary>Changes to a job: cancel, retry, delete.</summary>
internal static class JobChangeEndpoints
{
    public const string CancelJob = "cancelJob";
    public const string RetryJob = "retryJob";
    public const string DeleteJob = "deleteJob";

    public static IEndpointRouteBuilder MapJobChanges(this IEndpointRouteBuilder routes)
    {
        routes.MapPost("/jobs/{id}/cancel", CancelAsync).WithName(CancelJob).WithSummary("Cancel a job, keeping what was paid for");
        routes.MapPost("/jobs/{id}/retry", RetryAsync).WithName(RetryJob).WithSummary("Queue a failed or cancelled job again; pays only for what is missing");
        routes.MapDelete("/jobs/{id}", DeleteAsync).WithName(DeleteJob).WithSummary("Remove a job that has ended, and its media");
        return routes;
    }

    private static async Task<IResult> CancelAsync(
        string id, HttpContext context, IJobStore store, IClusterSignals signals, CancellationToken cancellationToken)
    {
        if (!JobEndpoints.TryReadId(id, out var job))
        {
            return JobEndpoints.NoSuchJob(id);
        }

        // There are no members; a body with members is refused, because a caller would expect an effect.
        var body = await JsonBody.ReadAsync(context.Request, cancellationToken);
        if (body is JsonBodyOutcome.Refused refused)
        {
            return refused.Problem;
        }

        var errors = new InputErrors();
        if (body is JsonBodyOutcome.Read { Root: var root })
        {
            InputObject.Read(root, string.Empty, [], errors);
        }

        if (errors.Any)
        {
            return Refusal.Invalid(errors);
        }

        var outcome = await store.CancelAsync(Caller.Of(context).Owner, job, cancellationToken);
        if (outcome.Result == ChangeResult.Done)
        {
            signals.CancelRequested(job);
            signals.JobProgressed(job);
        }

        return Answer(context, id, job, outcome, "cancelled");
    }

    private static async Task<IResult> RetryAsync(
        string id, HttpContext context, IJobStore store, IClusterSignals signals, IOptions<AdsOptions> options, CancellationToken cancellationToken)
    {
        if (!JobEndpoints.TryReadId(id, out var job))
        {
            return JobEndpoints.NoSuchJob(id);
        }

        var body = await JsonBody.ReadAsync(context.Request, cancellationToken);
        if (body is JsonBodyOutcome.Refused refused)
        {
            return refused.Problem;
        }

        var errors = new InputErrors();
        var request = body is JsonBodyOutcome.Read { Root: var root } ? RetryRequestReader.Read(root, options.Value.MaxCostUsd, errors) : new RetryRequest();
        if (errors.Any)
        {
            return Refusal.Invalid(errors);
        }

        var terms = new RetryTerms(request.AcceptDoublePayment ?? false, request.MaxCostUsd);
        var outcome = await store.RetryAsync(Caller.Of(context).Owner, job, terms, cancellationToken);
        if (outcome.Result == ChangeResult.Done)
        {
            signals.JobReady();
            signals.JobProgressed(job);
        }

        return Answer(context, id, job, outcome, "retried");
    }

    /// <summary>Deletes the job before its media: a crash in between leaves orphaned files, never a job without its film.</summary>
    private static async Task<IResult> DeleteAsync(
        string id, HttpContext context, IJobStore store, IMediaStore media, IClusterSignals signals, CancellationToken cancellationToken)
    {
        if (!JobEndpoints.TryReadId(id, out var job))
        {
            return JobEndpoints.NoSuchJob(id);
        }

        var outcome = await store.DeleteAsync(Caller.Of(context).Owner, job, cancellationToken);
        if (outcome.Result != ChangeResult.Done)
        {
            return Answer(context, id, job, outcome, "removed");
        }

        // The client may disconnect now; the media are deleted all the same.
        await media.DeletePrefixAsync(MediaKey.Parse($"jobs/{job}"), CancellationToken.None);
        signals.JobProgressed(job);
        return TypedResults.NoContent();
    }

    private static IResult Answer(HttpContext context, string id, JobId job, ChangeOutcome outcome, string change)
    {
        switch (outcome.Result)
        {
            case ChangeResult.Done:
                context.Response.Headers.Location = JobEndpoints.LocationOf(context, job);
                return TypedResults.Json(
                    new JobAccepted { JobId = job.Value, Status = outcome.State!.Value.ToWord() },
                    WireJson.Wire.JobAccepted,
                    statusCode: StatusCodes.Status202Accepted);

            case ChangeResult.NotFound:
                return JobEndpoints.NoSuchJob(id);

            case ChangeResult.NeedsAcceptance:
                return Refusal.Conflict(
                    "A call of this job is in doubt: the service may have done it and charged for it, and it can't be asked without paying again. "
                    + $"To go on all the same, send {{\"{RetryRequestReader.AcceptDoublePayment}\": true}}.");

            case ChangeResult.LimitTooLow:
                return Refusal.Conflict(
                    $"The job has cost more than this {RetryRequestReader.MaxCostUsd} already, with what is in doubt. "
                    + "Read cost.total and in_doubt_usd of the job, and send a limit that is not below their sum.");

            case ChangeResult.OpenCalls:
                return Refusal.Conflict(
                    "The bill of a call of this job is not known yet, and is still asked for. Remove the job later, when its in_doubt_usd does not change any more.");

            default:
                return Refusal.Conflict($"The job is {outcome.State?.ToWord()} and can't be {change} in that state.");
        }
    }
}
