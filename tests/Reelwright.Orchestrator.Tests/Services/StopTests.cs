using Reelwright.Engine.Exchange;
using Reelwright.Engine.Ledger;
using Reelwright.Testing.Wire;

namespace Reelwright.Orchestrator.Tests.Services;

/// <summary>Looking a call up; cancelling remote work and learning its bill.</summary>
public sealed class StopTests : GatewayTest
{
    private const string WithOperations = """{"idempotency":true,"operations":true}""";
    private static readonly LedgerCall Accepted = ClipCall with { State = CallState.Accepted, Operation = "/operations/7" };

    [Theory]
    [InlineData("""{"operation":{"id":"7","status":"cancelled"},"success":false,"error":"cancelled","cost":0.03}""", 0.03)]
    [InlineData("""{"operation":{"id":"7","status":"failed"},"success":false,"error":"died","cost":0.04}""", 0.04)]
    public async Task Work_that_was_stopped_has_a_last_bill(string view, double cost)
    {
        await using var service = With(view);

        (await service.Gateway.StopAsync(Accepted, Token)).ShouldBeOfType<CallOutcome.Failed>().Cost.ShouldBe((decimal)cost);

        service.Server.Requests.Select(
            request => $"{request.Method} {request.Path}").ShouldBe(["DELETE /operations/7", "GET /operations/7"]);
    }

    [Fact]
    public async Task Work_that_was_done_already_is_kept()
    {
        await using var service = With("""{"operation":{"id":"7","status":"succeeded"},""" + Clip[1..]);

        (await service.Gateway.StopAsync(Accepted, Token)).ShouldBeOfType<CallOutcome.Succeeded>().Cost.ShouldBe(0.25m);
    }

    [Fact]
    public async Task Work_that_still_runs_is_polled_again()
    {
        await using var service = With("""{"operation":{"id":"7","status":"running"}}""");

        (await service.Gateway.StopAsync(Accepted, Token)).ShouldBeOfType<CallOutcome.Running>();
    }

    [Fact]
    public async Task Work_without_a_known_operation_is_found_by_its_key()
    {
        await using var service = With("""{"operation":{"id":"7","status":"cancelled"},"cost":0.03}""");
        service.OnCapabilities = (_, connection, token) => connection.AnswerAsync(200, WithOperations, token);

        (await service.Gateway.StopAsync(ClipCall, Token)).ShouldBeOfType<CallOutcome.Failed>().Cost.ShouldBe(0.03m);

        service.Server.Requests.Select(request => $"{request.Method} {request.Path}").ShouldBe(
            ["GET /capabilities", "GET /operations", "DELETE /operations/7", "GET /operations/7"]);
    }

    [Fact]
    public async Task A_key_that_the_service_has_not_registered_is_not_found_and_nothing_is_deleted()
    {
        await using var service = ScriptedService.Answering(200, Clip);
        service.OnCapabilities = (_, connection, token) => connection.AnswerAsync(200, WithOperations, token);

        (await service.Gateway.StopAsync(ClipCall, Token)).ShouldBeOfType<CallOutcome.NotFound>();
        (await service.Gateway.FindAsync(ClipCall, Token)).ShouldBeOfType<CallOutcome.NotFound>();

        service.Server.Requests.ShouldNotContain(request => request.Method == "DELETE");
    }

    [Theory]
    [InlineData(200, "{}")]
    [InlineData(200, "null")]
    [InlineData(200, "")]
    [InlineData(200, "<html>a gateway</html>")]
    [InlineData(200, """{"operation":"7"}""")]
    [InlineData(200, """{"operation":{"status":"running"}}""")]
    [InlineData(200, """{"operation":{"id":".."}}""")]
    [InlineData(302, "")]
    [InlineData(400, "{}")]
    [InlineData(401, "{}")]
    [InlineData(405, "")]
    [InlineData(410, "")]
    [InlineData(429, "")]
    [InlineData(500, "")]
    [InlineData(503, "")]
    [InlineData(404, """{"operation":{"id":"7","status":"running"}}""", true)]
    public async Task A_look_up_that_makes_no_sense_is_repeated(int status, string json, bool isFound = false)
    {
        await using var service = ScriptedService.Answering(200, Clip);
        service.OnCapabilities = (_, connection, token) => connection.AnswerAsync(200, WithOperations, token);
        service.OnOperation = (_, connection, token) => connection.AnswerAsync(status, json, token);

        var found = await service.Gateway.FindAsync(ClipCall, Token);

        found.ShouldBeOfType(isFound ? typeof(CallOutcome.NotFound) : typeof(CallOutcome.Running));
    }

    [Fact]
    public async Task A_404_proves_nothing_while_it_is_not_known_whether_the_service_has_operations()
    {
        await using var service = ScriptedService.Answering(200, Clip);
        service.OnCapabilities = (_, connection, token) => connection.AnswerAsync(503, "starting", token);

        (await service.Gateway.FindAsync(ClipCall, Token)).ShouldBeOfType<CallOutcome.Running>();
        (await service.Gateway.StopAsync(ClipCall, Token)).ShouldBeOfType<CallOutcome.Running>();
    }

    [Theory]
    [InlineData(202)]
    [InlineData(204)]
    [InlineData(405)]
    [InlineData(409)]
    [InlineData(500)]
    public async Task A_cancel_that_is_refused_or_ignored_leaves_the_work_running(int status)
    {
        await using var service = ScriptedService.Answering(200, Clip);
        service.OnOperation = (request, connection, token) => request.Method == "DELETE"
            ? connection.AnswerAsync(status, "", token)
            : connection.AnswerAsync(200, """{"operation":{"id":"7","status":"running"}}""", token);

        (await service.Gateway.StopAsync(Accepted, Token)).ShouldBeOfType<CallOutcome.Running>();
    }

    [Fact]
    public async Task The_bill_in_the_answer_to_a_deletion_counts_when_the_operation_is_gone_afterwards()
    {
        await using var service = ScriptedService.Answering(200, Clip);
        service.OnOperation = (request, connection, token) => request.Method == "DELETE"
            ? connection.AnswerAsync(200, """{"operation":{"id":"7","status":"canceled"},"cost":0.07}""", token)
            : connection.AnswerAsync(404, "", token);

        (await service.Gateway.StopAsync(Accepted, Token)).ShouldBeOfType<CallOutcome.Failed>().Cost.ShouldBe(0.07m);
    }

    [Fact]
    public async Task An_envelope_that_is_about_the_deletion_itself_ends_nothing()
    {
        await using var service = ScriptedService.Answering(200, Clip);
        service.OnOperation = (request, connection, token) => request.Method == "DELETE"
            ? connection.AnswerAsync(200, """{"success":false,"error":"not cancellable","cost":0}""", token)
            : connection.AnswerAsync(404, "", token);

        (await service.Gateway.StopAsync(Accepted, Token)).ShouldBeOfType<CallOutcome.Running>();
    }

    [Fact]
    public async Task A_call_that_was_never_sent_costs_nothing_and_is_not_asked_for()
    {
        await using var service = ScriptedService.Answering(200, Clip);

        (await service.Gateway.StopAsync(ClipCall with { Dispatched = false }, Token)).ShouldBeOfType<CallOutcome.Failed>().Cost.ShouldBe(
            0m);
        service.Server.Connections.ShouldBe(0);
    }

    [Fact]
    public async Task A_service_without_operations_leaves_the_call_in_doubt()
    {
        await using var service = ScriptedService.Answering(200, Clip);

        (await service.Gateway.StopAsync(ClipCall, Token)).ShouldBeOfType<CallOutcome.Unknown>();
    }

    [Fact]
    public async Task A_service_that_does_not_find_the_operation_is_asked_again()
    {
        await using var service = ScriptedService.Answering(200, Clip);

        (await service.Gateway.StopAsync(Accepted, Token)).ShouldBeOfType<CallOutcome.Running>();
    }

    [Fact]
    public async Task A_service_that_is_down_for_the_moment_is_asked_again()
    {
        await using var service = ScriptedService.Answering(200, Clip);
        service.OnOperation = (_, connection, token) => connection.AnswerAsync(503, "starting", token);

        (await service.Gateway.StopAsync(Accepted, Token)).ShouldBeOfType<CallOutcome.Running>();
    }

    private static ScriptedService With(string view)
    {
        var service = ScriptedService.Answering(200, Clip);
        service.OnOperation = (RawRequest request, RawConnection connection, CancellationToken token) =>
            connection.AnswerAsync(request.Method == "DELETE" ? 202 : 200, view, token);
        return service;
    }
}
