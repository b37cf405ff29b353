using System.Net.Http.Json;
using System.Text.Json;
using Reelwright.Contracts.Services;
using Reelwright.Orchestrator.Ads;

namespace Reelwright.Orchestrator.Tests.Ads;

public sealed class EstimateTests
{
    private const string Body = """{"prompt": "An ad for luxury watches", "duration": 30, "aspect_ratio": "9:16"}""";

    [Fact]
    public async Task The_estimate_counts_every_call_of_a_typical_ad()
    {
        await using var api = await ApiHost.StartAsync();
        api.Gateway.Traits[ServiceNames.PromptParser] = PricedGateway.Free with { PricePerCall = 0.0004m };
        api.Gateway.Traits[ServiceNames.ImageGeneration] = PricedGateway.Free with { PricePerCall = 0.20m };
        api.Gateway.Traits[ServiceNames.VideoGeneration] = PricedGateway.Free with { PricePerCall = 0.01m, PricePerSecond = 0.04m };
        api.Gateway.Traits[ServiceNames.Composition] = PricedGateway.Free with { PricePerCall = 0.07m };

        // 0.0004 + 0.20 + 5 scenes x 0.01 + 30 s x 0.04 + 0.07
        (await EstimateAsync(api, Body)).ShouldBe("1.5204");
    }

    [Fact]
    public async Task Each_variant_is_one_more_composition_and_nothing_else()
    {
        await using var api = await ApiHost.StartAsync();
        api.Gateway.Traits[ServiceNames.VideoGeneration] = PricedGateway.Free with { PricePerSecond = 0.04m };
        api.Gateway.Traits[ServiceNames.Composition] = PricedGateway.Free with { PricePerCall = 0.07m };

        // 30 s x 0.04 + 3 x 0.07
        (await EstimateAsync(api, Body.Replace("}", ", \"variants\": [\"1:1\", \"16:9\"]}", StringComparison.Ordinal))).ShouldBe("1.41");
    }

    [Fact]
    public async Task The_estimate_is_what_the_ad_would_cost_also_when_its_limit_is_lower()
    {
        await using var api = await ApiHost.StartAsync();
        api.Gateway.Traits[ServiceNames.VideoGeneration] = PricedGateway.Free with { PricePerSecond = 0.10m };

        (await EstimateAsync(api, Body.Replace("}", ", \"max_cost_usd\": 2.5}", StringComparison.Ordinal))).ShouldBe("3.00");
    }

    [Fact]
    public async Task Services_that_keep_us_waiting_do_not_keep_a_creation_waiting()
    {
        await using var api = await ApiHost.StartAsync();
        api.Gateway.Hang = new TaskCompletionSource().Task;

        (await EstimateAsync(api, Body)).ShouldBe("2.05");
        (await EstimateAsync(api, Body.Replace("}", ", \"variants\": [\"1:1\"]}", StringComparison.Ordinal))).ShouldBe("2.15");
    }

    [Fact]
    public async Task A_replay_tells_the_estimate_of_then_whatever_the_prices_are_now()
    {
        await using var api = await ApiHost.StartAsync();
        api.Gateway.Traits[ServiceNames.Composition] = PricedGateway.Free with { PricePerCall = 0.07m };
        var first = await EstimateAsync(api, Body, "k");
        api.Gateway.Traits[ServiceNames.Composition] = PricedGateway.Free with { PricePerCall = 0.09m };

        (await EstimateAsync(api, Body, "k")).ShouldBe(first);
        (await EstimateAsync(api, Body, "other")).ShouldNotBe(first);
    }

    [Theory]
    [InlineData(15, 4)]
    [InlineData(30, 5)]
    [InlineData(45, 7)]
    [InlineData(60, 8)]
    public void A_longer_ad_has_more_scenes_within_bounds(int duration, int scenes) => TypicalAd.Scenes(duration).ShouldBe(scenes);

    [Fact]
    public void Clips_made_at_the_same_time_take_less_time() =>
        TypicalAd.Time(60, clipsAtOnce: 8, films: 1).ShouldBeLessThan(TypicalAd.Time(60, clipsAtOnce: 4, films: 1));

    [Fact]
    public void A_variant_takes_more_time() =>
        TypicalAd.Time(60, clipsAtOnce: 4, films: 2).ShouldBeGreaterThan(TypicalAd.Time(60, clipsAtOnce: 4, films: 1));

    private static async Task<string> EstimateAsync(ApiHost api, string body, string? key = null)
    {
        var created = await (await api.PostJsonAsync("/api/v1/generate-ad", body, key is null ? [] : [("Idempotency-Key", key)])).Content.ReadFromJsonAsync<JsonElement>();
        return created.GetProperty("estimated_cost_usd").GetRawText();
    }
}
