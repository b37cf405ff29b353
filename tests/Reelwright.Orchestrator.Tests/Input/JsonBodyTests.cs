using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Reelwright.Contracts.Json;
using Reelwright.Orchestrator.Input;

namespace Reelwright.Orchestrator.Tests.Input;

public sealed class JsonBodyTests
{
    [Theory]
    [InlineData("{\"a\": 1,}", "line 1, byte 9: there is a comma before '}'")]
    [InlineData("[1,\n ]", "line 2, byte 2: there is a comma before ']'")]
    [InlineData("{\n  \"a\" 1}", "line 2, byte 7: '1' is not expected here")]
    [InlineData("{\"a\": NaN}", "line 1, byte 7: 'N' is not expected here")]
    [InlineData("{'a': 1}", "line 1, byte 2: names and strings stand in double quotes")]
    [InlineData("{\"a\": é}", "line 1, byte 7: 'é' is not expected here")]
    [InlineData("{\"a\": tru}", "line 1, byte 10: '}' is not expected here")]
    [InlineData("{\"a\": 01}", "line 1, byte 8: '1' is not expected here")]
    [InlineData("}", "line 1, byte 1: '}' is not expected here")]
    [InlineData("{} {}", "line 1, byte 4: '{' comes after the end of the value")]
    [InlineData("1 2", "line 1, byte 3: '2' comes after the end of the value")]
    [InlineData("// hello", "line 1, byte 1: '/' is not expected here")]
    [InlineData("{\"a\": \"\\q\"}", "line 1, byte 9: a backslash begins an escape that JSON does not have")]
    [InlineData("{\"a\": \"\\u12x4\"}", "line 1, byte 12: a backslash begins an escape that JSON does not have")]
    [InlineData("{\"a\": \"\u0000\"}", "line 1, byte 8: a line break, tab or other control character inside a string must be escaped, such as \\n")]
    [InlineData("{\"a\": \"x\ny\"}", "line 1, byte 9: a line break, tab or other control character inside a string must be escaped, such as \\n")]
    public async Task Where_and_why_the_JSON_breaks_is_said(string body, string place) =>
        (await FaultAsync(Encoding.UTF8.GetBytes(body))).ShouldBe($"is not valid JSON at {place}");

    [Theory]
    [InlineData("{")]
    [InlineData("   ")]
    [InlineData("{\"prompt\": \"An ad f")]
    [InlineData("{\"prompt\": \"An ad\", ")]
    [InlineData("{\"a\": \"\\u12")]
    [InlineData("{\"a\": tru")]
    [InlineData("[[1, 2]")]
    public async Task A_text_that_was_cut_short_is_told_so(string body) =>
        (await FaultAsync(Encoding.UTF8.GetBytes(body))).ShouldBe("is not valid JSON: it ends before it is complete");

    [Theory]
    [InlineData(1)]
    [InlineData(10_000)]
    public async Task Deep_nesting_is_refused(int beyond) =>
        (await FaultAsync(Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("[", JsonBody.MaxDepth + beyond))))).ShouldContain("it is nested deeper than 32 levels");

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
