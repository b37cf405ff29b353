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
        (Ads, "Have ads made."),
        (Jobs, "Follow, change and remove jobs. Others' jobs do not exist for you."),
        (Limits, "How many calls the services may have in flight. For operators."),
        (Health, "For operators."),
    ];

    public static IReadOnlyDictionary<string, CallDetail> All { get; } = new Dictionary<string, CallDetail>
    {
        [AdEndpoints.GenerateAd] = new(Ads, "Answers at once; from then on the job ends by itself in a terminal state. Members that are not described here are refused by name.")
        {
            Body = new(typeof(GenerateAdRequest), Required: true, Examples.Request),
            Parameters =
            [
                new(IdempotencyKey.Header, "1 to 255 visible ASCII characters. The same key and body give the same answer for 24 hours, and no second job.") { InHeader = true },
            ],
            Answers =
            [
                new(201, "The job is made.", typeof(JobCreated))
                {
                    Example = Examples.Created,
                    Headers = [("Location", "Where the job can be read."), (IdempotencyKey.ReplayedHeader, "true when the job had been made before under the same key.")],
                },
            ],
            Problems = [400, 413, 415, 422, 429, 503],
        },
        [JobEndpoints.ListJobs] = new(Jobs, "A filter that does not exist is refused by name.")
        {
            Parameters =
            [
                new("status", "Only jobs in this state.") { Words = ListQuery.States },
                new("created_after", "A moment such as 2025-11-14T10:30:00Z, or a day such as 2025-11-14."),
                new("created_before", "A moment or a day."),
                new("q", "Part of the prompt, in any case."),
                new("limit", "Jobs on a page.") { Bounds = (1, ListQuery.MaxLimit, ListQuery.DefaultLimit) },
                new("cursor", "The next_cursor of the page before."),
            ],
            Answers = [new(200, "A page of jobs.", typeof(JobPage))],
            Problems = [400, 429, 503],
        },
        [JobEndpoints.GetJob] = new(Jobs, "URLs of our own media are signed when they are read and expire after 15 minutes.")
        {
            Answers = [new(200, "The job.", typeof(JobView)) { Example = Examples.Job }],
            Problems = [404, 429, 503],
        },
        [JobEndpoints.GetCalls] = new(Jobs, "Oldest first. A call is written down before it is made, and settled after it.")
        {
            Answers = [new(200, "The ledger.", typeof(CallsView))],
            Problems = [404, 429, 503],
        },
        [EventsEndpoint.StreamEvents] = new(Jobs, "Kinds are progress, stage, clip, cost, warning and done; ids have no gaps. The stream ends with the job; a heartbeat comes every 15 seconds. A job that was retried replays the done of each earlier round: the last one, with which the stream ends, holds.")
        {
            Parameters =
            [
                new(EventsEndpoint.LastEventIdHeader, "The last event seen; only what came after it is sent.") { InHeader = true },
                new(EventsEndpoint.LastEventIdQuery, "The same, for those who can't set a header."),
            ],
            Answers =
            [
                new(200, "The events.", typeof(string)) { MediaType = "text/event-stream", Example = Examples.Events },
                new(204, "The job has ended and all its events were seen: don't reconnect."),
            ],
            Problems = [400, 404, 429, 503],
        },
        [JobChangeEndpoints.CancelJob] = new(Jobs, "A job that nobody works on is cancelled at once, another within a second. What was paid for is kept.")
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
        [LimitEndpoints.ListLimits] = new(Limits, "Calls in flight are counted over all nodes, operations that were accepted included.")
        {
            Answers = [new(200, "The limits.", typeof(LimitsView)) { Example = Examples.Limits }],
            Problems = [429, 503],
        },
        [LimitEndpoints.SetLimit] = new(Limits, "Holds for all nodes within a second. Below a lowered limit, calls in flight finish first.")
        {
            Body = new(typeof(LimitChange), Required: true, Examples.LimitChange),
            Answers = [new(200, "The limit as it is now.", typeof(ServiceLimit))],
            Problems = [400, 404, 413, 415, 429, 503],
        },
        [HealthEndpoints.GetHealth] = new(Health, "Answers within 2 seconds, even when the database hangs.")
        {
            Answers = [new(200, "It can.", typeof(OrchestratorHealth)), new(503, "It can't.", typeof(OrchestratorHealth)) { Example = Examples.Unhealthy }],
        },
        [HealthEndpoints.GetLiveness] = new(Health, "Asks nobody else.")
        {
            Answers = [new(200, "It does.", typeof(Liveness))],
        },
        [HealthEndpoints.GetReadiness] = new(Health, "Each check says what is wrong and what cures it.")
        {
            Answers = [new(200, "They can.", typeof(Readiness)), new(503, "They can't.", typeof(Readiness)) { Example = Examples.NotReady }],
        },
    };

    private static AnswerDetail Accepted => new(202, "It will be done.", typeof(JobAccepted)) { Headers = [("Location", "Where the job can be read.")] };
}
