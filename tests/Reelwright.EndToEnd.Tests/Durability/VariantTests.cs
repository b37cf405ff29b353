using Reelwright.Contracts.Services;
using Reelwright.Testing.Builders;
using Reelwright.Testing.Fakes;

namespace Reelwright.EndToEnd.Tests.Durability;

/// <summary>An ad in three aspect ratios is three compositions, each bought once.</summary>
public sealed class VariantTests : DurabilityTest
{
    private const int Square = 1;

    [Fact]
    public async Task A_variant_that_fails_fails_the_job_and_its_retry_buys_that_variant_alone()
    {
        await Services.ConfigureAsync(
            new FakeSettings().With(new FakeFault { Kind = FaultKind.Fail, Service = ServiceNames.Composition, Scene = Square, To = 99, Retryable = false, Message = "too narrow" }), Cancelled);
        var job = await CreateThreeAsync();

        var failed = await EndOfAsync(job);

        failed.Status.ShouldBe("failed");
        failed.Result.ShouldBeNull("a film whose variants are missing is not what was ordered");
        var error = failed.Error!.Value;
        error.GetProperty("code").GetString().ShouldBe("COMPOSITION_FAILED");
        error.GetProperty("details").GetProperty("last_error").GetString()!.ShouldContain("too narrow");

        await Services.ConfigureAsync(new FakeSettings(), Cancelled);
        await Orchestrator.Api.RetryAsync(job, Cancelled);

        var completed = await EndOfAsync(job);
        completed.Status.ShouldBe("completed");
        completed.Result!.Value.GetProperty("variants").EnumerateArray().Select(variant => variant.GetProperty("aspect_ratio").GetString()).ShouldBe(["1:1", "16:9"]);
        var book = await ShouldBeHonestAsync(completed);
        book.Bought.Where(entry => entry.Service == ServiceNames.Composition).Select(entry => entry.Scene).Order().ShouldBe([0, 1, 2]);
    }

    [Fact]
    public async Task A_crash_while_a_variant_is_composed_buys_none_of_them_again()
    {
        await Services.ConfigureAsync(new FakeSettings().With(new FakeFault { Kind = FaultKind.Slow, DelayMs = 3000, Service = ServiceNames.Composition, Scene = Square }), Cancelled);
        var job = await CreateThreeAsync();
        await InBookAsync(entry => entry is { Event: BookEvent.Bought, Service: ServiceNames.Composition, Scene: 0 });
        await InBookAsync(entry => entry is { Event: BookEvent.Asked, Service: ServiceNames.Composition, Scene: Square });

        await KillAndRestartAsync();

        var view = await EndOfAsync(job);
        view.Status.ShouldBe("completed");
        var book = await ShouldBeHonestAsync(view);
        book.Bought.Count(entry => entry.Service == ServiceNames.Composition).ShouldBe(3);
    }

    private async Task<Guid> CreateThreeAsync() => (await Orchestrator.Api.CreateAsync(Ads.Request() with { Variants = ["1:1", "16:9"] }, Cancelled)).JobId;
}
