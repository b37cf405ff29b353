using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Primitives;
using Reelwright.Engine.Jobs;
using Reelwright.Engine.Store;
using Reelwright.Orchestrator.Access;
using Reelwright.Orchestrator.Input;

namespace Reelwright.Orchestrator.Results;

/// <summary><c>GET /jobs/{id}/events</c>: the events of a job as server-sent events.</summary>
internal static class EventsEndpoint
{
    public const string StreamEvents = "streamJobEvents";
    public const string LastEventIdHeader = "Last-Event-ID";

    /// <summary>The same as a query parameter, for clients that can't set a header.</summary>
    public const string LastEventIdQuery = "last_event_id";

    private static readonly TimeSpan RetryAfter = TimeSpan.FromSeconds(5);

    public static IEndpointRouteBuilder MapJobEvents(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/jobs/{id}/events", StreamAsync).WithName(StreamEvents).WithSummary("Follow a job live, as server-sent events");
        return routes;
    }

    private static async Task<IResult> StreamAsync(
        string id, HttpContext context, IJobReader jobs, CallerLimits limits, EventFeed feed, CancellationToken cancellationToken)
    {
        var errors = new InputErrors();
        var after = LastSeen(context.Request, errors);
        if (errors.Any)
        {
            return Refusal.Invalid(errors);
        }

        // The last event is read before the job: what happens in between is sent as an event.
        var caller = Caller.Of(context);
        var newest = after > 0 && JobEndpoints.TryReadId(id, out var named) ? await jobs.LastEventAsync(caller.Owner, named, cancellationToken) : null;
        if (!JobEndpoints.TryReadId(id, out var job) || await jobs.FindAsync(caller.Owner, job, cancellationToken) is not { } found)
        {
            return JobEndpoints.NoSuchJob(id);
        }

        var isBeyond = newest < after;
        if (!isBeyond && found.State.IsTerminal() && await jobs.EventsAsync(caller.Owner, job, after, cancellationToken) is [])
        {
            // 204 is the only answer after which a browser's EventSource does not reconnect.
            return TypedResults.NoContent();
        }

        return limits.OpenStream(caller) is { } permit
            ? new EventStream(feed.FollowAsync(caller.Owner, job, isBeyond ? newest!.Value : after, isBeyond ? found : null, cancellationToken), permit)
            : Refusal.TooMany("The limit of open event streams is reached. Close one first.", RetryAfter);
    }

    private static long LastSeen(HttpRequest request, InputErrors errors)
    {
        var (name, value) = request.Headers.TryGetValue(LastEventIdHeader, out var header)
            ? (LastEventIdHeader, header)
            : (LastEventIdQuery, request.Query[LastEventIdQuery]);
        if (StringValues.IsNullOrEmpty(value))
        {
            return 0;
        }

        if (long.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var last))
        {
            return last;
        }

        errors.Add(name, "must be the id of an event, a whole number");
        return 0;
    }
}
