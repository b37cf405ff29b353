using Reelwright.Contracts.Services;
using Reelwright.Engine.Exchange;

namespace Reelwright.Orchestrator.Tests.Services;

/// <summary>The cost of an envelope.</summary>
public sealed class MoneyTests : GatewayTest
{
    [Theory]
    [InlineData("0", "0")]
    [InlineData("0.0004", "0.0004")]
    [InlineData("0.30000000000000004", "0.3")]
    [InlineData("4e-1", "0.4")]
    [InlineData("1000", "1000")]
    [InlineData("-0.0", "0")]
    [InlineData("1e-400", "0")]
    [InlineData("0.3000000000000000000000000000000001", "0.3")]
    public async Task A_readable_cost_is_rounded_to_six_decimals(string stated, string counted)
    {
        var outcome = (await AnswerAsync($",\"cost\":{stated}")).ShouldBeOfType<CallOutcome.Succeeded>();

        outcome.Cost.ShouldBe(decimal.Parse(counted, System.Globalization.CultureInfo.InvariantCulture));
        outcome.CostFault.ShouldBeNull();
    }

    [Theory]
    [InlineData("")]
    [InlineData(",\"cost\":null")]
    public async Task A_missing_cost_is_left_to_the_engine(string member)
    {
        var outcome = (await AnswerAsync(member)).ShouldBeOfType<CallOutcome.Succeeded>();

        (outcome.Cost, outcome.CostFault).ShouldBe((null, null));
    }

    [Theory]
    [InlineData("-0.01")]
    [InlineData("1000.01")]
    [InlineData("1e30")]
    [InlineData("1e999")]
    [InlineData("\"0.05\"")]
    [InlineData("{\"usd\":0.3}")]
    [InlineData("[0.3]")]
    [InlineData("true")]
    [InlineData("1e400")]
    [InlineData("NaN")]
    [InlineData("Infinity")]
    [InlineData("-Infinity")]
    [InlineData("\"\"")]
    [InlineData("\"$0.30\"")]
    [InlineData("99999999999999999999999999999999")]
    public async Task A_delivery_is_kept_when_its_cost_can_not_be_read(string stated)
    {
        var outcome = (await AnswerAsync($",\"cost\":{stated}")).ShouldBeOfType<CallOutcome.Succeeded>();

        outcome.Cost.ShouldBeNull();
        outcome.CostFault.ShouldNotBeNull().ShouldStartWith("\"cost\" must be");
        outcome.Response.ShouldBe("""{"video_url":"http://a/b"}""");
    }

    [Fact]
    public async Task Words_for_numbers_within_texts_stay_as_they_are()
    {
        const string json = """{"success":true,"result":{"video_url":"http://a/NaN","note":"\\\"NaN, Infinity","x":-Infinity},"cost":NaN}""";
        var outcome = (await SendAsync(ServiceNames.VideoGeneration, 200, json)).ShouldBeOfType<CallOutcome.Succeeded>();

        outcome.Response.ShouldBe("""{"video_url":"http://a/NaN","note":"\\\"NaN, Infinity","x":"-Infinity"}""");
    }

    [Theory]
    [InlineData("-1")]
    [InlineData("\"0.05\"")]
    [InlineData("1e400")]
    [InlineData("NaN")]
    public async Task A_failure_whose_cost_can_not_be_read_counts_nothing_and_says_so(string stated)
    {
        var json = $$"""{"success":false,"error":"declined","cost":{{stated}}}""";
        var outcome = (await SendAsync(ServiceNames.VideoGeneration, 200, json)).ShouldBeOfType<CallOutcome.Failed>();

        outcome.Error.ShouldStartWith("declined (\"cost\" must be");
        outcome.Cost.ShouldBe(0);
    }

    [Fact]
    public async Task A_result_that_breaks_the_contract_is_a_failure_with_its_cost()
    {
        const string json = """{"success":true,"result":{"video_url":"/relative.mp4"},"cost":0.3}""";
        var outcome = (await SendAsync(ServiceNames.VideoGeneration, 200, json)).ShouldBeOfType<CallOutcome.Failed>();

        (outcome.Cost, outcome.Retryable).ShouldBe((0.3m, false));
    }

    private static Task<CallOutcome> AnswerAsync(string cost) =>
        SendAsync(ServiceNames.VideoGeneration, 200, $$"""{"success":true,"result":{"video_url":"http://a/b"}{{cost}}}""");
}
