using Reelwright.Engine.Exchange;

namespace Reelwright.Orchestrator.Tests.Services;

/// <summary>What a status means for a paid call, with and without the envelope.</summary>
public sealed class StatusTests : GatewayTest
{
    private const string Page = "upstream said no";

    [Theory]
    [InlineData(408)]
    [InlineData(500)]
    [InlineData(502)]
    [InlineData(503)]
    [InlineData(504)]
    [InlineData(520)]
    public async Task A_gateways_error_leaves_the_call_in_doubt(int status)
    {
        await using var service = ScriptedService.Answering(status, Page);

        var outcome = (await SendClipAsync(service)).ShouldBeOfType<CallOutcome.Unknown>();

        outcome.Error.ShouldStartWith($"{status}");
        outcome.Error.ShouldEndWith(Page);
    }

    [Theory]
    [InlineData(408)]
    [InlineData(500)]
    [InlineData(502)]
    [InlineData(503)]
    [InlineData(504)]
    public async Task The_services_own_error_is_definite_and_may_be_tried_again(int status)
    {
        await using var service = ScriptedService.Answering(status, """{"success":false,"error":"GPU lost","cost":0.01}""");

        var outcome = (await SendClipAsync(service)).ShouldBeOfType<CallOutcome.Failed>();

        (outcome.Retryable, outcome.Cost, outcome.Code).ShouldBe((true, 0.01m, null));
        outcome.Error.ShouldStartWith($"{status}");
        outcome.Error.ShouldEndWith(": GPU lost");
    }

    [Theory]
    [InlineData(400)]
    [InlineData(401)]
    [InlineData(402)]
    [InlineData(403)]
    [InlineData(404)]
    [InlineData(405)]
    [InlineData(413)]
    [InlineData(415)]
    [InlineData(422)]
    [InlineData(501)]
    [InlineData(505)]
    [InlineData(301)]
    [InlineData(307)]
    public async Task A_refusal_is_final_with_or_without_the_envelope(int status)
    {
        await using var bare = ScriptedService.Answering(status, """{"detail":[{"msg":"field required"}]}""");
        await using var enveloped = ScriptedService.Answering(status, """{"success":false,"error":{"code":"BAD","message":"field required"}}""");

        foreach (var service in new[] { bare, enveloped })
        {
            var outcome = (await SendClipAsync(service)).ShouldBeOfType<CallOutcome.Failed>();
            (outcome.Retryable, outcome.Cost).ShouldBe((false, 0m));
            outcome.Error.ShouldStartWith($"{status}");
            outcome.Error.ShouldContain("field required");
        }
    }

    [Theory]
    [InlineData(401, "SERVICE_TOKEN")]
    [InlineData(404, "URL")]
    [InlineData(308, "redirects are not followed")]
    public async Task A_refusal_says_what_to_look_at(int status, string advice)
    {
        await using var service = ScriptedService.Answering(status, string.Empty);

        (await SendClipAsync(service)).ShouldBeOfType<CallOutcome.Failed>().Error.ShouldContain(advice);
    }

    [Theory]
    [InlineData(429, Page)]
    [InlineData(429, """{"success":false,"error":"rate limited"}""")]
    [InlineData(429, """{"success":false,"error":{"code":"RATE_LIMITED","message":"slow down","retryable":true},"cost":0}""")]
    [InlineData(425, "")]
    public async Task Too_many_means_not_taken(int status, string body)
    {
        await using var service = ScriptedService.Answering(status, body, ("Retry-After", "7"));

        var outcome = (await SendClipAsync(service)).ShouldBeOfType<CallOutcome.NotTaken>();

        outcome.RetryAfter.ShouldBe(TimeSpan.FromSeconds(7));
        outcome.Error.ShouldStartWith($"{status}");
    }

    [Fact]
    public async Task Too_many_is_final_when_the_service_says_that_waiting_is_no_use()
    {
        await using var service = ScriptedService.Answering(429, """{"success":false,"error":{"code":"QUOTA","message":"no credit left","retryable":false}}""");

        (await SendClipAsync(service)).ShouldBeOfType<CallOutcome.Failed>().Retryable.ShouldBeFalse();
    }

    [Fact]
    public async Task Too_many_that_was_charged_is_a_failure_with_its_cost()
    {
        await using var service = ScriptedService.Answering(429, """{"success":false,"error":"died half way","cost":0.07}""");

        var outcome = (await SendClipAsync(service)).ShouldBeOfType<CallOutcome.Failed>();

        (outcome.Cost, outcome.Retryable).ShouldBe((0.07m, true));
    }

    [Fact]
    public async Task A_redirect_is_not_followed_and_takes_no_token_along()
    {
        await using var elsewhere = ScriptedService.Answering(200, Clip);
        await using var service = ScriptedService.Start(
            (_, connection, token) =>
                connection.AnswerAsync(307, string.Empty, token, ("Location", elsewhere.Server.Url + "generate-video")),
            ("ServiceAccess:Token", "a-token-of-the-services"));

        (await SendClipAsync(service)).ShouldBeOfType<CallOutcome.Failed>();

        elsewhere.Server.Connections.ShouldBe(0);
    }

    [Fact]
    public async Task Success_under_any_good_status_is_success()
    {
        foreach (var status in new[] { 200, 201, 203 })
        {
            (await SendAsync(ClipCall.Service, status, Clip)).ShouldBeOfType<CallOutcome.Succeeded>().Cost.ShouldBe(0.25m);
        }
    }
}
