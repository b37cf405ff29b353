using System.Net;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Reelwright.Contracts.Json;
using Reelwright.Hosting.Problems;
using Reelwright.Hosting.Tests.Running;

namespace Reelwright.Hosting.Tests.Problems;

public sealed class ProblemTests : IAsyncLifetime
{
    private TestHost host = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => host = await TestHost.StartAsync(app =>
    {
        app.MapGet("/fine", () => "fine");
        app.MapGet("/bare/{status:int}", (int status) => Results.StatusCode(status));
        app.MapGet("/breaks", string () => throw new InvalidOperationException("the secret of the house"));
        app.MapPost("/read", async (HttpContext context) =>
            (await JsonSerializer.DeserializeAsync(context.Request.Body, WireJson.Wire.DictionaryStringString, context.RequestAborted))!.Count);
        app.MapGet("/own", () => new ProblemResult(409, "CONFLICT", "The job is over.", new Dictionary<string, string[]> { ["a.b"] = ["is wrong"] }));
    });

    public ValueTask DisposeAsync() => host.DisposeAsync();

    [Theory]
    [InlineData("GET", "/nowhere", 404, "NOT_FOUND")]
    [InlineData("POST", "/fine", 405, "METHOD_NOT_ALLOWED")]
    [InlineData("GET", "/breaks", 500, "INTERNAL_ERROR")]
    [InlineData("GET", "/bare/400", 400, "INVALID_INPUT")]
    [InlineData("GET", "/bare/401", 401, "UNAUTHENTICATED")]
    [InlineData("GET", "/bare/403", 403, "FORBIDDEN")]
    [InlineData("GET", "/bare/409", 409, "CONFLICT")]
    [InlineData("GET", "/bare/415", 415, "UNSUPPORTED_MEDIA_TYPE")]
    [InlineData("GET", "/bare/429", 429, "RATE_LIMITED")]
    [InlineData("GET", "/bare/503", 503, "UNAVAILABLE")]
    public async Task Every_error_is_a_problem_with_a_code(string method, string path, int status, string code)
    {
        using var response = await host.Client.SendAsync(new HttpRequestMessage(new HttpMethod(method), path), Stop);

        ((int)response.StatusCode).ShouldBe(status);
        response.Content.Headers.ContentType!.ToString().ShouldBe("application/problem+json");
        var problem = await ReadAsync(response);
        problem.GetProperty("code").GetString().ShouldBe(code);
        problem.GetProperty("status").GetInt32().ShouldBe(status);
        problem.GetProperty("instance").GetString().ShouldBe(path);
        problem.GetProperty("title").GetString().ShouldNotBeNullOrEmpty();
        problem.GetProperty("detail").GetString()!.ShouldNotContain("secret");
        problem.TryGetProperty("errors", out _).ShouldBeFalse();
    }

    [Fact]
    public async Task A_method_that_is_not_taken_is_answered_with_those_that_are()
    {
        using var response = await host.Client.PostAsync("/fine", null, Stop);

        response.Content.Headers.Allow.ShouldBe(["GET"]);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("{\"a\":\"1\",}")]
    [InlineData("{\"a\":\"1\",\"a\":\"2\"}")]
    [InlineData("{\"a\":1}")]
    [InlineData("{\"a\":\"\\ud800\"}")]
    [InlineData("\"a\"")]
    [InlineData("[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[")]
    public async Task Malformed_json_is_400_and_says_where(string body)
    {
        using var response = await host.Client.PostAsync("/read", new StringContent(body, Encoding.UTF8, "application/json"), Stop);

        response.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        var detail = (await ReadAsync(response)).GetProperty("detail").GetString()!;
        detail.ShouldContain("not valid JSON");
        detail.ShouldNotContain("System.");
    }

    [Fact]
    public async Task Text_that_is_not_utf8_is_400()
    {
        using var content = new ByteArrayContent([.. "{\"a\":\""u8, 0xff, 0xfe, .. "\"}"u8]);

        using var response = await host.Client.PostAsync("/read", content, Stop);

        response.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task A_body_beyond_the_limit_is_413_in_kilobytes()
    {
        using var response = await host.Client.PostAsync("/read", new StringContent(new string(' ', 70_000), Encoding.UTF8, "application/json"), Stop);

        response.StatusCode.ShouldBe(HttpStatusCode.RequestEntityTooLarge);
        var problem = await ReadAsync(response);
        problem.GetProperty("code").GetString().ShouldBe("PAYLOAD_TOO_LARGE");
        problem.GetProperty("detail").GetString()!.ShouldContain("64 KiB");
    }

    [Fact]
    public async Task An_endpoints_own_problem_names_each_field()
    {
        using var response = await host.Client.GetAsync("/own", Stop);

        (await response.Content.ReadAsStringAsync(Stop)).ShouldBe(
            """{"type":"about:blank","title":"Conflict","status":409,"detail":"The job is over.","instance":"/own","code":"CONFLICT","errors":{"a.b":["is wrong"]}}""");
    }

    [Fact]
    public async Task Security_headers_are_on_every_answer()
    {
        foreach (var path in (string[])["/fine", "/nowhere", "/breaks"])
        {
            using var response = await host.Client.GetAsync(path, Stop);
            response.Headers.GetValues("X-Content-Type-Options").ShouldBe(["nosniff"], path);
            response.Headers.GetValues("X-Frame-Options").ShouldBe(["DENY"], path);
            response.Headers.GetValues("Content-Security-Policy").ShouldHaveSingleItem().ShouldStartWith("default-src 'none'");
            response.Headers.GetValues("Referrer-Policy").ShouldBe(["no-referrer"], path);
            response.Headers.CacheControl!.NoStore.ShouldBeTrue(path);
            response.Headers.Contains("Server").ShouldBeFalse(path);
        }
    }

    [Theory]
    [InlineData("localhost", true)]
    [InlineData("127.0.0.1:8000", true)]
    [InlineData("127.0.0.2", true)]
    [InlineData("[::1]:8000", true)]
    [InlineData("ads.example.com", true)]
    [InlineData("evil.example", false)]
    [InlineData("127.0.0.1.evil.example", false)]
    [InlineData("10.0.0.1", false)]
    public async Task A_host_name_of_another_machine_is_refused_on_loopback(string name, bool answered)
    {
        await using var local = await TestHost.StartAsync(
            app => app.MapGet("/fine", () => "fine"), new Dictionary<string, string?> { ["Reelwright:Test:AllowedHosts:0"] = "ads.example.com" });
        using var request = new HttpRequestMessage(HttpMethod.Get, "/fine");
        request.Headers.Host = name;

        using var response = await local.Client.SendAsync(request, Stop);

        response.StatusCode.ShouldBe(answered ? HttpStatusCode.OK : HttpStatusCode.BadRequest);
    }

    private static async Task<JsonElement> ReadAsync(HttpResponseMessage response) =>
        JsonDocument.Parse(await response.Content.ReadAsStringAsync(Stop)).RootElement;
}
