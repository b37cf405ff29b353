using Reelwright.Contracts.Services;
using Reelwright.Engine.Exchange;
using Reelwright.Engine.Ledger;
using Reelwright.Testing.Builders;
using Reelwright.Testing.Time;

namespace Reelwright.Orchestrator.Tests.Services;

/// <summary>The circuit breaker: when a service is known to be down, nothing is sent to it and jobs wait.</summary>
public sealed class CircuitTests : GatewayTest
{
    private const string Page = "upstream error";
    private static readonly LedgerCall Polled = ClipCall with { State = CallState.Accepted, Operation = "/operations/7" };

    [Fact]
    public async Task Opens_after_ten_faults_and_says_how_long_to_wait()
    {
        await using var service = await OpenAsync();

        var withheld = (await SendClipAsync(service)).ShouldBeOfType<CallOutcome.Withheld>();

        withheld.RetryAfter.ShouldBe(TimeSpan.FromSeconds(10));
        withheld.Error.ShouldContain("video-generation");
        service.CallsReceived.Count().ShouldBe(10);
        service.Gateway.IsAvailable(ServiceNames.VideoGeneration).ShouldBe(false);
        service.Logs.ShouldContain("Error: video-generation fails too often");
    }

    [Fact]
    public async Task Makes_polls_wait_as_well()
    {
        await using var service = await OpenAsync();
        service.Time.Advance(TimeSpan.FromSeconds(4));

        (await service.Gateway.PollAsync(Polled, Token)).ShouldBeOfType<CallOutcome.Running>().PollAfter.ShouldBe(TimeSpan.FromSeconds(6));
    }

    [Fact]
    public async Task Does_not_affect_the_other_services()
    {
        await using var service = await OpenAsync();

        (await service.Gateway.SendAsync(Calls.To(ServiceNames.Composition), Token)).ShouldBeOfType<CallOutcome.Unknown>();
    }

    [Fact]
    public async Task Lets_one_exchange_through_after_the_pause_and_closes_when_it_succeeds()
    {
        await using var service = await OpenAsync();
        var answer = new TaskCompletionSource();
        service.OnCall = async (_, connection, token) =>
        {
            await answer.Task.WaitAsync(token);
            await connection.AnswerAsync(200, Clip, token);
        };
        service.Time.Advance(TimeSpan.FromSeconds(10));

        var trial = SendClipAsync(service);
        await Eventually.Within(TimeSpan.FromSeconds(20), () => service.CallsReceived.Count() == 11, Token);
        (await SendClipAsync(service)).ShouldBeOfType<CallOutcome.Withheld>();
        answer.SetResult();

        (await trial).ShouldBeOfType<CallOutcome.Succeeded>();
        (await SendClipAsync(service)).ShouldBeOfType<CallOutcome.Succeeded>();
    }

    [Fact]
    public async Task Opens_again_when_the_trial_fails()
    {
        await using var service = await OpenAsync();
        service.Time.Advance(TimeSpan.FromSeconds(10));

        (await SendClipAsync(service)).ShouldBeOfType<CallOutcome.Unknown>();

        (await SendClipAsync(service)).ShouldBeOfType<CallOutcome.Withheld>();
    }

    [Fact]
    public async Task Stays_open_when_the_trial_is_cancelled()
    {
        await using var service = await OpenAsync();
        service.OnCall = (_, _, token) => Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, token);
        service.Time.Advance(TimeSpan.FromSeconds(10));
        using var cancel = CancellationTokenSource.CreateLinkedTokenSource(Token);
        var trial = service.Gateway.SendAsync(ClipCall, cancel.Token);
        await Eventually.Within(TimeSpan.FromSeconds(20), () => service.CallsReceived.Count() == 11, Token);

        await cancel.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(trial);

        (await SendClipAsync(service)).ShouldBeOfType<CallOutcome.Withheld>();
    }

    [Theory]
    [InlineData(429, "")]
    [InlineData(409, "")]
    [InlineData(400, "")]
    [InlineData(500, """{"success":false,"error":"GPU lost"}""")]
    [InlineData(200, """{"success":false,"error":"declined"}""")]
    [InlineData(200, "{}")]
    public async Task Does_not_count_a_service_that_answers(int status, string body)
    {
        await using var service = ScriptedService.Answering(status, body);

        for (var call = 0; call < 30; call++)
        {
            (await SendClipAsync(service)).ShouldNotBeOfType<CallOutcome.Withheld>();
        }
    }

    [Fact]
    public async Task Stays_closed_while_a_third_of_the_calls_fail()
    {
        var count = 0;
        await using var service = ScriptedService.Start((_, connection, token) =>
            connection.AnswerAsync(Interlocked.Increment(ref count) % 3 == 0 ? 502 : 200, Clip, token));

        for (var call = 0; call < 60; call++)
        {
            (await SendClipAsync(service)).ShouldNotBeOfType<CallOutcome.Withheld>();
        }
    }

    private static async Task<ScriptedService> OpenAsync()
    {
        var service = ScriptedService.Answering(502, Page);
        for (var call = 0; call < 10; call++)
        {
            (await SendClipAsync(service)).ShouldBeOfType<CallOutcome.Unknown>();
        }

        return service;
    }
}
