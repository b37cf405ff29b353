using System.Net;
using Reelwright.Contracts.Services;
using Reelwright.Testing.Api;
using Reelwright.Testing.Fakes;

namespace Reelwright.EndToEnd.Tests.Durability;

/// <summary>Budgets, and services that can't be asked twice.</summary>
public sealed class MoneyTests : DurabilityTest
{
    // A call in doubt waits until no answer to it can come any more.
    protected override Dictionary<string, string?> Settings
    {
        get
        {
            var settings = base.Settings;
            settings["Reelwright__Services__VideoGeneration__Timeout"] = "00:00:10";
            return settings;
        }
    }

    [Fact]
    public async Task A_budget_is_exceeded_before_the_money_is_spent()
    {
        // Plan 0.05 and image 0.20 fit, and one clip of 0.30; the second clip would not.
        var job = await CreateAsync(maxCostUsd: 0.80m);

        var view = await EndOfAsync(job);

        view.Status.ShouldBe("failed");
        view.Error!.Value.GetProperty("code").GetString().ShouldBe("BUDGET_EXCEEDED");
        var book = await ShouldBeHonestAsync(view);
        book.Charged.ShouldBe(0.55m);
        book.Asked.Count(entry => entry.Service == ServiceNames.VideoGeneration).ShouldBe(1);
        (await Orchestrator.Api.CallsAsync(job, Cancelled)).ReservedUsd.ShouldBe(0m);
    }

    [Fact]
    public async Task A_lost_answer_of_a_video_service_that_cannot_be_asked_twice_puts_the_payment_in_doubt()
    {
        await Services.ConfigureAsync(
            FakeSettings.SeedLike.With(new FakeFault { Kind = FaultKind.ResetMidBody, Bills = true, Service = ServiceNames.VideoGeneration, Scene = 2 }), Cancelled);
        var job = await CreateAsync();

        var view = await EndOfAsync(job);

        view.Status.ShouldBe("failed");
        view.Error!.Value.GetProperty("code").GetString().ShouldBe("PAYMENT_IN_DOUBT");
        view.Error!.Value.GetProperty("details").GetProperty("scene").GetInt32().ShouldBe(2);
        view.Progress.Percentage.ShouldBe(72);
        (await Services.ReadBookAsync(Cancelled)).Asked.Count(entry => entry is { Service: ServiceNames.VideoGeneration, Scene: 2 }).ShouldBe(1);

        var refusal = await Should.ThrowAsync<UnexpectedAnswerException>(() => Orchestrator.Api.RetryAsync(job, Cancelled));
        refusal.Status.ShouldBe(HttpStatusCode.Conflict);

        await Orchestrator.Api.RetryAsync(job, Cancelled, acceptDoublePayment: true);
        (await EndOfAsync(job)).Status.ShouldBe("completed");
        var book = await Services.ReadBookAsync(Cancelled);
        book.BoughtTwice.ShouldHaveSingleItem().ShouldContain("2");
    }

    [Fact]
    public async Task A_crash_during_clips_of_such_a_service_puts_them_in_doubt_and_asks_nothing_again()
    {
        await Services.ConfigureAsync(FakeSettings.SeedLike.With(new FakeFault { Kind = FaultKind.Hang, Bills = true, Service = ServiceNames.VideoGeneration, Scene = 0 }), Cancelled);
        var job = await CreateAsync();
        await ClipInBookAsync(BookEvent.Bought, 0);

        await KillAndRestartAsync();

        var view = await EndOfAsync(job);
        view.Error!.Value.GetProperty("code").GetString().ShouldBe("PAYMENT_IN_DOUBT");
        (await Services.ReadBookAsync(Cancelled)).BoughtTwice.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_lost_answer_of_a_cheap_service_that_cannot_be_asked_twice_is_asked_again()
    {
        await Services.ConfigureAsync(FakeSettings.SeedLike.With(new FakeFault { Kind = FaultKind.ResetMidBody, Service = ServiceNames.PromptParser }), Cancelled);

        var view = await EndOfAsync(await CreateAsync());

        view.Status.ShouldBe("completed");
        (await Services.ReadBookAsync(Cancelled)).Asked.Count(entry => entry.Service == ServiceNames.PromptParser).ShouldBe(2);
    }
}
