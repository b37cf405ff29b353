using Reelwright.Contracts.Services;
using Reelwright.Testing.Fakes;

namespace Reelwright.EndToEnd.Tests.Durability;

/// <summary>Services that fail, and what a job makes of it.</summary>
public sealed class FaultTests : DurabilityTest
{
    public static TheoryData<FakeFault> Passing() =>
    [
        new FakeFault { Kind = FaultKind.Status, Status = 500, To = 2 },
        new FakeFault { Kind = FaultKind.Status, Status = 503, Envelope = true, Retryable = true, To = 2 },
        new FakeFault { Kind = FaultKind.Status, Status = 429, RetryAfter = "0", To = 2 },
        new FakeFault { Kind = FaultKind.Reset, To = 2 },
        new FakeFault { Kind = FaultKind.ResetMidBody, Bills = true, To = 2 },
        new FakeFault { Kind = FaultKind.Truncated, Bills = true, To = 2 },
        new FakeFault { Kind = FaultKind.Malformed, Bills = true, To = 2 },
        new FakeFault { Kind = FaultKind.Html, To = 2 },
        new FakeFault { Kind = FaultKind.Empty, Bills = true, To = 2 },
    ];

    [Theory]
    [MemberData(nameof(Passing))]
    public async Task A_passing_fault_of_every_service_is_retried_and_nothing_is_bought_twice(FakeFault fault)
    {
        await Services.ConfigureAsync(new FakeSettings().With(fault), Cancelled);

        await ShouldBeCompleteAndBoughtOnceAsync(await EndOfAsync(await CreateAsync()));
    }

    [Fact]
    public async Task A_clip_that_fails_for_good_fails_the_job_after_its_neighbours_are_kept_and_a_retry_pays_for_it_alone()
    {
        var broken = new FakeFault { Kind = FaultKind.Fail, Service = ServiceNames.VideoGeneration, Scene = 1, Retryable = false, Message = "the model is gone" };
        await Services.ConfigureAsync(new FakeSettings { VideoGeneration = new() { Cost = 0.30m, DelayMs = 200 } }.With(broken), Cancelled);
        var job = await CreateAsync();

        var view = await EndOfAsync(job);

        view.Status.ShouldBe("failed");
        var error = view.Error!.Value;
        error.GetProperty("code").GetString().ShouldBe("VIDEO_GENERATION_FAILED");
        error.GetProperty("failed_stage").GetString().ShouldBe("video_generation");
        error.GetProperty("details").GetProperty("service").GetString().ShouldBe("video-generation");
        error.GetProperty("details").GetProperty("scene").GetInt32().ShouldBe(1);
        error.GetProperty("details").GetProperty("last_error").GetString()!.ShouldContain("the model is gone");
        view.Progress.Percentage.ShouldBe(72);

        await Orchestrator.Api.RetryAsync(job, Cancelled);
        await ShouldBeCompleteAndBoughtOnceAsync(await EndOfAsync(job));
    }

    [Fact]
    public async Task A_call_is_given_up_after_three_attempts_with_the_sentence_of_the_contract()
    {
        await Services.ConfigureAsync(
            new FakeSettings().With(new FakeFault { Kind = FaultKind.Status, Status = 429, RetryAfter = "0", Service = ServiceNames.VideoGeneration, Scene = 2, To = 99 }), Cancelled);

        var view = await EndOfAsync(await CreateAsync());

        view.Error!.Value.GetProperty("message").GetString().ShouldBe("Video generation service failed after 3 attempts");
        view.Error!.Value.GetProperty("details").GetProperty("attempts").GetInt32().ShouldBe(3);
        view.Error!.Value.GetProperty("details").GetProperty("last_error").GetString()!.ShouldContain("429");
        (await Services.ReadBookAsync(Cancelled)).Asked.Count(entry => entry is { Service: ServiceNames.VideoGeneration, Scene: 2 }).ShouldBe(3);
    }

    [Fact]
    public async Task A_failure_that_costs_money_is_counted_and_the_next_attempt_has_the_next_generation()
    {
        await Services.ConfigureAsync(
            new FakeSettings().With(new FakeFault { Kind = FaultKind.Fail, Service = ServiceNames.ImageGeneration, Retryable = true, Cost = 0.07m }), Cancelled);
        var job = await CreateAsync();

        var view = await EndOfAsync(job);

        view.Status.ShouldBe("completed");
        view.Cost.ImageGeneration.ShouldBe(0.27m);
        var images = (await Orchestrator.Api.CallsAsync(job, Cancelled)).Items.Where(call => call.Stage == "image_generation").ToList();
        images.Select(call => (call.Generation, call.Status)).ShouldBe([(0, "failed"), (1, "succeeded")]);
        images[0].IdempotencyKey.ShouldNotBe(images[1].IdempotencyKey);
        await ShouldBeHonestAsync(view);
    }
}
