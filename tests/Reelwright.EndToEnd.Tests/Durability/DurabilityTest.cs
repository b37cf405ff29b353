using Reelwright.Contracts.Jobs;
using Reelwright.Contracts.Services;
using Reelwright.Engine.Jobs;
using Reelwright.Testing.Builders;
using Reelwright.Testing.Fakes;
using Reelwright.Testing.Processes;
using Reelwright.Testing.Time;

namespace Reelwright.EndToEnd.Tests.Durability;

/// <summary>
/// The real orchestrator as a process that can be killed, against services in another process that keep the book. After each test the book
/// and the database are held against each other.
/// </summary>
public abstract class DurabilityTest : IAsyncLifetime
{
    protected static readonly TimeSpan Bound = TimeSpan.FromSeconds(60);

    protected static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    protected FakeServices Services { get; private set; } = null!;

    protected ReelwrightProcess Orchestrator { get; private set; } = null!;

    /// <summary>Short waits, no rate limit: a test is about order, not about patience.</summary>
    protected virtual Dictionary<string, string?> Settings { get; } = new()
    {
        ["Reelwright__RateLimit__Enabled"] = "false",
        ["Reelwright__Services__PromptParser__Backoff"] = "00:00:00.100",
        ["Reelwright__Services__ImageGeneration__Backoff"] = "00:00:00.100",
        ["Reelwright__Services__VideoGeneration__Backoff"] = "00:00:00.100",
        ["Reelwright__Services__Composition__Backoff"] = "00:00:00.100",
        ["Reelwright__Services__VideoGeneration__MinPollInterval"] = "00:00:00.050",
        ["Reelwright__Services__VideoGeneration__MaxPollInterval"] = "00:00:00.200",
        ["Reelwright__Engine__PollInterval"] = "00:00:00.200",
        ["Reelwright__Services__VideoGeneration__CapabilitiesLifetime"] = "00:00:00",
        ["Reelwright__Services__PromptParser__CapabilitiesLifetime"] = "00:00:00",
        ["LOG_LEVEL"] = "Warning",
    };

    public async ValueTask InitializeAsync()
    {
        Services = await FakeServices.StartAsync(new FakeSettings(), Cancelled);
        Orchestrator = await ReelwrightProcess.StartOrchestratorAsync(Services, Cancelled, Settings);
    }

    public async ValueTask DisposeAsync()
    {
        await Orchestrator.DisposeAsync();
        await Services.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    protected async Task<Guid> CreateAsync(decimal? maxCostUsd = null) =>
        (await Orchestrator.Api.CreateAsync(Ads.Request() with { MaxCostUsd = maxCostUsd }, Cancelled)).JobId;

    protected Task<JobView> EndOfAsync(Guid job) => Orchestrator.Api.WaitForEndAsync(job, Bound, Cancelled);

    /// <summary>Waits until the fakes have written this down.</summary>
    protected Task InBookAsync(Func<BookEntry, bool> entry) =>
        Eventually.Within(Bound, async () => (await Services.ReadBookAsync(Cancelled)).Entries.Any(entry), Cancelled);

    protected Task ClipInBookAsync(BookEvent what, int scene) => InBookAsync(entry => entry.Event == what && entry.Service == ServiceNames.VideoGeneration && entry.Scene == scene);

    protected async Task KillAndRestartAsync()
    {
        await Orchestrator.KillAsync(Cancelled);
        await Orchestrator.StartAgainAsync(Cancelled);
    }

    /// <summary>I2 and I8: nothing was bought twice, and what the job says it cost is what was charged. I4: events without gaps.</summary>
    protected async Task<Book> ShouldBeHonestAsync(JobView job)
    {
        var book = (await Services.ReadBookAsync(Cancelled)).For(job.JobId.ToString());
        book.BoughtTwice.ShouldBeEmpty();
        job.Cost.Total.ShouldBe(book.Charged);
        var calls = await Orchestrator.Api.CallsAsync(job.JobId, Cancelled);
        calls.SettledUsd.ShouldBe(book.Charged);
        (await EventNumbersAsync(job.JobId)).ShouldBe(Enumerable.Range(1, (await EventNumbersAsync(job.JobId)).Count));
        return book;
    }

    /// <summary>A completed four-scene job bought exactly one plan, one image, four clips and one film.</summary>
    protected async Task ShouldBeCompleteAndBoughtOnceAsync(JobView job)
    {
        job.Status.ShouldBe(JobState.Completed.ToWord(), job.Error?.ToString());
        job.Progress.Percentage.ShouldBe(100);
        var book = await ShouldBeHonestAsync(job);
        book.Bought.Count().ShouldBe(7);
    }

    private async Task<List<int>> EventNumbersAsync(Guid job)
    {
        using var timeout = CancellationTokenSource.CreateLinkedTokenSource(Cancelled);
        timeout.CancelAfter(Bound);
        var stream = await Orchestrator.Api.Http.GetStringAsync(new Uri($"/api/v1/jobs/{job}/events", UriKind.Relative), timeout.Token);
        return [.. stream.Split('\n').Where(line => line.StartsWith("id:", StringComparison.Ordinal)).Select(line => int.Parse(line[3..], System.Globalization.CultureInfo.InvariantCulture))];
    }
}
