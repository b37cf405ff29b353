using System.Net;

namespace Reelwright.Orchestrator.Tests.Results;

public sealed class ListQueryTests(SharedApi shared) : IClassFixture<SharedApi>
{
    private const string Path = "/api/v1/jobs";

    private readonly ApiHost api = shared.Api;

    [Theory]
    [InlineData("status=done", "status")]
    [InlineData("status=queued&status=failed", "status")]
    [InlineData("created_after=yesterday", "created_after")]
    [InlineData("created_before=2025-13-01", "created_before")]
    [InlineData("created_before=2025-01-01T00:00:00+02:00", "created_before")]
    [InlineData("limit=0", "limit")]
    [InlineData("limit=101", "limit")]
    [InlineData("limit=", "limit")]
    [InlineData("limit=+5", "limit")]
    [InlineData("limit=99999999999", "limit")]
    [InlineData("cursor=", "cursor")]
    [InlineData("cursor=abc", "cursor")]
    [InlineData("cursor=________________________________", "cursor")]
    [InlineData("cursor=%C3%A9%C3%A9%C3%A9%C3%A9%C3%A9%C3%A9%C3%A9%C3%A9%C3%A9%C3%A9%C3%A9%C3%A9%C3%A9%C3%A9%C3%A9%C3%A9", "cursor")]
    [InlineData("q=a%00b", "q")]
    [InlineData("state=failed", "state")]
    public async Task A_filter_that_makes_no_sense_is_refused_by_name(string query, string name)
    {
        var problem = await (await api.Client.GetAsync($"{Path}?{query}")).ShouldBeProblemAsync(HttpStatusCode.BadRequest, "INVALID_INPUT");

        problem.GetProperty("errors").EnumerateObject().Single().Name.ShouldBe(name);
    }

    [Fact]
    public async Task All_wrong_filters_are_named_at_once()
    {
        var problem = await (await api.Client.GetAsync($"{Path}?status=x&limit=x&cursor=x&created_after=x&sort=x"))
            .ShouldBeProblemAsync(HttpStatusCode.BadRequest, "INVALID_INPUT");

        problem.GetProperty("errors").EnumerateObject().Select(error => error.Name)
            .ShouldBe(["sort", "status", "created_after", "limit", "cursor"], ignoreOrder: true);
    }
}
