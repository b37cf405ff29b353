using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Reelwright.Services.Tests.Running;

namespace Reelwright.Services.Tests.Input;

public sealed class RequestTests : IAsyncLifetime
{
    private const string Token = "a-service-token-of-this-test";

    private readonly TemporaryFolder data = new();
    private TestService service = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        service = await TestService.StartAsync(data.Path, settings: new Dictionary<string, string?> { ["SERVICE_TOKEN"] = Token });
        service.Client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", Token);
    }

    public async ValueTask DisposeAsync()
    {
        await service.DisposeAsync();
        data.Dispose();
    }

    [Fact]
    public async Task All_errors_are_named_at_once()
    {
        var message = await RefusedAsync("""{"aspect_ratio":"4:3","reference":"ftp://x","visual_direction":{"mood":7,"palette":["a",1]}}""");

        message.ShouldBe(
            "prompt: is required; aspect_ratio: must be one of 16:9, 9:16, 1:1; "
            + "visual_direction.mood: must be text that is valid Unicode; visual_direction.palette: must be a list of at most 16 texts of up to 1000 characters; "
            + "reference: must be an absolute http or https URL");
    }

    [Theory]
    [InlineData("", "not valid JSON")]
    [InlineData("{", "not valid JSON")]
    [InlineData("null", "must be a JSON object")]
    [InlineData("[]", "must be a JSON object")]
    [InlineData("\"x\"", "must be a JSON object")]
    [InlineData("""{"prompt":"a","prompt":"b","aspect_ratio":"1:1"}""", "not be given twice")]
    [InlineData("""{"prompt":"a\u0000b","aspect_ratio":"1:1"}""", "prompt: must not contain control characters")]
    [InlineData("""{"prompt":"\ud83d","aspect_ratio":"1:1"}""", "prompt: must be text that is valid Unicode")]
    [InlineData("""{"prompt":"   ","aspect_ratio":"1:1"}""", "prompt: must not be blank")]
    [InlineData("""{"prompt":"","aspect_ratio":"1:1"}""", "prompt: must be 1 to 100 characters, not 0")]
    [InlineData("""{"prompt":null,"aspect_ratio":"1:1"}""", "prompt: is required")]
    [InlineData("""{"prompt":{"a":1},"aspect_ratio":"1:1"}""", "prompt: must be text")]
    [InlineData("""{"prompt":"a","aspect_ratio":["1:1"]}""", "aspect_ratio: must be one of")]
    [InlineData("""{"prompt":"a","aspect_ratio":"1:1","visual_direction":[]}""", "visual_direction: must be an object")]
    public async Task A_bad_body_is_400_with_its_reason(string body, string reason) => (await RefusedAsync(body)).ShouldContain(reason);

    [Fact]
    public async Task Length_is_counted_in_characters_not_in_code_units()
    {
        var message = await RefusedAsync($$"""{"prompt":"{{string.Concat(Enumerable.Repeat("😀", 101))}}","aspect_ratio":"1:1"}""");
        using var fits = await service.PostAsync(null, $$"""{"prompt":"{{string.Concat(Enumerable.Repeat("😀", 100))}}","aspect_ratio":"1:1"}""");

        fits.StatusCode.ShouldBe(HttpStatusCode.OK);
        message.ShouldContain("1 to 100 characters, not 101");
    }

    [Fact]
    public async Task Members_that_are_not_ours_pass_whatever_they_hold()
    {
        using var response = await service.PostAsync(null, """{"prompt":"a","aspect_ratio":"1:1","theirs":{"half":"\ud83d","deep":[{"n":1e400}]}}""");

        response.StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Another_content_type_is_415()
    {
        using var response = await service.Client.PostAsync("/make", new StringContent(TestService.Body, Encoding.UTF8, "text/plain"), Stop);

        response.StatusCode.ShouldBe(HttpStatusCode.UnsupportedMediaType);
        (await TestService.ReadAsync(response)).GetProperty("error").GetProperty("code").GetString().ShouldBe("UNSUPPORTED_MEDIA_TYPE");
    }

    [Fact]
    public async Task A_body_of_more_than_four_mebibytes_is_413()
    {
        // Without it the refusal may reset the connection while the client still sends.
        service.Client.DefaultRequestHeaders.ExpectContinue = true;

        using var response = await service.PostAsync(null, new string(' ', (4 << 20) + 1));

        response.StatusCode.ShouldBe(HttpStatusCode.RequestEntityTooLarge);
    }

    [Theory]
    [InlineData("../up")]
    [InlineData("a/b")]
    [InlineData(".hidden")]
    [InlineData("-x")]
    public async Task A_job_id_that_is_no_plain_word_is_refused(string job)
    {
        using var response = await service.PostAsync(null, job: job);

        response.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await TestService.ReadAsync(response)).GetProperty("error").GetProperty("message").GetString()!.ShouldContain("X-Job-Id");
    }

    [Theory]
    [InlineData(null)]
    [InlineData("Bearer wrong-token-of-this-test")]
    [InlineData("Bearer ")]
    [InlineData("Basic a-service-token-of-this-test")]
    [InlineData("a-service-token-of-this-test")]
    public async Task Without_the_token_nothing_is_told_but_health(string? authorization)
    {
        service.Client.DefaultRequestHeaders.Authorization = authorization is null ? null : AuthenticationHeaderValue.Parse(authorization);

        using var call = await service.PostAsync(null);
        using var capabilities = await service.Client.GetAsync("/capabilities", Stop);
        using var operation = await service.Client.GetAsync("/operations?key=k", Stop);
        using var health = await service.Client.GetAsync("/health", Stop);

        call.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        call.Headers.WwwAuthenticate.ShouldHaveSingleItem().Scheme.ShouldBe("Bearer");
        (await TestService.ReadAsync(call)).GetProperty("error").GetProperty("code").GetString().ShouldBe("UNAUTHENTICATED");
        capabilities.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        operation.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        health.StatusCode.ShouldBe(HttpStatusCode.OK);
        service.Provider.Runs.ShouldBe(0);
    }

    [Fact]
    public async Task Capabilities_say_what_it_does_and_charges()
    {
        (await service.GetAsync("/capabilities")).GetRawText().ShouldBe(
            """{"service":"test-service","version":"1.0.0","idempotency":true,"operations":true,"providers":[{"name":"scripted","model":"test-1","price":{"per":"call","usd":0.25},"typical_seconds":0.5}],"limits":{"max_concurrent":8,"max_queued":256,"max_body_bytes":4194304,"answers_kept_seconds":86400}}""");
    }

    [Fact]
    public async Task Health_says_what_is_missing()
    {
        (await service.GetAsync("/health")).GetRawText().ShouldBe("""{"status":"healthy","service":"test-service","version":"1.0.0"}""");
        service.Provider.Fault = "ffmpeg was not found: install it.";

        using var response = await service.Client.GetAsync("/health", Stop);

        response.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
        (await TestService.ReadAsync(response)).GetProperty("error").GetString().ShouldBe("ffmpeg was not found: install it.");
    }

    private async Task<string> RefusedAsync(string body)
    {
        using var response = await service.PostAsync(null, body);
        response.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        service.Provider.Runs.ShouldBe(0);
        var envelope = await TestService.ReadAsync(response);
        envelope.GetProperty("success").GetBoolean().ShouldBeFalse();
        envelope.GetProperty("error").GetProperty("code").GetString().ShouldBe("INVALID_INPUT");
        envelope.GetProperty("error").GetProperty("retryable").GetBoolean().ShouldBeFalse();
        return envelope.GetProperty("error").GetProperty("message").GetString()!;
    }
}
