using System.Globalization;
using Reelwright.Contracts.Services;
using Reelwright.Engine.Exchange;
using Reelwright.Testing.Builders;
using Reelwright.Testing.Time;

namespace Reelwright.Orchestrator.Tests.Services;

/// <summary>What goes over the wire, and over how many connections.</summary>
public sealed class ConnectionTests : GatewayTest
{
    [Theory]
    [InlineData(ServiceNames.PromptParser, "/parse")]
    [InlineData(ServiceNames.ImageGeneration, "/generate-image")]
    [InlineData(ServiceNames.VideoGeneration, "/generate-video")]
    [InlineData(ServiceNames.Composition, "/compose")]
    public async Task A_call_carries_its_key_its_job_its_trace_and_the_token(string name, string path)
    {
        await using var service = ScriptedService.Start(
            (_, connection, token) => connection.AnswerAsync(200, Clip, token), ("ServiceAccess:Token", "a-token-of-the-services"));
        var call = Calls.To(name);

        await service.Gateway.SendAsync(call, Token);

        var request = service.CallsReceived.Single();
        request.Path.ShouldBe(path);
        request.Header("Idempotency-Key").ShouldBe(call.IdempotencyKey);
        request.Header("X-Job-Id").ShouldBe(call.Id.Job.ToString());
        request.Header("Authorization").ShouldBe("Bearer a-token-of-the-services");
        request.Header("traceparent")!.ShouldMatch("^00-[0-9a-f]{32}-[0-9a-f]{16}-0[01]$");
        request.Header("Content-Type").ShouldBe("application/json");
        request.Header("Content-Length").ShouldBe(request.Body.Length.ToString(CultureInfo.InvariantCulture));
        request.Header("Accept-Encoding").ShouldBeNull();
        request.Header("Cookie").ShouldBeNull();
    }

    [Fact]
    public async Task The_trace_of_the_caller_goes_on()
    {
        await using var service = ScriptedService.Answering(200, Clip);
        using var activity = new System.Diagnostics.Activity("job").Start();

        await SendClipAsync(service);

        service.CallsReceived.Single().Header("traceparent")!.ShouldContain(activity.TraceId.ToHexString());
    }

    [Fact]
    public async Task A_path_in_front_of_the_service_is_kept()
    {
        await using var service = ScriptedService.Answering(202, """{"operation":{"id":"7","status":"running"}}""");
        await using var behind = ScriptedService.Start(
            (_, _, _) => Task.CompletedTask, ("Services:VideoGeneration:Url", service.Server.Url + "video/v1/"));

        (await SendClipAsync(behind)).ShouldBeOfType<CallOutcome.Accepted>().Operation.ShouldBe("/video/v1/operations/7");

        service.CallsReceived.Single().Path.ShouldBe("/video/v1/generate-video");
    }

    [Fact]
    public async Task Calls_in_a_row_share_one_connection()
    {
        await using var service = ScriptedService.Answering(200, Clip);

        for (var call = 0; call < 20; call++)
        {
            await SendClipAsync(service);
        }

        service.Server.Connections.ShouldBeLessThanOrEqualTo(2);
    }

    [Fact]
    public async Task More_calls_than_connections_wait_without_timing_out_and_polls_overtake_them()
    {
        var arrived = 0;
        var open = new SemaphoreSlim(0);
        await using var service = ScriptedService.Start(
            async (_, connection, token) =>
            {
                Interlocked.Increment(ref arrived);
                await open.WaitAsync(token);
                await connection.AnswerAsync(200, Clip, token);
            },
            ("Services:VideoGeneration:MaxConnections", "2"));
        service.OnOperation = (_, connection, token) => connection.AnswerAsync(200, """{"operation":{"status":"running"}}""", token);

        var calls = Enumerable.Range(0, 6).Select(_ => SendClipAsync(service)).ToList();
        await Eventually.Within(TimeSpan.FromSeconds(20), () => arrived == 2, Token);
        (await service.Gateway.PollAsync(ClipCall with { Operation = "/operations/7" }, Token)).ShouldBeOfType<CallOutcome.Running>();
        service.Time.Advance(TimeSpan.FromSeconds(60));
        open.Release(2);
        await Eventually.Within(TimeSpan.FromSeconds(20), () => arrived == 4, Token);
        service.Time.Advance(TimeSpan.FromSeconds(60));
        open.Release(4);

        (await Task.WhenAll(calls)).ShouldAllBe(outcome => outcome is CallOutcome.Succeeded);
        service.Server.Connections.ShouldBeLessThanOrEqualTo(4);
    }

    [Fact]
    public async Task A_call_is_not_sent_again_when_a_kept_connection_turns_out_to_be_closed()
    {
        var count = 0;
        await using var service = ScriptedService.Start(async (_, connection, token) =>
        {
            if (Interlocked.Increment(ref count) == 1)
            {
                await connection.AnswerAsync(200, Clip, token);
            }
            else
            {
                // As a server does that closes an idle connection just as the next question arrives.
                connection.Close();
            }
        });

        (await SendClipAsync(service)).ShouldBeOfType<CallOutcome.Succeeded>();
        (await SendClipAsync(service)).ShouldBeOfType<CallOutcome.Unknown>();

        count.ShouldBe(2);
    }

    [Fact]
    public async Task Payloads_are_logged_for_debugging_only()
    {
        await using var service = ScriptedService.Answering(200, Clip);

        await SendClipAsync(service);

        var told = service.Logs.Split('\n').Where(
            line => line.Contains("Scene 2", StringComparison.Ordinal) || line.Contains("clip.mp4", StringComparison.Ordinal)).ToList();
        told.Count.ShouldBe(2);
        told.ShouldAllBe(line => line.StartsWith("Debug: ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_unknown_service_is_a_mistake_of_the_caller()
    {
        await using var service = ScriptedService.Answering(200, Clip);

        await Should.ThrowAsync<ArgumentException>(() => service.Gateway.SendAsync(ClipCall with { Service = "sound" }, Token));
    }
}
