using Reelwright.Contracts.Services;
using Reelwright.Testing.Fakes;
using Reelwright.Testing.Time;

namespace Reelwright.EndToEnd.Tests.Durability;

/// <summary>kill -9 at the moments that matter, and a restart.</summary>
public sealed class CrashTests : DurabilityTest
{
    [Theory]
    [InlineData(ServiceNames.PromptParser, 0)]
    [InlineData(ServiceNames.ImageGeneration, 0)]
    [InlineData(ServiceNames.VideoGeneration, 2)]
    [InlineData(ServiceNames.Composition, 0)]
    public async Task A_call_whose_intent_was_written_but_which_the_service_never_took_is_made_after_a_restart(string service, int scene)
    {
        await Services.ConfigureAsync(new FakeSettings().With(new FakeFault { Kind = FaultKind.Hang, Service = service, Scene = scene }), Cancelled);
        var job = await CreateAsync();
        await InBookAsync(entry => entry.Event == BookEvent.Asked && entry.Service == service && entry.Scene == scene);

        await KillAndRestartAsync();

        await ShouldBeCompleteAndBoughtOnceAsync(await EndOfAsync(job));
    }

    [Theory]
    [InlineData(ServiceNames.PromptParser, 0)]
    [InlineData(ServiceNames.ImageGeneration, 0)]
    [InlineData(ServiceNames.VideoGeneration, 1)]
    [InlineData(ServiceNames.Composition, 0)]
    public async Task A_call_that_the_service_took_and_billed_before_its_answer_was_written_down_is_asked_again_and_not_bought_again(string service, int scene)
    {
        await Services.ConfigureAsync(new FakeSettings().With(new FakeFault { Kind = FaultKind.Hang, Bills = true, Service = service, Scene = scene }), Cancelled);
        var job = await CreateAsync();
        await InBookAsync(entry => entry.Event == BookEvent.Bought && entry.Service == service && entry.Scene == scene);

        await KillAndRestartAsync();

        await ShouldBeCompleteAndBoughtOnceAsync(await EndOfAsync(job));
        var book = await Services.ReadBookAsync(Cancelled);
        book.Entries.ShouldContain(entry => entry.Event == BookEvent.Replayed && entry.Service == service && entry.Scene == scene);
    }

    [Fact]
    public async Task A_crash_between_two_clips_keeps_the_first_and_buys_only_the_others()
    {
        // The first clip answers at once, the second hangs: the kill falls between them.
        await Services.ConfigureAsync(
            new FakeSettings().With(
                new FakeFault { Kind = FaultKind.Hang, Service = ServiceNames.VideoGeneration, Scene = 1 },
                new FakeFault { Kind = FaultKind.Hang, Service = ServiceNames.VideoGeneration, Scene = 2 },
                new FakeFault { Kind = FaultKind.Hang, Service = ServiceNames.VideoGeneration, Scene = 3 }),
            Cancelled);
        var job = await CreateAsync();
        await Orchestrator.Api.WaitForAsync(job, view => view.Progress.Percentage == 47, Bound, Cancelled);

        await KillAndRestartAsync();

        await ShouldBeCompleteAndBoughtOnceAsync(await EndOfAsync(job));
        var asked = (await Services.ReadBookAsync(Cancelled)).Asked.Where(entry => entry.Service == ServiceNames.VideoGeneration && entry.Scene == 0);
        asked.Count().ShouldBe(1);
    }

    [Fact]
    public async Task An_accepted_operation_is_polled_after_a_crash_and_not_submitted_again()
    {
        await Services.ConfigureAsync(FakeSettings.LongRunning.ForAll(service => service with { DelayMs = 1500 }), Cancelled);
        var job = await CreateAsync();
        await Orchestrator.Api.WaitForAsync(
            job, view => view.Progress.CurrentStage == "video_generation", Bound, Cancelled);
        await Eventually.Within(
            Bound, async () => (await Orchestrator.Api.CallsAsync(job, Cancelled)).Items.Count(call => call.Status == "accepted") == 4, Cancelled);

        await KillAndRestartAsync();

        await ShouldBeCompleteAndBoughtOnceAsync(await EndOfAsync(job));
        var asked = (await Services.ReadBookAsync(Cancelled)).Asked.Where(entry => entry.Service == ServiceNames.VideoGeneration);
        asked.Count().ShouldBe(4);
    }

    [Fact]
    public async Task Two_hundred_jobs_survive_kill_after_kill()
    {
        await Services.ConfigureAsync(new FakeSettings().ForAll(service => service with { DelayMs = 100 }), Cancelled);
        var jobs = new List<Guid>();
        for (var i = 0; i < 200; i++)
        {
            jobs.Add(await CreateAsync());
        }

        for (var kill = 0; kill < 4; kill++)
        {
            var before = (await Services.ReadBookAsync(Cancelled)).Bought.Count();
            await Eventually.Within(Bound, async () => (await Services.ReadBookAsync(Cancelled)).Bought.Count() >= Math.Min(before + 150, 1400), Cancelled);
            await KillAndRestartAsync();
        }

        foreach (var job in jobs)
        {
            (await EndOfAsync(job)).Status.ShouldBe("completed");
        }

        var book = await Services.ReadBookAsync(Cancelled);
        book.BoughtTwice.ShouldBeEmpty();
        book.Bought.Count().ShouldBe(200 * 7);
    }

    [Fact]
    public async Task A_shutdown_hands_a_running_job_over_without_counting_an_attempt()
    {
        await Services.ConfigureAsync(FakeSettings.LongRunning.ForAll(service => service with { DelayMs = 800 }), Cancelled);
        var job = await CreateAsync();
        await ClipInBookAsync(BookEvent.Bought, 0);

        (await Orchestrator.TerminateAsync(Cancelled)).ShouldBe(0);
        await Orchestrator.StartAgainAsync(Cancelled);

        await ShouldBeCompleteAndBoughtOnceAsync(await EndOfAsync(job));
        (await Orchestrator.Api.CallsAsync(job, Cancelled)).Items.ShouldAllBe(call => call.Attempts <= 2);
    }
}
