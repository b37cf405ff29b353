using System.Net;
using System.Net.Http.Json;
using Reelwright.Contracts.Jobs;
using Reelwright.Contracts.Services;
using Reelwright.Testing.Builders;
using Reelwright.Testing.Fakes;

namespace Reelwright.EndToEnd.Tests.Durability;

/// <summary>What jobs share: answers to equal requests, and the calls that a service may have in flight.</summary>
public sealed class SharedCallsTests : DurabilityTest
{
    protected override Dictionary<string, string?> Settings
    {
        get
        {
            var settings = base.Settings;
            settings["Reelwright__Engine__CacheLifetime"] = "1.00:00:00";
            return settings;
        }
    }

    [Fact]
    public async Task Fifty_identical_jobs_at_once_buy_one_plan_and_one_image()
    {
        await Services.ConfigureAsync(new FakeSettings().ForAll(service => service with { DelayMs = 50 }), Cancelled);

        var ended = await RunAsync(50);

        var book = await Services.ReadBookAsync(Cancelled);
        BoughtOf(book, ServiceNames.PromptParser).ShouldBe(1);
        BoughtOf(book, ServiceNames.ImageGeneration).ShouldBe(1);
        BoughtOf(book, ServiceNames.VideoGeneration).ShouldBe(200);
        book.BoughtTwice.ShouldBeEmpty();
        ended.Sum(job => job.Cost.Total).ShouldBe(book.Charged);
        ended.Count(job => job.Cost.PromptParsing == 0m).ShouldBe(49);
    }

    [Fact]
    public async Task A_node_that_dies_while_others_wait_for_its_purchase_does_not_make_them_buy_it_again()
    {
        await Services.ConfigureAsync(new FakeSettings().ForAll(service => service with { DelayMs = 300 }), Cancelled);
        var jobs = await CreateAsync(20);
        await InBookAsync(entry => entry is { Event: BookEvent.Asked, Service: ServiceNames.PromptParser });

        await KillAndRestartAsync();
        var ended = await EndOfAllAsync(jobs);

        var book = await Services.ReadBookAsync(Cancelled);
        BoughtOf(book, ServiceNames.PromptParser).ShouldBe(1);
        BoughtOf(book, ServiceNames.ImageGeneration).ShouldBe(1);
        book.BoughtTwice.ShouldBeEmpty();
        ended.Sum(job => job.Cost.Total).ShouldBe(book.Charged);
    }

    [Fact]
    public async Task A_job_that_wants_no_cache_buys_for_itself()
    {
        await RunAsync(1);

        await EndOfAsync((await Orchestrator.Api.CreateAsync(Ads.Request() with { Cache = false }, Cancelled)).JobId);

        BoughtOf(await Services.ReadBookAsync(Cancelled), ServiceNames.PromptParser).ShouldBe(2);
    }

    [Fact]
    public async Task A_limited_service_never_has_more_calls_in_flight_also_across_a_kill_and_a_changed_limit()
    {
        await Services.ConfigureAsync(new FakeSettings { VideoGeneration = new FakeServiceSettings { Cost = 0.30m, DelayMs = 100 } }, Cancelled);
        await LimitAsync(3);
        var jobs = await CreateAsync(12);
        await InBookAsync(entry => entry is { Event: BookEvent.Bought, Service: ServiceNames.VideoGeneration });

        await KillAndRestartAsync();
        await LimitAsync(5);
        var ended = await EndOfAllAsync(jobs);

        ended.ShouldAllBe(job => job.Status == "completed");
        (await Services.StatisticsAsync(ServiceNames.VideoGeneration, Cancelled)).Peak.ShouldBeInRange(4, 5);
        (await Services.ReadBookAsync(Cancelled)).BoughtTwice.ShouldBeEmpty();
    }

    private static int BoughtOf(Book book, string service) => book.Bought.Count(entry => entry.Service == service);

    private async Task LimitAsync(int limit)
    {
        using var answer = await Orchestrator.Api.Http.PutAsJsonAsync("/api/v1/limits/video-generation", new Dictionary<string, int> { ["max_in_flight"] = limit }, Cancelled);
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    private async Task<IReadOnlyList<JobView>> RunAsync(int count)
    {
        var ended = await EndOfAllAsync(await CreateAsync(count));
        ended.ShouldAllBe(job => job.Status == "completed");
        return ended;
    }

    private async Task<IReadOnlyList<Guid>> CreateAsync(int count) =>
        [.. (await Task.WhenAll(Enumerable.Range(0, count).Select(_ => Orchestrator.Api.CreateAsync(Ads.Request(), Cancelled)))).Select(job => job.JobId)];

    private async Task<IReadOnlyList<JobView>> EndOfAllAsync(IEnumerable<Guid> jobs) => await Task.WhenAll(jobs.Select(EndOfAsync));
}
