using Reelwright.Engine.Exchange;
using Reelwright.Orchestrator.Services.Exchange;

namespace Reelwright.Orchestrator.Tests.Services;

public sealed class RetryAfterTests : GatewayTest
{
    // The fake clock of the scripted service stands at 2026-01-01T00:00:00Z, a Thursday.
    [Theory]
    [InlineData("5", 5)]
    [InlineData("0", 0)]
    [InlineData("1.5", 1.5)]
    [InlineData("-30", 0)]
    [InlineData("31536000", 300)]
    [InlineData("99999999999999999999999", 300)]
    [InlineData("Thu, 01 Jan 2026 00:00:42 GMT", 42)]
    [InlineData("Thursday, 01-Jan-26 00:00:42 GMT", 42)]
    [InlineData("Wed, 31 Dec 2025 23:00:00 GMT", 0)]
    [InlineData("Fri, 01 Jan 2027 00:00:00 GMT", 300)]
    public async Task Is_read_in_every_form_and_never_longer_than_allowed(string header, double seconds)
    {
        await using var service = ScriptedService.Answering(429, string.Empty, ("Retry-After", header));

        (await SendClipAsync(service)).ShouldBeOfType<CallOutcome.NotTaken>().RetryAfter.ShouldBe(TimeSpan.FromSeconds(seconds));
    }

    [Theory]
    [InlineData("soon")]
    [InlineData("")]
    [InlineData("NaN")]
    public async Task Is_ignored_when_it_is_unreadable(string header)
    {
        await using var service = ScriptedService.Answering(429, string.Empty, ("Retry-After", header));

        (await SendClipAsync(service)).ShouldBeOfType<CallOutcome.NotTaken>().RetryAfter.ShouldBeNull();
    }

    [Fact]
    public async Task Is_honoured_where_the_call_is_in_doubt_or_failed()
    {
        await using var doubtful = ScriptedService.Answering(503, "maintenance", ("Retry-After", "9"));
        await using var failed = ScriptedService.Answering(503, """{"success":false,"error":"maintenance"}""", ("Retry-After", "9"));

        (await SendClipAsync(doubtful)).ShouldBeOfType<CallOutcome.Unknown>().RetryAfter.ShouldBe(TimeSpan.FromSeconds(9));
        (await SendClipAsync(failed)).ShouldBeOfType<CallOutcome.Failed>().RetryAfter.ShouldBe(TimeSpan.FromSeconds(9));
    }

    [Fact]
    public void A_missing_header_is_no_wait() => RetryAfterHeader.Read(null, DateTimeOffset.UnixEpoch).ShouldBeNull();
}
