using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using Reelwright.Orchestrator.Access;

namespace Reelwright.Orchestrator.Tests.Access;

public sealed class CorsTests
{
    private const string Studio = "https://studio.example.com";

    [Fact]
    public async Task A_page_of_a_configured_origin_may_call_and_read_what_it_needs()
    {
        await using var api = await ApiHost.StartAsync(Origins(Studio));

        var preflight = await AskAsync(api, Studio, "POST");
        preflight.Headers.GetValues("Access-Control-Allow-Origin").ShouldBe([Studio]);
        preflight.Headers.GetValues("Access-Control-Allow-Headers").Single().ShouldContain("Idempotency-Key");

        var request = new HttpRequestMessage(HttpMethod.Get, "/api/v1/jobs");
        request.Headers.Add("Origin", Studio);
        var answer = await api.Client.SendAsync(request);
        answer.Headers.GetValues("Access-Control-Expose-Headers").Single().ShouldContain("Location");
        answer.Headers.Contains("Access-Control-Allow-Credentials").ShouldBeFalse();
    }

    [Fact]
    public async Task A_page_of_any_other_origin_may_not()
    {
        await using var api = await ApiHost.StartAsync(Origins(Studio));

        (await AskAsync(api, "https://evil.example.com", "POST")).Headers.Contains("Access-Control-Allow-Origin").ShouldBeFalse();
    }

    [Fact]
    public async Task Without_a_setting_no_page_may_call()
    {
        await using var api = await ApiHost.StartAsync();

        (await AskAsync(api, Studio, "GET")).Headers.Contains("Access-Control-Allow-Origin").ShouldBeFalse();
    }

    [Theory]
    [InlineData("*")]
    [InlineData("studio.example.com")]
    [InlineData("https://studio.example.com/")]
    [InlineData("https://studio.example.com/app")]
    [InlineData("ftp://studio.example.com")]
    [InlineData("null")]
    public async Task A_wildcard_or_what_is_no_origin_stops_the_start_in_Production(string origin)
    {
        var fault = await Should.ThrowAsync<OptionsValidationException>(() => ApiHost.StartAsync(Origins(Studio + ", " + origin)));

        fault.Failures.Single().ShouldContain($"\"{origin}\"");
    }

    [Fact]
    public void A_wildcard_is_allowed_while_developing() =>
        new CorsOriginsRules(new Developing()).Validate(null, new CorsOriginsOptions { Origins = { "*" } }).Succeeded.ShouldBeTrue();

    private static Dictionary<string, string?> Origins(string origins) => new() { ["Reelwright:Cors:Origins:0"] = origins };

    private static Task<HttpResponseMessage> AskAsync(ApiHost api, string origin, string method)
    {
        var request = new HttpRequestMessage(HttpMethod.Options, "/api/v1/generate-ad");
        request.Headers.Add("Origin", origin);
        request.Headers.Add("Access-Control-Request-Method", method);
        request.Headers.Add("Access-Control-Request-Headers", "content-type,idempotency-key");
        return api.Client.SendAsync(request);
    }

    private sealed class Developing : IHostEnvironment
    {
        public string EnvironmentName { get; set; } = Environments.Development;

        public string ApplicationName { get; set; } = "tests";

        public string ContentRootPath { get; set; } = "/";

        public Microsoft.Extensions.FileProviders.IFileProvider ContentRootFileProvider { get; set; } = new Microsoft.Extensions.FileProviders.NullFileProvider();
    }
}
