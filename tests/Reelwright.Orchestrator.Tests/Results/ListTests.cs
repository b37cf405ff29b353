using System.Net;
using System.Text.Json;
using Reelwright.Engine.Jobs;

namespace Reelwright.Orchestrator.Tests.Results;

public sealed class ListTests : IAsyncLifetime
{
    private const string Path = "/api/v1/jobs";

    private ApiHost api = null!;

    public async ValueTask InitializeAsync() => api = await ApiHost.StartAsync();

    public ValueTask DisposeAsync() => api.DisposeAsync();

    [Fact]
    public async Task Pages_follow_each_other_newest_first_without_gap_or_repeat()
    {
        var created = new List<string>();
        for (var i = 0; i < 7; i++)
        {
            created.Insert(0, (await JobDriver.CreateAsync(api)).Id.ToString());
        }

        await JobDriver.CreateAsync(api, owner: "somebody-else");

        var listed = new List<string>();
        var times = new List<string>();
        var sizes = new List<int>();
        string? cursor = null;
        do
        {
            var page = await api.GetJsonAsync($"{Path}?limit=3{(cursor is null ? "" : $"&cursor={cursor}")}");
            page.EnumerateObject().Select(member => member.Name).ShouldBe(["items", "next_cursor"]);
            var items = Ids(page);
            sizes.Add(items.Count);
            listed.AddRange(items);
            times.AddRange(page.GetProperty("items").EnumerateArray().Select(job => job.GetProperty("created_at").GetString()!));
            cursor = page.GetProperty("next_cursor").GetString();
        }
        while (cursor is not null && sizes.Count < 10);

        sizes.ShouldBe([3, 3, 1]);
        listed.ShouldBe(created, ignoreOrder: true);
        times.OrderDescending(StringComparer.Ordinal).ShouldBe(times);
    }

    [Fact]
    public async Task A_page_that_is_just_full_is_the_last()
    {
        await JobDriver.CreateAsync(api);
        await JobDriver.CreateAsync(api);

        (await api.GetJsonAsync($"{Path}?limit=2")).GetProperty("next_cursor").ValueKind.ShouldBe(JsonValueKind.Null);
    }

    [Fact]
    public async Task Filters_narrow_the_list()
    {
        var shoe = await JobDriver.CreateAsync(api, "An ad for RUNNING shoes");
        await shoe.EndAsync(JobState.Failed, new JobFailure { Code = "INTERNAL_ERROR", Message = "m" });
        var watch = await JobDriver.CreateAsync(api, "An ad for luxury watches");

        Ids(await api.GetJsonAsync($"{Path}?status=failed")).ShouldBe([shoe.Id.ToString()]);
        Ids(await api.GetJsonAsync($"{Path}?status=queued&q=LUXURY")).ShouldBe([watch.Id.ToString()]);
        Ids(await api.GetJsonAsync($"{Path}?q=running")).ShouldBe([shoe.Id.ToString()]);
        Ids(await api.GetJsonAsync($"{Path}?q=%25")).ShouldBeEmpty();
        Ids(await api.GetJsonAsync($"{Path}?created_after=2020-01-01&created_before=2999-12-31T23:59:59Z")).Count.ShouldBe(2);
        Ids(await api.GetJsonAsync($"{Path}?created_before=2020-01-01T00:00:00%2B02:00")).ShouldBeEmpty();
        Ids(await api.GetJsonAsync($"{Path}?created_after=2999-01-01")).ShouldBeEmpty();
    }

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

    private static List<string> Ids(JsonElement page) =>
        [.. page.GetProperty("items").EnumerateArray().Select(job => job.GetProperty("job_id").GetString()!)];
}
