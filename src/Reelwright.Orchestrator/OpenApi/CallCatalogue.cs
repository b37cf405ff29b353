using Reelwright.Contracts.Ads;
using Reelwright.Contracts.Jobs;
using Reelwright.Contracts.Services;
using Reelwright.Orchestrator.Ads;
using Reelwright.Orchestrator.Health;
using Reelwright.Orchestrator.Limits;
using Reelwright.Orchestrator.Results;

namespace Reelwright.Orchestrator.OpenApi;

/// <summary>Every call of the API, by its operation id.</summary>
internal static class CallCatalogue
{
    private const string Ads = "ads";
    private const string Jobs = "jobs";
    private const string Limits = "limits";
    private const string Health = "health";

    public static IReadOnlyList<(string Name, string Description)> Tags { get; } =
    [
        (Ads, "Create ads."),
        (Jobs, "Read, follow, change and delete jobs. Jobs of other callers answer 404."),
        (Limits, "Limits of calls in flight for each service. For operators."),
        (Health, "For operators."),
    ];

    public static IReadOnlyDictionary<string, CallDetail> All { get; } = new Dictionary<string, CallDetail>
    {
        [AdEndpoints.GenerateAd] = new(Ads, "Answers at once; the job then reaches a terminal state by itself. Unknown members are refused by name. Answers 409 BUDGET_EXCEEDED when even the cheapest ad of the request (one parse, one image, one scene, each composition, at announced prices) exceeds its limit.")
        {
            Body = new(typeof(GenerateAdRequest), Required: true, Examples.Request),
            Parameters =
            [
                new(IdempotencyKey.Header, "1 to 255 visible ASCII characters. The same key and body give the same answer for 24 hours and never a second job, also after the job is deleted. Repetitions do not count as creations.") { InHeader = true },
            ],
            Answers =
            [
                new(201, "The job is created.", typeof(JobCreated))
                {
                    Example = Examples.Created,
                    Headers = [("Location", "The path of the job."), (IdempotencyKey.ReplayedHeader, "true when the answer repeats an earlier creation under the same key.")],
                },
            ],
            Problems = [400, 409, 413, 415, 422, 429, 503],
        },
        [JobEndpoints.ListJobs] = new(Jobs, "Plans are left out: assets.plan is null; read a single job for its plan. Unknown filters are refused by name.")
        {
            Parameters =
            [
                new("status", "Only jobs in this state.") { Words = ListQuery.States },
                new("created_after", "A moment such as 2025-11-14T10:30:00Z, or a day such as 2025-11-14."),
                new("created_before", "A moment or a day."),
                new("q", "Part of the prompt, in any case and Unicode normal form. Fast from 3 characters on."),
                new("limit", "Jobs on a page.") { Bounds = (1, ListQuery.MaxLimit, ListQuery.DefaultLimit) },
                new("cursor", "The next_cursor of the page before."),
            ],
            Answers = [new(200, "A page of jobs.", typeof(JobPage))],
            Problems = [400, 429, 503],
        },
        [JobEndpoints.GetJob] = new(Jobs, "URLs of files in the media store are signed when the job is read and expire after 15 minutes.")
        {
            Answers = [new(200, "The job.", typeof(JobView)) { Example = Examples.Job }],
            Problems = [404, 429, 503],
        },
        [JobEndpoints.GetCalls] = new(Jobs, "Oldest first. A call is recorded before it is sent, and settled after it.")
        {
            Answers = [new(200, "The ledger.", typeof(CallsView))],
            Problems = [404, 429, 503],
        },
        [EventsEndpoint.StreamEvents] = new(Jobs, "Kinds are progress, stage, clip, cost, warning and done; ids have no gaps. The stream ends with the job; a heartbeat comes every 15 seconds. A retried job has one done for each round; the last one, which ends the stream, is final.")
        {
            Parameters =
            [
                new(EventsEndpoint.LastEventIdHeader, "Id of the last event received; only later events are sent. After an id that does not exist yet, the current state is sent first.") { InHeader = true },
                new(EventsEndpoint.LastEventIdQuery, "The same, for clients that can't set a header."),
            ],
            Answers =
            [
                new(200, "The events.", typeof(string)) { MediaType = "text/event-stream", Example = Examples.Events },
                new(204, "The job has ended and all its events were received: don't reconnect."),
            ],
            Problems = [400, 404, 429, 503],
        },
        [JobChangeEndpoints.CancelJob] = new(Jobs, "A queued job is cancelled at once, a running one usually within a second. Paid results are kept for a retry.")
        {
            Answers = [Accepted],
            Problems = [400, 404, 409, 413, 415, 429, 503],
        },
        [JobChangeEndpoints.RetryJob] = new(Jobs, "For failed and cancelled jobs. After PAYMENT_IN_DOUBT the caller must accept that a call may be paid twice.")
        {
            Body = new(typeof(RetryRequest), Required: false, Examples.Retry),
            Answers = [Accepted],
            Problems = [400, 404, 409, 413, 415, 429, 503],
        },
        [JobChangeEndpoints.DeleteJob] = new(Jobs, "For jobs that have ended.")
        {
            Answers = [new(204, "The job and its media are gone.")],
            Problems = [404, 409, 429, 503],
        },
        [LimitEndpoints.ListLimits] = new(Limits, "Calls in flight are counted over all nodes, including accepted operations.")
        {
            Answers = [new(200, "The limits.", typeof(LimitsView)) { Example = Examples.Limits }],
            Problems = [429, 503],
        },
        [LimitEndpoints.SetLimit] = new(Limits, "Applies to all nodes within a second. After a limit is lowered, calls in flight finish first.")
        {
            Body = new(typeof(LimitChange), Required: true, Examples.LimitChange),
            Answers = [new(200, "The limit as it is now.", typeof(ServiceLimit))],
            Problems = [400, 404, 413, 415, 429, 503],
        },
        [HealthEndpoints.GetHealth] = new(Health, "Answers within 2 seconds, even when the database hangs.")
        {
            Answers = [new(200, "It works.", typeof(OrchestratorHealth)), new(503, "It does not work.", typeof(OrchestratorHealth)) { Example = Examples.Unhealthy }],
        },
        [HealthEndpoints.GetLiveness] = new(Health, "Checks nothing but the process itself.")
        {
            Answers = [new(200, "The process answers.", typeof(Liveness))],
        },
        [HealthEndpoints.GetReadiness] = new(Health, "Each check names its problem and the cure.")
        {
            Answers = [new(200, "Jobs can be created and run.", typeof(Readiness)), new(503, "Jobs can't be created or run.", typeof(Readiness)) { Example = Examples.NotReady }],
        },
    };

    private static AnswerDetail Accepted => new(202, "Accepted.", typeof(JobAccepted)) { Headers = [("Location", "The path of the job.")] };
}
