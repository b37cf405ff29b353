using System.Net;
using Reelwright.Contracts.Services;
using Reelwright.Testing.Api;
using Reelwright.Testing.Fakes;

namespace Reelwright.EndToEnd.Tests.Durability;

/// <summary>Cancelling a job in each state that it can be in.</summary>
public sealed class CancelTests : DurabilityTest
{
    protected override Dictionary<string, string?> Settings => new(base.Settings) { ["Reelwright__Engine__MaxJobsInFlight"] = "1" };

    [Fact]
    public async Task A_queued_job_is_cancelled_at_once_and_buys_nothing()
    {
        await Services.ConfigureAsync(FakeSettings.LongRunning.ForAll(service => service with { DelayMs = 5000 }), Cancelled);
        var busy = await CreateAsync();
        await InBookAsync(entry => entry.Event == BookEvent.Bought && entry.Job == busy.ToString());
        var queued = await CreateAsync();

        await Orchestrator.Api.CancelAsync(queued, Cancelled);

        var view = await Orchestrator.Api.GetAsync(queued, Cancelled);
        view.Status.ShouldBe("cancelled");
        view.CancelledAt.ShouldNotBeNull();
        (await ShouldBeHonestAsync(view)).Entries.ShouldBeEmpty();
    }

    [Fact]
    public async Task Operations_of_a_cancelled_job_are_cancelled_at_the_service_and_their_bill_is_learned()
    {
        await Services.ConfigureAsync(FakeSettings.LongRunning with { VideoGeneration = FakeSettings.LongRunning.VideoGeneration with { DelayMs = 30_000 } }, Cancelled);
        var job = await CreateAsync();
        await ClipInBookAsync(BookEvent.Bought, 3);

        await Orchestrator.Api.CancelAsync(job, Cancelled);

        var view = await EndOfAsync(job);
        view.Status.ShouldBe("cancelled");
        view.Progress.Percentage.ShouldBe(35);
        var book = await ShouldBeHonestAsync(view);
        book.Entries.Count(entry => entry.Event == BookEvent.Refunded && entry.Service == ServiceNames.VideoGeneration).ShouldBe(4);
        view.Cost.Total.ShouldBe(0.25m);
    }

    [Fact]
    public async Task A_request_on_its_way_is_broken_off_and_what_was_bought_is_kept_for_a_retry()
    {
        await Services.ConfigureAsync(new FakeSettings().With(new FakeFault { Kind = FaultKind.Hang, Bills = true, Service = ServiceNames.VideoGeneration, Scene = 3 }), Cancelled);
        var job = await CreateAsync();
        await Orchestrator.Api.WaitForAsync(job, view => view.Progress.Percentage == 72, Bound, Cancelled);

        await Orchestrator.Api.CancelAsync(job, Cancelled);
        (await EndOfAsync(job)).Status.ShouldBe("cancelled");
        await Orchestrator.Api.RetryAsync(job, Cancelled);

        await ShouldBeCompleteAndBoughtOnceAsync(await EndOfAsync(job));
    }

    [Fact]
    public async Task A_job_that_waits_for_a_service_is_cancelled_within_a_second_or_so()
    {
        await Services.ConfigureAsync(
            new FakeSettings().With(new FakeFault { Kind = FaultKind.Status, Status = 429, RetryAfter = "600", Service = ServiceNames.ImageGeneration, To = 99 }), Cancelled);
        var job = await CreateAsync();
        await InBookAsync(entry => entry.Event == BookEvent.Asked && entry.Service == ServiceNames.ImageGeneration);

        await Orchestrator.Api.CancelAsync(job, Cancelled);

        var view = await Orchestrator.Api.WaitForEndAsync(job, TimeSpan.FromSeconds(10), Cancelled);
        view.Status.ShouldBe("cancelled");
        (await Orchestrator.Api.CallsAsync(job, Cancelled)).ReservedUsd.ShouldBe(0m);
    }

    [Fact]
    public async Task A_job_that_has_ended_is_not_cancelled()
    {
        var job = await CreateAsync();
        await EndOfAsync(job);

        var refusal = await Should.ThrowAsync<UnexpectedAnswerException>(() => Orchestrator.Api.CancelAsync(job, Cancelled));

        refusal.Status.ShouldBe(HttpStatusCode.Conflict);
    }
}
