using System.Text.Json;
using Reelwright.Contracts.Jobs;
using Reelwright.Contracts.Json;
using Reelwright.Contracts.Services;

namespace Reelwright.Contracts.Tests.Json;

public sealed class NumberFormatTests
{
    [Theory]
    [InlineData("0", "0.00")]
    [InlineData("0.000000", "0.00")]
    [InlineData("0.3", "0.30")]
    [InlineData("0.300000", "0.30")]
    [InlineData("1.55", "1.55")]
    [InlineData("0.0004", "0.0004")]
    [InlineData("0.0000005", "0.000001")]
    [InlineData("0.0000004", "0.00")]
    [InlineData("1234567.891", "1234567.891")]
    public void Money_has_two_to_six_decimals(string amount, string written) =>
        MoneyConverter.ToJson(decimal.Parse(amount, System.Globalization.CultureInfo.InvariantCulture)).ShouldBe(written);

    [Theory]
    [InlineData("30.000", "30")]
    [InlineData("5.50", "5.5")]
    [InlineData("0", "0")]
    [InlineData("7.333333", "7.333333")]
    public void Seconds_have_no_trailing_zeros(string seconds, string written)
    {
        var result = new VideoResult { VideoUrl = "u", Duration = decimal.Parse(seconds, System.Globalization.CultureInfo.InvariantCulture) };

        JsonSerializer.Serialize(result, WireJson.Wire.VideoResult).ShouldBe($$"""{"video_url":"u","duration":{{written}},"resolution":null}""");
    }

    [Theory]
    [InlineData("2025-11-14T10:30:00Z")]
    [InlineData("2025-11-14T12:30:00.999+02:00")]
    public void A_moment_is_UTC_in_whole_seconds(string moment) =>
        TimestampConverter.ToText(DateTimeOffset.Parse(moment, System.Globalization.CultureInfo.InvariantCulture)).ShouldBe("2025-11-14T10:30:00Z");

    [Theory]
    [InlineData("\"0.05\"")]
    [InlineData("true")]
    [InlineData("1e400")]
    public void What_is_no_amount_is_not_read_as_one(string cost) => Should.Throw<JsonException>(() => JsonSerializer.Deserialize(
        $$"""{"job_id":"550e8400-e29b-41d4-a716-446655440000","status":"queued","created_at":"2025-11-14T10:30:00Z","estimated_completion_time":"2025-11-14T10:30:00Z","estimated_cost_usd":{{cost}}}""",
        WireJson.Wire.JobCreated));

    [Theory]
    [InlineData("\"yesterday\"")]
    [InlineData("1763116200")]
    public void What_is_no_moment_is_not_read_as_one(string moment) => Should.Throw<JsonException>(() => JsonSerializer.Deserialize(
        $$"""{"status":"healthy","service":"s","database":"connected","timestamp":{{moment}}}""", WireJson.Wire.OrchestratorHealth));

    [Fact]
    public void A_member_given_twice_is_refused() =>
        Should.Throw<JsonException>(() => JsonSerializer.Deserialize("""{"status":"a","status":"b"}""", WireJson.Wire.Liveness));

    [Fact]
    public void A_missing_required_member_is_refused() =>
        Should.Throw<JsonException>(() => JsonSerializer.Deserialize("""{"service":"s"}""", WireJson.Wire.ServiceHealth)).Message.ShouldContain("status");

    [Fact]
    public void Text_in_any_script_stays_readable() =>
        JsonSerializer.Serialize(new Liveness { Status = "café 新しい العربية <&>" }, WireJson.Wire.Liveness).ShouldBe("""{"status":"café 新しい العربية <&>"}""");
}
