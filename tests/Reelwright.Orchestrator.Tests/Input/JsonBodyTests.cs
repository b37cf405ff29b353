using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Reelwright.Contracts.Json;
using Reelwright.Orchestrator.Input;

namespace Reelwright.Orchestrator.Tests.Input;

public sealed class JsonBodyTests
{
    [Theory]
    [InlineData("{\"a\": 1,}", "line 1, byte 9")]
    [InlineData("{\n  \"a\" 1}", "line 2, byte 7")]
    [InlineData("{\"a\": NaN}", "line 1, byte 7")]
    [InlineData("{", "line 1, byte 2")]
    [InlineData("{} {}", "line 1, byte 4")]
    [InlineData("// hello", "line 1, byte 1")]
    [InlineData("{\"a\": \"\u0000\"}", "line 1, byte 8")]
    public async Task Where_the_JSON_breaks_is_said(string body, string place) =>
        (await FaultAsync(Encoding.UTF8.GetBytes(body))).ShouldContain(place);

    [Fact]
    public async Task Deep_nesting_is_refused() =>
        (await FaultAsync(Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("[", 10_000))))).ShouldContain("maximum configured depth of 32");

    [Fact]
    public async Task Text_in_another_encoding_is_refused()
    {
        (await FaultAsync([.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes("{}")])).ShouldContain("is not UTF-8");
        (await FaultAsync([.. "{\"a\": \""u8, 0xC3, 0x28, .. "\"}"u8])).ShouldContain("is not UTF-8");
    }

    [Fact]
    public void A_byte_order_mark_is_skipped() =>
        JsonBody.Parse([0xEF, 0xBB, 0xBF, .. "{}"u8]).ShouldBeOfType<JsonBodyOutcome.Read>();

    [Fact]
    public void A_byte_order_mark_alone_is_nothing() => JsonBody.Parse([0xEF, 0xBB, 0xBF]).ShouldBeOfType<JsonBodyOutcome.Empty>();

    private static async Task<string> FaultAsync(byte[] body)
    {
        var problem = JsonBody.Parse(body).ShouldBeOfType<JsonBodyOutcome.Refused>().Problem;
        problem.Status.ShouldBe(400);
        var context = new DefaultHttpContext { Response = { Body = new MemoryStream() } };
        await problem.ExecuteAsync(context);
        context.Response.Body.Position = 0;
        var answer = await JsonSerializer.DeserializeAsync(context.Response.Body, WireJson.Wire.Problem);
        return answer!.Errors!["body"].Single();
    }
}
