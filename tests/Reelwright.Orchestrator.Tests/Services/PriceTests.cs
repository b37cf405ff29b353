using System.Globalization;
using Reelwright.Contracts.Services;
using Reelwright.Engine.Exchange;

namespace Reelwright.Orchestrator.Tests.Services;

/// <summary>Announced prices, and what bills make of them.</summary>
public sealed class PriceTests : GatewayTest
{
    [Theory]
    [InlineData("""{"usd":0.05,"per":"call"}""", 0.05, 0)]
    [InlineData("""{"usd":0.05}""", 0.05, 0)]
    [InlineData("""{"usd":"0.05","per":"call"}""", 0.05, 0)]
    [InlineData("0.05", 0.05, 0)]
    [InlineData("\"0.05\"", 0.05, 0)]
    [InlineData("0", 0, 0)]
    [InlineData("""{"usd":0.04,"per":"second"}""", 0, 0.04)]
    [InlineData("""{"usd":0.04,"per":"Seconds"}""", 0, 0.04)]
    [InlineData("""{"usd":1,"per":"minute"}""", 0, 0.016667)]
    [InlineData("""{"usd":0.3,"per":"clip"}""", 0.3, 0)]
    [InlineData("null", 0.4, 0)]
    [InlineData("\"free\"", 0.4, 0)]
    [InlineData("-1", 0.4, 0)]
    [InlineData("1e400", 0.4, 0)]
    [InlineData("\"NaN\"", 0.4, 0)]
    [InlineData("1001", 0.4, 0)]
    [InlineData("[0.05]", 0.4, 0)]
    [InlineData("true", 0.4, 0)]
    public async Task An_announced_price_is_read_in_every_form(string price, double perCall, double perSecond)
    {
        await using var service = Announcing(price, "0");

        var traits = await service.Gateway.DescribeAsync(ServiceNames.VideoGeneration, Token);

        (traits.PricePerCall, traits.PricePerSecond).ShouldBe(((decimal)perCall, (decimal)perSecond));
        (traits.PriceProven, traits.UsualPricePerCall, traits.HasOperations).ShouldBe((false, 0.40m, true));
    }

    [Theory]
    [InlineData("0", "0")]
    [InlineData("0.3", "0.3")]
    [InlineData("0.3", "0.1")]
    [InlineData("""{"usd":0.04,"per":"second"}""", "0.3")]
    public async Task A_bill_that_is_not_above_the_announced_price_proves_it(string price, string cost)
    {
        await using var service = Announcing(price, cost);
        var before = await service.Gateway.DescribeAsync(ServiceNames.VideoGeneration, Token);

        await service.Gateway.SendAsync(ClipCall, Token);

        var after = await service.Gateway.DescribeAsync(ServiceNames.VideoGeneration, Token);
        after.ShouldBe(before with { PriceProven = true });
    }

    [Theory]
    [InlineData("null")]
    [InlineData("\"0\"")]
    public async Task A_bill_that_can_not_be_read_proves_nothing(string cost)
    {
        await using var service = Announcing("0", cost);

        await service.Gateway.SendAsync(ClipCall, Token);

        (await service.Gateway.DescribeAsync(ServiceNames.VideoGeneration, Token)).PriceProven.ShouldBeFalse();
    }

    [Theory]
    [InlineData("0", "0.3", 0.3, 0)]
    [InlineData("""{"usd":0,"per":"second"}""", "0.3", 0.3, 0)]
    [InlineData("""{"usd":0.02,"per":"second"}""", "0.3", 0, 0.04)]
    [InlineData("""{"usd":0.01,"per":"second"}""", "0.2", 0, 0.026667)]
    public async Task A_bill_above_the_announced_price_raises_the_next_estimate(string price, string cost, double perCall, double perSecond)
    {
        await using var service = Announcing(price, cost);
        await service.Gateway.DescribeAsync(ServiceNames.VideoGeneration, Token);

        await service.Gateway.SendAsync(ClipCall, Token);

        var traits = await service.Gateway.DescribeAsync(ServiceNames.VideoGeneration, Token);
        (traits.PricePerCall, traits.PricePerSecond, traits.PriceProven).ShouldBe(((decimal)perCall, (decimal)perSecond, false));
    }

    [Fact]
    public async Task The_highest_bill_counts_and_a_later_cheap_one_proves_nothing()
    {
        await using var service = Announcing("0", "0");
        await service.Gateway.DescribeAsync(ServiceNames.VideoGeneration, Token);
        foreach (var cost in new[] { 0m, 0.3m, 0.5m, 0.1m, 0m })
        {
            service.OnCall = (_, connection, token) =>
                connection.AnswerAsync(200, ClipFor(cost.ToString(CultureInfo.InvariantCulture)), token);
            await service.Gateway.SendAsync(ClipCall, Token);
        }

        var traits = await service.Gateway.DescribeAsync(ServiceNames.VideoGeneration, Token);
        (traits.PricePerCall, traits.PriceProven).ShouldBe((0.5m, false));
    }

    [Fact]
    public async Task A_failure_that_was_billed_above_the_price_raises_it_as_well()
    {
        await using var service = Announcing("0", "0");
        await service.Gateway.DescribeAsync(ServiceNames.VideoGeneration, Token);
        service.OnCall = (_, connection, token) => connection.AnswerAsync(200, """{"success":false,"error":"no","cost":0.2}""", token);

        await service.Gateway.SendAsync(ClipCall, Token);

        (await service.Gateway.DescribeAsync(ServiceNames.VideoGeneration, Token)).PricePerCall.ShouldBe(0.2m);
    }

    [Theory]
    [InlineData("10", 10)]
    [InlineData("10.01", 0.3)]
    [InlineData("1000", 0.3)]
    public async Task A_bill_beyond_every_price_of_such_calls_is_booked_and_raises_nothing(string cost, double perCall)
    {
        await using var service = Announcing("0.3", cost);
        await service.Gateway.DescribeAsync(ServiceNames.VideoGeneration, Token);

        var outcome = await service.Gateway.SendAsync(ClipCall, Token);

        outcome.ShouldBeOfType<CallOutcome.Succeeded>().Cost.ShouldBe(decimal.Parse(cost, CultureInfo.InvariantCulture));
        var traits = await service.Gateway.DescribeAsync(ServiceNames.VideoGeneration, Token);
        (traits.PricePerCall, traits.PriceProven).ShouldBe(((decimal)perCall, false));
    }

    [Fact]
    public async Task Another_provider_begins_with_its_own_announcement()
    {
        await using var service = Announcing("0", "0.3");
        await service.Gateway.DescribeAsync(ServiceNames.VideoGeneration, Token);
        await service.Gateway.SendAsync(ClipCall, Token);
        service.OnCapabilities = (_, connection, token) => connection.AnswerAsync(200, Capabilities("0.1", "another"), token);
        service.Time.Advance(TimeSpan.FromMinutes(2));

        await Testing.Time.Eventually.Within(
            TimeSpan.FromSeconds(20),
            async () => (await service.Gateway.DescribeAsync(ServiceNames.VideoGeneration, Token)).PricePerCall == 0.1m,
            Token);
    }

    [Fact]
    public async Task A_bill_of_a_former_origin_proves_nothing_about_the_present_one()
    {
        await using var former = Announcing("0", "0");
        former.OnOperation = (_, connection, token) =>
            connection.AnswerAsync(200, """{"operation":{"id":"7","status":"succeeded"},""" + ClipFor("0.9")[1..], token);
        await using var present = Announcing("0", "0");
        var call = ClipCall with { Operation = "/operations/7", Origin = $"http://{former.Server.Url.Authority} -" };

        (await present.Gateway.PollAsync(call, Token)).ShouldBeOfType<CallOutcome.Succeeded>().Cost.ShouldBe(0.9m);

        var traits = await present.Gateway.DescribeAsync(ServiceNames.VideoGeneration, Token);
        (traits.PricePerCall, traits.PriceProven).ShouldBe((0m, false));
    }

    [Fact]
    public async Task The_traits_name_the_bounds_of_an_exchange_and_of_its_registration()
    {
        await using var service = ScriptedService.Start(
            (_, _, _) =>
                Task.CompletedTask, ("Services:Composition:RegistrationDelay", "00:02:00"), ("Services:Composition:Timeout", "00:00:45"));

        var configured = await service.Gateway.DescribeAsync(ServiceNames.Composition, Token);
        var plain = await service.Gateway.DescribeAsync(ServiceNames.PromptParser, Token);

        (configured.RegistrationDelay, configured.ExchangeTimeout).ShouldBe((TimeSpan.FromMinutes(2), TimeSpan.FromSeconds(45)));
        (plain.RegistrationDelay, plain.ExchangeTimeout).ShouldBe((TimeSpan.FromSeconds(30), TimeSpan.FromSeconds(10)));
        (plain.HasOperations, plain.UsualPricePerCall).ShouldBe((false, 0.05m));
    }

    private static ScriptedService Announcing(string price, string cost)
    {
        var service = ScriptedService.Answering(200, ClipFor(cost));
        service.OnCapabilities = (_, connection, token) => connection.AnswerAsync(200, Capabilities(price, "std"), token);
        return service;
    }

    private static string Capabilities(string price, string provider) =>
        $$"""{"version":"9","idempotency":true,"operations":true,"providers":[{"name":"{{provider}}","model":"m","price":{{price}}}]}""";

    private static string ClipFor(string cost) => $$"""{"success":true,"result":{"video_url":"http://a/b"},"cost":{{cost}}}""";
}
