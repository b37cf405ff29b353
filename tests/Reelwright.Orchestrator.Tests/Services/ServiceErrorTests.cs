using Reelwright.Contracts.Services;
using Reelwright.Engine.Exchange;
using Reelwright.Engine.Pipeline;

namespace Reelwright.Orchestrator.Tests.Services;

/// <summary>What a service's own "no" means, in the forms that it comes in.</summary>
public sealed class ServiceErrorTests : GatewayTest
{
    private const string Secret = "a-token-of-the-services";

    [Theory]
    [InlineData("""{"success":false,"error":"declined"}""", false, "declined")]
    [InlineData("""{"success":false,"error":{"code":"DECLINED","message":"not today"}}""", false, "DECLINED: not today")]
    [InlineData("""{"success":false,"error":{"code":"BUSY","message":"GPU is hot","retryable":true}}""", true, "BUSY: GPU is hot")]
    [InlineData("""{"success":false,"error":{"message":"GPU is hot","retryable":"yes"}}""", false, "GPU is hot")]
    [InlineData("""{"success":false,"error":{"code":"BUSY","retryable":true}}""", true, "BUSY")]
    [InlineData("""{"success":false,"error":null}""", false, "no reason given")]
    [InlineData("""{"success":false}""", false, "no reason given")]
    [InlineData("""{"success":false,"error":["a"]}""", false, "no reason given")]
    [InlineData("""{"success":false,"error":{"code":5,"message":"\ud800"}}""", false, "no reason given")]
    public async Task Is_read_as_an_object_or_as_a_sentence(string json, bool retryable, string error)
    {
        var outcome = (await SendAsync(ServiceNames.VideoGeneration, 200, json)).ShouldBeOfType<CallOutcome.Failed>();

        (outcome.Retryable, outcome.Error, outcome.Code).ShouldBe((retryable, error, null));
    }

    [Theory]
    [InlineData(200, "CONTENT_REJECTED")]
    [InlineData(400, "content_policy_violation")]
    [InlineData(422, "content-policy")]
    [InlineData(500, "moderation_blocked")]
    [InlineData(400, "Content.Filter")]
    [InlineData(400, "SAFETY")]
    public async Task Of_a_moderation_has_a_code_of_its_own_and_is_final(int status, string code)
    {
        var json = $$"""{"success":false,"error":{"code":"{{code}}","message":"this can't be shown"},"cost":0.02}""";

        var outcome = (await SendAsync(ServiceNames.ImageGeneration, status, json)).ShouldBeOfType<CallOutcome.Failed>();

        (outcome.Code, outcome.Retryable, outcome.Cost).ShouldBe(("CONTENT_REJECTED", false, 0.02m));
    }

    [Theory]
    [InlineData("get http://cdn.example/a.mp4?X-Sig=s3cr3t&e=1 failed", "get http://cdn.example/a.mp4?*** failed")]
    [InlineData("sent Bearer s3cr3t.to-ken", "sent Bearer ***")]
    [InlineData("db postgres://joe:s3cr3t@db/x", "db postgres://***@db/x")]
    [InlineData("token " + Secret + " refused", "token *** refused")]
    [InlineData("one\n\ttwo \u0007 three\u2028four", "one two three four")]
    public async Task Loses_its_secrets_and_line_breaks(string said, string kept)
    {
        var text = System.Text.Json.JsonSerializer.Serialize(said);
        await using var service = ScriptedService.Start(
            (_, connection, token) => connection.AnswerAsync(200, $$"""{"success":false,"error":{{text}}}""", token), ("ServiceAccess:Token", Secret));

        (await SendClipAsync(service)).ShouldBeOfType<CallOutcome.Failed>().Error.ShouldBe(kept);

        service.Logs.ShouldContain("video-generation answered");
        service.Logs.ShouldNotContain("s3cr3t");
        service.Logs.ShouldNotContain(Secret);
    }

    [Theory]
    [InlineData("""{"code":"SOURCE_UNUSABLE","message":"x","scene":2,"source_url":"http://a/b.mp4?sig=1"}""", "http://a/b.mp4?sig=1", 2)]
    [InlineData("""{"code":"SOURCE_UNUSABLE","message":"x","retryable":false,"source_url":"http://a/b.png"}""", "http://a/b.png", null)]
    [InlineData("""{"code":"SOURCE_UNUSABLE","scene":0}""", null, 0)]
    [InlineData("""{"code":"source-unusable","details":{"scene":1,"source_url":"http://a/c.mp4"}}""", "http://a/c.mp4", 1)]
    [InlineData("""{"code":"SOURCE_UNUSABLE","scene":"2","details":{"scene":3}}""", null, 3)]
    public async Task Names_the_delivery_that_can_not_be_used(string error, string? url, int? scene)
    {
        var failed = await FailAsync(error);

        failed.Unusable.ShouldBe(new UnusableSource(url, scene));
        failed.Retryable.ShouldBeFalse();
    }

    [Theory]
    [InlineData("""{"code":"SOURCE_UNUSABLE","message":"a decoder was killed","retryable":true,"scene":2,"source_url":"http://a/b.mp4"}""")]
    [InlineData("""{"code":"SOURCE_UNUSABLE","message":"nothing is named"}""")]
    [InlineData("""{"code":"SOURCE_UNUSABLE","scene":-1,"source_url":7}""")]
    [InlineData("""{"code":"INVALID_INPUT","scene":2,"source_url":"http://a/b.mp4"}""")]
    [InlineData("\"SOURCE_UNUSABLE\"")]
    public async Task Names_none_when_the_fault_may_pass_or_lies_elsewhere(string error) =>
        (await FailAsync(error)).Unusable.ShouldBeNull();

    [Fact]
    public async Task Is_clipped_when_it_is_long()
    {
        var json = $$"""{"success":false,"error":"{{new string('x', 100_000)}}"}""";

        (await SendAsync(ServiceNames.VideoGeneration, 500, json)).ShouldBeOfType<CallOutcome.Failed>().Error.Length.ShouldBeLessThan(320);
        (await SendAsync(ServiceNames.VideoGeneration, 502, new string(
            '<', 100_000))).ShouldBeOfType<CallOutcome.Unknown>().Error.Length.ShouldBeLessThan(320);
    }

    private static async Task<CallOutcome.Failed> FailAsync(string error) =>
        (await SendAsync(ServiceNames.Composition, 422, $$"""{"success":false,"error":{{error}},"cost":0}""")).ShouldBeOfType<CallOutcome.Failed>();
}
