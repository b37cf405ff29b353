using Reelwright.Engine.Exchange;
using Reelwright.Engine.Ledger;

namespace Reelwright.Orchestrator.Tests.Services;

/// <summary>Responses to polls: which of them end an operation, and how.</summary>
public sealed class PollTests : GatewayTest
{
    private const string Running = """{"operation":{"id":"op 1","status":"running"}}""";
    private static readonly LedgerCall Polled =
        ClipCall with { State = CallState.Accepted, Operation = "/operations/op%201", AcceptedAt = ClipCall.CreatedAt };

    [Theory]
    [InlineData("""{"operation":{"id":"op 1","status":"running"}}""")]
    [InlineData("""{"operation":{"id":"op 1","status":"queued"},"success":null}""")]
    [InlineData("""{"operation":{"status":"running"}}""")]
    public async Task An_operation_that_has_not_ended_runs(string json) =>
        (await PollAsync(200, json)).ShouldBeOfType<CallOutcome.Running>();

    [Theory]
    [InlineData(408)]
    [InlineData(429)]
    [InlineData(500)]
    [InlineData(503)]
    [InlineData(401)]
    public async Task A_failed_poll_leaves_the_operation_running(int status) =>
        (await PollAsync(status, "no")).ShouldBeOfType<CallOutcome.Running>().PollAfter.ShouldBe(TimeSpan.FromSeconds(5));

    [Fact]
    public async Task A_broken_poll_leaves_the_operation_running()
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
    [InlineData(404, """{"detail":"Not Found"}""")]
    [InlineData(404, """{"success":false,"error":{"code":"NOT_FOUND","message":"no","retryable":false},"cost":0}""")]
    [InlineData(410, "")]
    [InlineData(302, "")]
    [InlineData(400, """{"success":false,"error":"x"}""")]
    [InlineData(402, "{}")]
    [InlineData(409, "{}")]
    [InlineData(204, "")]
    [InlineData(200, "")]
    [InlineData(200, "{}")]
    [InlineData(200, "null")]
    [InlineData(200, "[]")]
    [InlineData(200, "true")]
    [InlineData(200, "{oops")]
    [InlineData(200, "<html>a gateway</html>")]
    [InlineData(200, """{"operation":"op 1"}""")]
    [InlineData(200, """{"operation":null}""")]
    [InlineData(200, """{"operation":{"id":"op 1","status":5}}""")]
    [InlineData(200, """{"operation":{"id":"op 1","status":"paused"}}""")]
    [InlineData(200, """{"operation":{"id":"op 1","status":"paused"},"success":false,"error":"x","cost":0.1}""")]
    [InlineData(200, """{"operation":{"id":"op 1","status":"running"},"success":false,"error":"x","cost":0.1}""")]
    [InlineData(200, """{"operation":{"id":"op 2","status":"succeeded"},"success":true,"result":{"video_url":"http://a/b"}}""")]
    [InlineData(200, """{"operation":{"id":"op 2","status":"failed"},"success":false,"error":"x","cost":9}""")]
    [InlineData(200, """{"operation":{"id":2,"status":"succeeded"},"success":true,"result":{"video_url":"http://a/b"}}""")]
    [InlineData(200, """{"operation":{"id":"op 1","status":"succeeded"}}""")]
    [InlineData(200, """{"operation":{"id":"op 1","status":"succeeded"},"result":{}}""")]
    [InlineData(200, """{"success":true}""")]
    [InlineData(200, """{"success":true,"result":null}""")]
    [InlineData(200, """{"success":true,"result":{"progress":40}}""")]
    [InlineData(200, """{"success":"true","result":{"video_url":"http://a/b"},"cost":0.3}""")]
    public async Task An_odd_response_does_not_end_an_operation(int status, string json) =>
        (await PollAsync(status, json)).ShouldBeOfType<CallOutcome.Running>();

    [Theory]
    [InlineData("succeeded", true, true, "succeeded", 0.3)]
    [InlineData("SUCCEEDED", true, true, "succeeded", 0.3)]
    [InlineData("succeeded", true, false, "failed", 0.3)]
    [InlineData("succeeded", false, false, "failed", 0.3)]
    [InlineData("succeeded", false, true, "failed", 0.3)]
    [InlineData("succeeded", null, true, "succeeded", 0.3)]
    [InlineData("succeeded", null, false, "running", 0)]
    [InlineData("failed", true, true, "succeeded", 0.3)]
    [InlineData("failed", true, false, "failed", 0.3)]
    [InlineData("failed", false, false, "failed", 0.3)]
    [InlineData("failed", null, false, "failed", 0.3)]
    [InlineData("cancelled", true, true, "succeeded", 0.3)]
    [InlineData("cancelled", true, false, "failed", 0.3)]
    [InlineData("cancelled", false, false, "failed", 0.3)]
    [InlineData("cancelled", null, false, "failed", 0.3)]
    [InlineData("canceled", null, false, "failed", 0.3)]
    [InlineData("completed", true, true, "succeeded", 0.3)]
    [InlineData("completed", true, false, "running", 0)]
    [InlineData("error", false, false, "running", 0)]
    [InlineData("running", true, true, "running", 0)]
    [InlineData(null, true, true, "succeeded", 0.3)]
    [InlineData(null, true, false, "failed", 0.3)]
    [InlineData(null, false, false, "failed", 0.3)]
    [InlineData(null, null, true, "running", 0)]
    public async Task Status_and_envelope_decide_together(string? status, bool? success, bool hasResult, string end, double cost)
    {
        var operation = status is null ? "" : $$""" "operation":{"id":"op 1","status":"{{status}}"},""";
        var envelope = success is { } flag ? $"\"success\":{(flag ? "true" : "false")}," : "";
        var result = hasResult ? """ "result":{"video_url":"http://a/b"},""" : "";

        var outcome = await PollAsync(200, $$"""{{{operation}}{{envelope}}{{result}}"error":null,"cost":0.3}""");

        (end, cost).ShouldBe(outcome switch
        {
            CallOutcome.Succeeded succeeded => ("succeeded", (double)succeeded.Cost!.Value),
            CallOutcome.Failed failed => ("failed", (double)failed.Cost),
            CallOutcome.Running => ("running", 0),
            _ => (outcome.ToString()!, 0),
        });
    }

    [Theory]
    [InlineData(200)]
    [InlineData(400)]
    [InlineData(500)]
    public async Task An_operation_that_failed_has_its_code_under_any_status(int status)
    {
        const string json = """{"operation":{"id":"op 1","status":"succeeded"},"success":false,"error":{"code":"X","message":"y","retryable":true},"cost":0.2}""";
        var failed = (await PollAsync(status, json)).ShouldBeOfType<CallOutcome.Failed>();

        failed.Error.ShouldContain("X: y");
        (failed.Cost, failed.Retryable).ShouldBe((0.2m, true));
    }

    [Fact]
    public async Task A_delivery_is_kept_when_its_cost_can_not_be_read()
    {
        const string json = """{"operation":{"id":"op 1","status":"succeeded"},"success":true,"result":{"video_url":"http://a/b"},"cost":"0.30"}""";
        var succeeded = (await PollAsync(200, json)).ShouldBeOfType<CallOutcome.Succeeded>();

        succeeded.Cost.ShouldBeNull();
        succeeded.CostFault.ShouldNotBeNull();
    }

    [Fact]
    public async Task Odd_responses_are_polled_on_with_a_growing_wait()
    {
        await using var service = ScriptedService.Answering(200, Clip);

        (await service.Gateway.PollAsync(Polled, Token)).ShouldBe(new CallOutcome.Running(TimeSpan.FromSeconds(0.5)));
        service.Time.Advance(TimeSpan.FromSeconds(30));
        (await service.Gateway.PollAsync(Polled, Token)).ShouldBe(new CallOutcome.Running(TimeSpan.FromSeconds(3)));
        service.Time.Advance(TimeSpan.FromMinutes(10));
        (await service.Gateway.PollAsync(Polled, Token)).ShouldBe(new CallOutcome.Running(TimeSpan.FromSeconds(5)));
    }

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

    private static async Task<CallOutcome> PollAsync(int status, string json)
    {
        await using var service = ScriptedService.Answering(200, Clip);
        service.OnOperation = (_, connection, token) => connection.AnswerAsync(status, json, token);
        return await service.Gateway.PollAsync(Polled, Token);
    }
}
