using System.Net;
using Reelwright.Orchestrator.Access;

namespace Reelwright.Orchestrator.Tests.Access;

public sealed class CallerLimitTests
{
    private const string Ads = "/api/v1/generate-ad";
    private const string Body = """{"prompt": "An ad for luxury watches", "duration": 30, "aspect_ratio": "9:16"}""";

    [Fact]
    public async Task The_eleventh_creation_of_a_minute_is_refused_and_told_when_to_come_back()
    {
        await using var api = await ApiHost.StartAsync(new Dictionary<string, string?> { ["Reelwright:RateLimit:Enabled"] = "true" });
        for (var i = 0; i < 10; i++)
        {
            (await api.PostJsonAsync(Ads, Body)).StatusCode.ShouldBe(HttpStatusCode.Created);
        }

        var refused = await api.PostJsonAsync(Ads, Body);

        await refused.ShouldBeProblemAsync(HttpStatusCode.TooManyRequests, "RATE_LIMITED");
        refused.Headers.RetryAfter!.Delta!.Value.TotalSeconds.ShouldBeInRange(1, 60);
        (await api.Client.GetAsync("/api/v1/jobs")).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_refused_request_takes_nothing_from_the_allowance()
    {
        await using var api = await ApiHost.StartAsync(new Dictionary<string, string?>
        {
            ["Reelwright:RateLimit:Enabled"] = "true",
            ["Reelwright:RateLimit:Creations"] = "1",
        });
        for (var i = 0; i < 5; i++)
        {
            (await api.PostJsonAsync(Ads, "{}")).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        }

        (await api.PostJsonAsync(Ads, Body)).StatusCode.ShouldBe(HttpStatusCode.Created);
        (await api.PostJsonAsync(Ads, Body)).StatusCode.ShouldBe(HttpStatusCode.TooManyRequests);
    }

    [Fact]
    public async Task All_calls_together_are_limited_but_health_never_is()
    {
        await using var api = await ApiHost.StartAsync(new Dictionary<string, string?>
        {
            ["Reelwright:RateLimit:Enabled"] = "true",
            ["Reelwright:RateLimit:Calls"] = "3",
        });
        for (var i = 0; i < 3; i++)
        {
            (await api.Client.GetAsync("/api/v1/jobs")).StatusCode.ShouldBe(HttpStatusCode.OK);
        }

        await (await api.Client.GetAsync("/api/v1/jobs")).ShouldBeProblemAsync(HttpStatusCode.TooManyRequests, "RATE_LIMITED");
        await (await api.PostJsonAsync(Ads, Body)).ShouldBeProblemAsync(HttpStatusCode.TooManyRequests, "RATE_LIMITED");
        (await api.Client.GetAsync("/health")).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Theory]
    [InlineData("10.1.2.3", "10.1.2.3")]
    [InlineData("::ffff:10.1.2.3", "10.1.2.3")]
    [InlineData("2001:db8:1:2:aaaa:bbbb:cccc:dddd", "2001:db8:1:2::/64")]
    [InlineData("::1", "::/64")]
    public void A_caller_is_counted_by_its_network(string address, string network) => Caller.Network(IPAddress.Parse(address)).ShouldBe(network);

    [Fact]
    public async Task Replays_of_a_known_key_are_no_creations()
    {
        await using var api = await ApiHost.StartAsync(new Dictionary<string, string?>
        {
            ["Reelwright:RateLimit:Enabled"] = "true",
            ["Reelwright:RateLimit:Creations"] = "1",
        });

        // At once, so that most of them arrive before the key is known.
        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => api.PostJsonAsync(Ads, Body, ("Idempotency-Key", "k"))));
        var later = await api.PostJsonAsync(Ads, Body, ("Idempotency-Key", "k"));

        answers.Append(later).ShouldAllBe(answer => answer.StatusCode == HttpStatusCode.Created);
        answers.Count(answer => answer.Headers.Contains("Idempotent-Replayed")).ShouldBe(19);
        (await api.PostJsonAsync(Ads, Body, ("Idempotency-Key", "other"))).StatusCode.ShouldBe(HttpStatusCode.TooManyRequests);
    }

    [Fact]
    public async Task Another_body_under_a_known_key_is_a_mismatch_and_no_creation()
    {
        await using var api = await ApiHost.StartAsync(new Dictionary<string, string?>
        {
            ["Reelwright:RateLimit:Enabled"] = "true",
            ["Reelwright:RateLimit:Creations"] = "2",
        });
        await api.PostJsonAsync(Ads, Body, ("Idempotency-Key", "k"));
        for (var i = 0; i < 3; i++)
        {
            var other = await api.PostJsonAsync(Ads, Body.Replace("30", "45", StringComparison.Ordinal), ("Idempotency-Key", "k"));
            await other.ShouldBeProblemAsync(HttpStatusCode.UnprocessableEntity, "IDEMPOTENCY_MISMATCH");
        }

        (await api.PostJsonAsync(Ads, Body)).StatusCode.ShouldBe(HttpStatusCode.Created);
    }
}
