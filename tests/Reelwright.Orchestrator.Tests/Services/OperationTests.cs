using Reelwright.Engine.Exchange;
using Reelwright.Engine.Ledger;

namespace Reelwright.Orchestrator.Tests.Services;

/// <summary>202, 409 and polling.</summary>
public sealed class OperationTests : GatewayTest
{
    private const string Running = """{"operation":{"id":"op 1","status":"running"}}""";
    private const string NotFound = """{"detail":"Not Found"}""";
    private static readonly LedgerCall Polled = ClipCall with { State = CallState.Accepted, Operation = "/operations/op%201", AcceptedAt = ClipCall.CreatedAt };

    [Theory]
    [InlineData("/operations/op%201", "{}", "/operations/op%201")]
    [InlineData("../v2/jobs/7?full=1", "{}", "/v2/jobs/7?full=1")]
    [InlineData(null, Running, "/operations/op%201")]
    [InlineData("http://169.254.169.254/latest", Running, "/operations/op%201")]
    [InlineData("//evil.example/operations/1", Running, "/operations/op%201")]
    public async Task A_202_names_the_operation_to_poll(string? location, string body, string operation)
    {
        await using var service = Accepting(202, body, location);

        (await SendClipAsync(service)).ShouldBeOfType<CallOutcome.Accepted>().Operation.ShouldBe(operation);
    }

    [Theory]
    [InlineData(null, "{}")]
    [InlineData(null, "<html>")]
    [InlineData("http://169.254.169.254/latest", "{}")]
    [InlineData("https://127.0.0.1/operations/1", """{"operation":{"id":".."}}""")]
    public async Task A_202_that_names_none_of_the_services_own_is_in_doubt(string? location, string body)
    {
        await using var service = Accepting(202, body, location);

        (await SendClipAsync(service)).ShouldBeOfType<CallOutcome.Unknown>().Error.ShouldContain("names no operation");
    }

    [Fact]
    public async Task A_path_that_looks_like_another_host_stays_on_the_service()
    {
        await using var service = Accepting(202, "{}", "/.//evil.example/operations/1");
        var accepted = (await SendClipAsync(service)).ShouldBeOfType<CallOutcome.Accepted>();

        (await service.Gateway.PollAsync(Polled with { Operation = accepted.Operation }, Token)).ShouldBeOfType<CallOutcome.Unknown>();

        service.Server.Requests.Last().Path.ShouldEndWith("/evil.example/operations/1");
    }

    [Fact]
    public async Task A_409_that_names_the_operation_is_polled()
    {
        await using var service = Accepting(409, Running, "/operations/op%201");

        (await SendClipAsync(service)).ShouldBeOfType<CallOutcome.Accepted>().Operation.ShouldBe("/operations/op%201");
    }

    [Fact]
    public async Task A_409_is_looked_up_by_key()
    {
        await using var service = Accepting(409, """{"success":false,"error":"still running"}""", null);
        service.OnCapabilities = (_, connection, token) => connection.AnswerAsync(200, """{"idempotency":true,"operations":true}""", token);
        service.OnOperation = (_, connection, token) => connection.AnswerAsync(200, Running, token);

        (await SendClipAsync(service)).ShouldBeOfType<CallOutcome.Accepted>().Operation.ShouldBe("/operations/op%201");

        service.Server.Requests.Last().Query.ShouldBe($"key={ClipCall.IdempotencyKey}");
    }

    [Fact]
    public async Task A_409_without_operations_is_asked_again_in_two_seconds()
    {
        await using var service = Accepting(409, """{"success":false,"error":"still running"}""", null);

        (await SendClipAsync(service)).ShouldBeOfType<CallOutcome.Busy>().RetryAfter.ShouldBe(TimeSpan.FromSeconds(2));
        service.CallsReceived.Count().ShouldBe(1);
    }

    [Theory]
    [InlineData("""{"operation":{"id":"op 1","status":"running"}}""")]
    [InlineData("""{"operation":{"id":"op 1","status":"queued"},"success":null}""")]
    [InlineData("""{"operation":{"status":"running"}}""")]
    public async Task An_operation_that_has_not_ended_runs(string json) => (await PollAsync(200, json)).ShouldBeOfType<CallOutcome.Running>();

    [Theory]
    [InlineData(408)]
    [InlineData(429)]
    [InlineData(500)]
    [InlineData(503)]
    [InlineData(401)]
    public async Task A_poll_that_fails_says_nothing_of_the_operation(int status) =>
        (await PollAsync(status, "no")).ShouldBeOfType<CallOutcome.Running>().PollAfter.ShouldBe(TimeSpan.FromSeconds(5));

    [Fact]
    public async Task A_poll_that_breaks_off_says_nothing_of_the_operation()
    {
        await using var reset = ScriptedService.Answering(200, Clip);
        reset.OnOperation = (_, connection, _) =>
        {
            connection.Reset();
            return Task.CompletedTask;
        };
        await using var cut = ScriptedService.Answering(200, Clip);
        cut.OnOperation = async (_, connection, token) =>
        {
            await connection.WriteAsync(ScriptedService.Head(400) + Running, token);
            connection.Close();
        };
        await using var silent = ScriptedService.Answering(200, Clip);
        silent.OnOperation = (_, _, token) => Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, token);

        (await reset.Gateway.PollAsync(Polled, Token)).ShouldBeOfType<CallOutcome.Running>();
        (await cut.Gateway.PollAsync(Polled, Token)).ShouldBeOfType<CallOutcome.Running>();
        (await silent.PassTimeUntilEndAsync(silent.Gateway.PollAsync(Polled, Token), Token)).ShouldBeOfType<CallOutcome.Running>();
    }

    [Theory]
    [InlineData(404, NotFound)]
    [InlineData(410, "")]
    [InlineData(200, "{}")]
    [InlineData(200, """{"operation":"op 1"}""")]
    [InlineData(200, """{"operation":{"id":"op 1","status":5}}""")]
    [InlineData(200, """{"operation":{"id":"op 2","status":"succeeded"},"success":true,"result":{"video_url":"http://a/b"}}""")]
    [InlineData(200, """{"operation":{"id":"op 1","status":"succeeded"}}""")]
    [InlineData(200, """{"operation":{"id":"op 1","status":"succeeded"},"success":false,"error":"x"}""")]
    [InlineData(200, "{oops")]
    public async Task An_operation_that_is_lost_or_not_ours_leaves_the_call_in_doubt(int status, string json) =>
        (await PollAsync(status, json)).ShouldBeOfType<CallOutcome.Unknown>();

    [Fact]
    public async Task An_operation_ends_like_a_call()
    {
        var done = """{"operation":{"id":"op 1","status":"succeeded"},""" + Clip[1..];
        const string broken = """{"operation":{"id":"op 1","status":"succeeded"},"success":true,"result":{},"cost":0.1}""";
        const string failed = """{"operation":{"id":"op 1","status":"failed"},"success":false,"error":{"code":"NSFW","message":"no"},"cost":0.1}""";
        const string bare = """{"operation":{"id":"op 1","status":"failed"},"cost":0.1}""";
        const string cancelled = """{"operation":{"id":"op 1","status":"cancelled"},"cost":0.1}""";

        var succeeded = (await PollAsync(200, done)).ShouldBeOfType<CallOutcome.Succeeded>();
        (succeeded.Response, succeeded.Cost).ShouldBe(("""{"video_url":"http://127.0.0.1:9/clip.mp4"}""", 0.25m));
        (await PollAsync(200, broken)).ShouldBeOfType<CallOutcome.Failed>().Error.ShouldContain("broke the contract");
        (await PollAsync(200, failed)).ShouldBeOfType<CallOutcome.Failed>().Code.ShouldBe("CONTENT_REJECTED");
        (await PollAsync(200, bare)).ShouldBeOfType<CallOutcome.Failed>().Cost.ShouldBe(0.1m);
        (await PollAsync(200, cancelled)).ShouldBeOfType<CallOutcome.Failed>().Retryable.ShouldBeTrue();
    }

    [Theory]
    [InlineData(0, 0.5)]
    [InlineData(20, 2)]
    [InlineData(600, 5)]
    public async Task Polls_come_at_a_tenth_of_what_has_passed(int passedSeconds, double waitSeconds)
    {
        await using var service = ScriptedService.Answering(200, Clip);
        service.OnOperation = (_, connection, token) => connection.AnswerAsync(200, Running, token);
        service.Time.Advance(TimeSpan.FromSeconds(passedSeconds));

        (await service.Gateway.PollAsync(Polled, Token)).ShouldBeOfType<CallOutcome.Running>().PollAfter.ShouldBe(TimeSpan.FromSeconds(waitSeconds));
    }

    [Fact]
    public async Task The_first_poll_waits_a_tenth_of_what_such_work_usually_takes()
    {
        await using var service = Accepting(202, Running, null);
        service.OnCapabilities = (_, connection, token) =>
            connection.AnswerAsync(200, """{"idempotency":true,"operations":true,"providers":[{"name":"a","price":{"per":"call","usd":0.1},"typical_seconds":30}]}""", token);
        await service.Gateway.DescribeAsync(ClipCall.Service, Token);

        (await SendClipAsync(service)).ShouldBeOfType<CallOutcome.Accepted>().PollAfter.ShouldBe(TimeSpan.FromSeconds(3));
    }

    private static async Task<CallOutcome> PollAsync(int status, string json)
    {
        await using var service = ScriptedService.Answering(200, Clip);
        service.OnOperation = (_, connection, token) => connection.AnswerAsync(status, json, token);
        return await service.Gateway.PollAsync(Polled, Token);
    }

    private static ScriptedService Accepting(int status, string body, string? location) =>
        location is null ? ScriptedService.Answering(status, body) : ScriptedService.Answering(status, body, ("Location", location));
}
