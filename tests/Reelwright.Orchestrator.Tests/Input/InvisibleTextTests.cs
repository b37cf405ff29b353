using System.Net;
using System.Text.Json;

namespace Reelwright.Orchestrator.Tests.Input;

public sealed class InvisibleTextTests(SharedApi shared) : IClassFixture<SharedApi>
{
    private readonly ApiHost api = shared.Api;

    [Theory]
    [InlineData("\\u200b")]
    [InlineData("\\u200d")]
    [InlineData("\\ufeff")]
    [InlineData("\\u2060")]
    [InlineData("\\u202e")]
    [InlineData("\\u2066")]
    [InlineData("\\u061c")]
    [InlineData("\\u00ad")]
    [InlineData("\\u3164")]
    [InlineData("\\u115f")]
    [InlineData("\\uffa0")]
    [InlineData("\\u180e")]
    [InlineData("\\ufe0f")]
    [InlineData("\\u034f")]
    [InlineData("\\u2800")]
    [InlineData("\\u3000")]
    [InlineData("\\udb40\\udc41")]
    [InlineData("\\udb40\\udd00")]
    [InlineData("\\u200b \\u00ad\\u2800 ")]
    public async Task A_prompt_that_shows_nothing_is_empty(string invisible)
    {
        var problem = await (await PostAsync(string.Concat(Enumerable.Repeat(invisible, 30)))).ShouldBeProblemAsync(HttpStatusCode.BadRequest, "INVALID_INPUT");

        problem.GetProperty("errors").GetProperty("prompt")[0].GetString().ShouldBe("must be a text of 10 to 500 characters, this one has 0");
    }

    [Fact]
    public async Task Padding_does_not_make_a_short_prompt_long_enough()
    {
        var padded = "ad" + string.Concat(Enumerable.Repeat("\\u200b", 40)) + "x";
        var problem = await (await PostAsync(padded)).ShouldBeProblemAsync(HttpStatusCode.BadRequest, "INVALID_INPUT");

        problem.GetProperty("errors").GetProperty("prompt")[0].GetString()!.ShouldEndWith("this one has 4");
    }

    [Theory]
    [InlineData("❤️❤️❤️❤️❤️")]
    [InlineData("👨‍👩‍👧‍👦 ad now")]
    [InlineData("می‌خواهم‌ها")]
    [InlineData("e\u0301e\u0301e\u0301e\u0301e\u0301")]
    public async Task Joiners_and_variation_selectors_count_as_the_characters_that_they_are(string prompt) =>
        (await PostAsync(prompt)).StatusCode.ShouldBe(HttpStatusCode.Created);

    [Fact]
    public async Task An_optional_text_that_shows_nothing_is_not_given()
    {
        var created = await api.PostJsonAsync(
            "/api/v1/generate-ad",
            """{"prompt": "An ad for luxury watches", "duration": 30, "aspect_ratio": "9:16", "brand_guidelines": {"style": "\u200b\u200b", "name": "\u00ad"}}""");

        var job = await api.GetJsonAsync(created.Headers.Location!.ToString());
        var brand = job.GetProperty("request").GetProperty("brand_guidelines");
        brand.EnumerateObject().ShouldNotContain(member => member.Value.ValueKind == JsonValueKind.String);
    }

    private Task<HttpResponseMessage> PostAsync(string prompt) =>
        api.PostJsonAsync("/api/v1/generate-ad", $$"""{"prompt": "{{prompt}}", "duration": 30, "aspect_ratio": "9:16"}""");
}
