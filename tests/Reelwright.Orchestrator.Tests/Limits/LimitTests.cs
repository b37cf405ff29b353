using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Reelwright.Engine.Store;

namespace Reelwright.Orchestrator.Tests.Limits;

public sealed class LimitTests(SharedApi shared) : IClassFixture<SharedApi>
{
    private readonly ApiHost api = shared.Api;

    [Fact]
    public async Task A_limit_is_set_read_and_lifted()
    {
        (await PutAsync("video-generation", """{"max_in_flight":8}""")).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await LimitAsync("video-generation")).GetInt32().ShouldBe(8);
        (await ((IJobStore)api.Store).LimitsAsync(CancellationToken.None))["video-generation"].ShouldBe(8);

        (await PutAsync("video-generation", """{"max_in_flight":null}""")).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await LimitAsync("video-generation")).ValueKind.ShouldBe(JsonValueKind.Null);
    }

    [Theory]
    [InlineData("{}", "is required: a whole number from 1 to 100000, or null to lift the limit")]
    [InlineData("", "is required: a whole number from 1 to 100000, or null to lift the limit")]
    [InlineData("""{"max_in_flight":0}""", "must be a whole number from 1 to 100000, or null to lift the limit")]
    [InlineData("""{"max_in_flight":"8"}""", "must be a whole number from 1 to 100000, or null to lift the limit")]
    public async Task A_wrong_limit_is_refused_with_what_would_be_right(string body, string expected)
    {
        var response = await PutAsync("composition", body);

        response.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        var problem = await response.Content.ReadFromJsonAsync<JsonElement>();
        problem.GetProperty("errors").GetProperty("max_in_flight")[0].GetString()!.ShouldContain(expected);
        (await LimitAsync("composition")).ValueKind.ShouldBe(JsonValueKind.Null);
    }

    [Fact]
    public async Task A_service_that_does_not_exist_has_no_limit() =>
        (await PutAsync("teleporter", """{"max_in_flight":1}""")).StatusCode.ShouldBe(HttpStatusCode.NotFound);

    private Task<HttpResponseMessage> PutAsync(string service, string body) =>
        api.Client.PutAsync($"/api/v1/limits/{service}", new StringContent(body, Encoding.UTF8, "application/json"));

    private async Task<JsonElement> LimitAsync(string service) => (await api.GetJsonAsync("/api/v1/limits"))
        .GetProperty("limits").EnumerateArray().Single(limit => limit.GetProperty("service").GetString() == service).GetProperty("max_in_flight");
}
