using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Reelwright.Contracts.Services;
using Reelwright.Orchestrator.Access;

namespace Reelwright.Orchestrator.Tests.Ads;

public sealed class AdBudgetTests
{
    private const string Ads = "/api/v1/generate-ad";

    [Theory]
    [InlineData("0.74", "its max_cost_usd is $0.74")]
    [InlineData("0.01", "its max_cost_usd is $0.01")]
    public async Task An_ad_that_its_limit_can_not_cover_is_refused_with_the_estimate(string limit, string sentence)
    {
        await using var api = await PricedAsync();

        var refused = await api.PostJsonAsync(Ads, Body(limit), ("Idempotency-Key", "k"));

        // One scene: 0.05 + 0.30 + 0.30 + 0.10. Five scenes: 1.95.
        var problem = await refused.ShouldBeProblemAsync(HttpStatusCode.Conflict, "BUDGET_EXCEEDED");
        problem.GetProperty("estimated_cost_usd").GetRawText().ShouldBe("1.95");
        var detail = problem.GetProperty("detail").GetString()!;
        detail.ShouldContain("$1.95");
        detail.ShouldContain("at least $0.75");
        detail.ShouldContain(sentence);
        (await api.GetJsonAsync("/api/v1/jobs")).GetProperty("items").GetArrayLength().ShouldBe(0);
        (await api.PostJsonAsync(Ads, Body("5"), ("Idempotency-Key", "k"))).StatusCode.ShouldBe(HttpStatusCode.Created);
    }

    [Fact]
    public async Task The_cheapest_ad_within_the_limit_is_created_with_a_warning()
    {
        await using var api = await PricedAsync();

        var created = await api.PostJsonAsync(Ads, Body("0.75"));

        created.StatusCode.ShouldBe(HttpStatusCode.Created);
        (await created.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("estimated_cost_usd").GetRawText().ShouldBe("1.95");
        (await WarningsAsync(api, created)).Single().ShouldContain("its max_cost_usd is $0.75");
    }

    [Fact]
    public async Task Without_every_price_nothing_is_refused_and_the_job_carries_a_warning()
    {
        await using var api = await PricedAsync();
        api.Gateway.Traits[ServiceNames.Composition] = api.Gateway.Traits[ServiceNames.Composition] with { PriceKnown = false };

        var created = await api.PostJsonAsync(Ads, Body("0.10"));

        created.StatusCode.ShouldBe(HttpStatusCode.Created);
        (await WarningsAsync(api, created)).Single().ShouldContain("Not every service announces its price");
    }

    [Fact]
    public async Task An_ad_within_its_limit_has_no_warning()
    {
        await using var api = await PricedAsync();

        (await WarningsAsync(api, await api.PostJsonAsync(Ads, Body("1.95")))).ShouldBeEmpty();
    }

    [Fact]
    public async Task The_configured_limit_refuses_as_well_and_is_named()
    {
        await using var api = await PricedAsync(new Dictionary<string, string?> { ["Reelwright:Ads:MaxCostUsd"] = "0.5" });

        var problem = await (await api.PostJsonAsync(Ads, Body(null))).ShouldBeProblemAsync(HttpStatusCode.Conflict, "BUDGET_EXCEEDED");

        problem.GetProperty("detail").GetString()!.ShouldContain("the configured limit of a job is $0.50");
    }

    [Fact]
    public async Task A_replay_is_answered_whatever_the_prices_are_now()
    {
        await using var api = await PricedAsync();
        var first = await (await api.PostJsonAsync(Ads, Body("2"), ("Idempotency-Key", "k"))).Content.ReadAsStringAsync();
        api.Gateway.Traits[ServiceNames.ImageGeneration] = PricedGateway.Free with { PriceKnown = true, PricePerCall = 100 };

        var replay = await api.PostJsonAsync(Ads, Body("2"), ("Idempotency-Key", "k"));

        replay.StatusCode.ShouldBe(HttpStatusCode.Created);
        (await replay.Content.ReadAsStringAsync()).ShouldBe(first);
        (await api.PostJsonAsync(Ads, Body("2"))).StatusCode.ShouldBe(HttpStatusCode.Conflict);
    }

    [Fact]
    public async Task A_refusal_does_not_count_as_a_creation()
    {
        await using var api = await PricedAsync(new Dictionary<string, string?>
        {
            ["Reelwright:RateLimit:Enabled"] = "true",
            ["Reelwright:RateLimit:Creations"] = "1",
        });
        for (var i = 0; i < 3; i++)
        {
            (await api.PostJsonAsync(Ads, Body("0.5"))).StatusCode.ShouldBe(HttpStatusCode.Conflict);
        }

        (await api.PostJsonAsync(Ads, Body("2"))).StatusCode.ShouldBe(HttpStatusCode.Created);
    }

    private static string Body(string? limit) =>
        $$"""{"prompt": "An ad for luxury watches", "duration": 30, "aspect_ratio": "9:16"{{(limit is null ? "" : $", \"max_cost_usd\": {limit}")}}}""";

    private static async Task<ApiHost> PricedAsync(IReadOnlyDictionary<string, string?>? settings = null)
    {
        var api = await ApiHost.StartAsync(settings);
        api.Gateway.Traits[ServiceNames.PromptParser] = PricedGateway.Free with { PriceKnown = true, PricePerCall = 0.05m };
        api.Gateway.Traits[ServiceNames.ImageGeneration] = PricedGateway.Free with { PriceKnown = true, PricePerCall = 0.30m };
        api.Gateway.Traits[ServiceNames.VideoGeneration] = PricedGateway.Free with { PriceKnown = true, PricePerCall = 0.30m };
        api.Gateway.Traits[ServiceNames.Composition] = PricedGateway.Free with { PriceKnown = true, PricePerCall = 0.10m };
        return api;
    }

    /// <summary>The messages of its warning events.</summary>
    private static async Task<IReadOnlyList<string>> WarningsAsync(ApiHost api, HttpResponseMessage created)
    {
        var job = Guid.Parse(created.Headers.Location!.ToString().Split('/')[^1]);
        var events = await api.Store.EventsAsync(Caller.Local, new(job), 0, CancellationToken.None);
        events!.ShouldAllBe(happened => happened.Kind == "warning");
        return [.. events!.Select(happened => JsonDocument.Parse(happened.Data).RootElement.GetProperty("message").GetString()!)];
    }
}
