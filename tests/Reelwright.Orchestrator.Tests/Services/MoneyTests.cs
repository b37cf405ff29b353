using Reelwright.Contracts.Services;
using Reelwright.Engine.Exchange;

namespace Reelwright.Orchestrator.Tests.Services;

/// <summary>What an envelope's cost comes to.</summary>
public sealed class MoneyTests : GatewayTest
{
    [Theory]
    [InlineData("0", "0")]
    [InlineData("0.0004", "0.0004")]
    [InlineData("0.30000000000000004", "0.3")]
    [InlineData("4e-1", "0.4")]
    [InlineData("1000", "1000")]
    public async Task A_cost_is_taken_as_it_is_told(string told, string counted)
    {
        var outcome = (await AnswerAsync($",\"cost\":{told}")).ShouldBeOfType<CallOutcome.Succeeded>();

        outcome.Cost.ShouldBe(decimal.Parse(counted, System.Globalization.CultureInfo.InvariantCulture));
    }

    [Theory]
    [InlineData("")]
    [InlineData(",\"cost\":null")]
    public async Task A_missing_cost_is_left_to_the_engine(string member)
    {
        var outcome = (await AnswerAsync(member)).ShouldBeOfType<CallOutcome.Succeeded>();

        outcome.Cost.ShouldBeNull();
    }

    [Theory]
    [InlineData("-0.01")]
    [InlineData("1000.01")]
    [InlineData("1e30")]
    [InlineData("1e999")]
    [InlineData("\"0.05\"")]
    [InlineData("{}")]
    public async Task A_cost_that_nobody_can_believe_breaks_the_contract(string told)
    {
        var outcome = (await AnswerAsync($",\"cost\":{told}")).ShouldBeOfType<CallOutcome.Failed>();

        outcome.Error.ShouldContain("\"cost\" must be");
        (outcome.Retryable, outcome.Cost).ShouldBe((false, 0m));
    }

    [Fact]
    public async Task A_failure_with_a_cost_that_nobody_can_believe_is_still_that_failure()
    {
        var outcome = (await SendAsync(ServiceNames.VideoGeneration, 200, """{"success":false,"error":"declined","cost":-1}""")).ShouldBeOfType<CallOutcome.Failed>();

        outcome.Error.ShouldStartWith("declined");
        outcome.Cost.ShouldBe(0);
    }

    private static Task<CallOutcome> AnswerAsync(string cost) =>
        SendAsync(ServiceNames.VideoGeneration, 200, $$"""{"success":true,"result":{"video_url":"http://a/b"}{{cost}}}""");
}
