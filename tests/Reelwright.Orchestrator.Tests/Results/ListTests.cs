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

    private static List<string> Ids(JsonElement page) =>
        [.. page.GetProperty("items").EnumerateArray().Select(job => job.GetProperty("job_id").GetString()!)];

    [Fact]
    public async Task A_list_leaves_plans_out_and_has_everything_else()
    {
        var job = await JobDriver.CreateAsync(api);
        await job.CompleteAsync();

        var single = await api.GetJsonAsync(job.Path);
        var item = (await api.GetJsonAsync(Path)).GetProperty("items")[0];

        single.GetProperty("assets").GetProperty("plan").ValueKind.ShouldBe(JsonValueKind.Object);
        item.GetProperty("assets").GetProperty("plan").ValueKind.ShouldBe(JsonValueKind.Null);
        item.EnumerateObject().Select(member => member.Name).ShouldBe(single.EnumerateObject().Select(member => member.Name));
        item.GetProperty("result").GetProperty("scenes_generated").GetInt32().ShouldBe(2);
        item.GetProperty("assets").GetProperty("clips").GetArrayLength().ShouldBe(2);
    }

    [Theory]
    [InlineData(24)]
    [InlineData(25)]
    [InlineData(26)]
    [InlineData(50)]
    [InlineData(59)]
    [InlineData(60)]
    [InlineData(61)]
    [InlineData(100)]
    public async Task Pages_that_are_read_in_several_parts_have_no_gap_or_repeat(int limit)
    {
        var created = new List<string>();
        for (var i = 0; i < 60; i++)
        {
            created.Add((await JobDriver.CreateAsync(api)).Id.ToString());
        }

        var listed = new List<string>();
        var sizes = new List<int>();
        string? cursor = null;
        do
        {
            var page = await api.GetJsonAsync($"{Path}?limit={limit}{(cursor is null ? "" : $"&cursor={cursor}")}");
            sizes.Add(Ids(page).Count);
            listed.AddRange(Ids(page));
            cursor = page.GetProperty("next_cursor").GetString();
        }
        while (cursor is not null && sizes.Count < 10);

        sizes.ShouldBe([.. Enumerable.Range(0, (60 + limit - 1) / limit).Select(page => Math.Min(limit, 60 - (page * limit)))]);
        listed.ShouldBe(created, ignoreOrder: true);
        listed.Distinct().Count().ShouldBe(60);
    }
}
