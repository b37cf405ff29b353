using Reelwright.Engine.Exchange;
using Reelwright.Engine.Ledger;

namespace Reelwright.Orchestrator.Tests.Services;

/// <summary>202 and 409, and the pace of polls.</summary>
public sealed class OperationTests : GatewayTest
{
    private const string Running = """{"operation":{"id":"op 1","status":"running"}}""";
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
    [InlineData("/generate-video", "{}")]
    public async Task A_202_without_an_operation_of_the_service_leaves_the_call_in_doubt(string? location, string body)
    {
        await using var service = Accepting(202, body, location);

        (await SendClipAsync(service)).ShouldBeOfType<CallOutcome.Unknown>().Error.ShouldContain("names no operation");
    }

    [Theory]
    [InlineData(200, "/operations/op%201", "{}")]
    [InlineData(200, null, Running)]
    [InlineData(201, "/operations/op%201", "<html>created</html>")]
    [InlineData(201, null, """{"operation":{"id":"op 1","status":"succeeded"}}""")]
    [InlineData(200, null, """{"operation":{"id":"op 1","status":"queued"},"success":true,"result":{}}""")]
    [InlineData(200, null, """{"operation":{"id":"op 1"},"success":true,"result":{"position":3},"cost":0}""")]
    [InlineData(203, null, """{"operation":{"id":"op 1","status":"running"},"success":false}""")]
    [InlineData(202, "/operations/op%201", """{"success":true}""")]
    [InlineData(204, "/operations/op%201", "")]
    public async Task Any_success_that_names_an_operation_is_followed(int status, string? location, string body)
    {
        await using var service = Accepting(status, body, location);

        (await SendClipAsync(service)).ShouldBeOfType<CallOutcome.Accepted>().Operation.ShouldBe("/operations/op%201");
    }

    [Fact]
    public async Task An_id_that_is_not_part_of_the_location_still_tells_the_operation_from_others()
    {
        await using var service = Accepting(202, Running, "/v2/jobs/7?full=1");
        var accepted = (await SendClipAsync(service)).ShouldBeOfType<CallOutcome.Accepted>();
        var call = Polled with { Operation = accepted.Operation };
        service.OnOperation = (_, connection, token) =>
            connection.AnswerAsync(200, """{"operation":{"id":"op 2","status":"succeeded"},""" + Clip[1..], token);
        (await service.Gateway.PollAsync(call, Token)).ShouldBeOfType<CallOutcome.Running>();

        service.OnOperation = (_, connection, token) =>
            connection.AnswerAsync(200, """{"operation":{"id":"op 1","status":"succeeded"},""" + Clip[1..], token);
        (await service.Gateway.PollAsync(call, Token)).ShouldBeOfType<CallOutcome.Succeeded>();

        service.Server.Requests.Last().Path.ShouldBe("/v2/jobs/7");
        service.Server.Requests.Last().Query.ShouldBe("full=1");
    }

    [Fact]
    public async Task A_number_is_an_id_as_well()
    {
        await using var service = Accepting(202, """{"operation":{"id":12345,"status":"running"}}""", null);

        (await SendClipAsync(service)).ShouldBeOfType<CallOutcome.Accepted>().Operation.ShouldBe("/operations/12345");
    }

    [Theory]
    [InlineData(200)]
    [InlineData(202)]
    public async Task A_final_envelope_is_not_followed_although_it_names_an_operation(int status)
    {
        await using var done = Accepting(status, """{"operation":{"id":"1","status":"succeeded"},""" + Clip[1..], "/operations/1");
        await using var kept = Accepting(status, Clip, "/operations/1");
        await using var refused = Accepting(status, """{"operation":{"id":"1"},"success":false,"error":"no","cost":0.1}""", "/operations/1");

        (await SendClipAsync(done)).ShouldBeOfType<CallOutcome.Succeeded>().Cost.ShouldBe(0.25m);
        (await SendClipAsync(kept)).ShouldBeOfType<CallOutcome.Succeeded>().Cost.ShouldBe(0.25m);
        (await SendClipAsync(refused)).ShouldBeOfType<CallOutcome.Failed>().Cost.ShouldBe(0.1m);
    }

    [Fact]
    public async Task A_path_that_looks_like_another_host_stays_on_the_service()
    {
        await using var service = Accepting(202, "{}", "/.//evil.example/operations/1");
        var accepted = (await SendClipAsync(service)).ShouldBeOfType<CallOutcome.Accepted>();

        (await service.Gateway.PollAsync(Polled with { Operation = accepted.Operation }, Token)).ShouldBeOfType<CallOutcome.Running>();

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

    [Theory]
    [InlineData("""{"success":false,"error":{"code":"QUOTA_EXCEEDED","message":"used up","retryable":false},"cost":0.02}""")]
    [InlineData("""{"success":false,"error":{"code":"QUOTA_EXCEEDED","message":"used up","retryable":false},"cost":0.02,"operation":{"id":"1"}}""")]
    public async Task A_409_with_a_definite_refusal_is_that_refusal(string json)
    {
        await using var service = Accepting(409, json, null);
        service.OnCapabilities = (_, connection, token) => connection.AnswerAsync(200, """{"idempotency":true,"operations":true}""", token);
        service.OnOperation = (_, connection, token) => connection.AnswerAsync(200, Running, token);

        var failed = (await SendClipAsync(service)).ShouldBeOfType<CallOutcome.Failed>();

        failed.Error.ShouldContain("QUOTA_EXCEEDED: used up");
        (failed.Retryable, failed.Cost).ShouldBe((false, 0.02m));
    }

    [Fact]
    public async Task A_409_with_the_delivery_is_that_delivery()
    {
        await using var service = Accepting(409, Clip, null);

        (await SendClipAsync(service)).ShouldBeOfType<CallOutcome.Succeeded>().Cost.ShouldBe(0.25m);
    }

    [Fact]
    public async Task A_409_without_operations_is_asked_again_in_two_seconds()
    {
        await using var service = Accepting(409, """{"success":false,"error":"still running"}""", null);

        (await SendClipAsync(service)).ShouldBeOfType<CallOutcome.Busy>().RetryAfter.ShouldBe(TimeSpan.FromSeconds(2));
        service.CallsReceived.Count().ShouldBe(1);
    }

    [Theory]
    [InlineData(0, 0.5)]
    [InlineData(20, 2)]
    [InlineData(600, 5)]
    public async Task The_wait_between_polls_is_a_tenth_of_the_elapsed_time(int passedSeconds, double waitSeconds)
    {
        await using var service = ScriptedService.Answering(200, Clip);
        service.OnOperation = (_, connection, token) => connection.AnswerAsync(200, Running, token);
        service.Time.Advance(TimeSpan.FromSeconds(passedSeconds));

        (await service.Gateway.PollAsync(Polled, Token)).ShouldBeOfType<CallOutcome.Running>().PollAfter.ShouldBe(
            TimeSpan.FromSeconds(waitSeconds));
    }

    [Fact]
    public async Task The_wait_before_the_first_poll_is_a_tenth_of_the_typical_time()
    {
        await using var service = Accepting(202, Running, null);
        service.OnCapabilities = (_, connection, token) =>
            connection.AnswerAsync(200, """{"idempotency":true,"operations":true,"providers":[{"name":"a","price":{"per":"call","usd":0.1},"typical_seconds":30}]}""", token);
        await service.Gateway.DescribeAsync(ClipCall.Service, Token);

        (await SendClipAsync(service)).ShouldBeOfType<CallOutcome.Accepted>().PollAfter.ShouldBe(TimeSpan.FromSeconds(3));
    }

    private static ScriptedService Accepting(int status, string body, string? location) =>
        location is null ? ScriptedService.Answering(status, body) : ScriptedService.Answering(status, body, ("Location", location));
}
