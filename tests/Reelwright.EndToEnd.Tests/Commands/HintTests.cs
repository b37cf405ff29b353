using Reelwright.Contracts.Services;
using Reelwright.EndToEnd.Tests.Running;
using Reelwright.Testing.Fakes;

namespace Reelwright.EndToEnd.Tests.Commands;

/// <summary>The command that a failed job's message ends with is run as it is printed, and works.</summary>
public sealed class HintTests : IAsyncLifetime
{
    private const string Prompt = "An ad for a pen that writes under water";

    private readonly TemporaryFolder folder = new();
    private FakeServices services = null!;

    public async ValueTask InitializeAsync() => services = await FakeServices.StartAsync(new FakeSettings(), CancellationToken.None);

    public async ValueTask DisposeAsync()
    {
        await services.DisposeAsync();
        folder.Dispose();
    }

    [Theory]
    [InlineData("--max-cost", "1.60")]
    [InlineData]
    public async Task A_job_whose_limit_was_too_low_goes_on_with_a_higher_one(params string[] limit)
    {
        // Plan, image, four clips and film cost 1.53; a failed clip that was charged is too much.
        await services.ConfigureAsync(
            new FakeSettings().With(new FakeFault { Kind = FaultKind.Fail, Service = ServiceNames.VideoGeneration, Scene = 1, Cost = 0.30m, Retryable = true }),
            CancellationToken.None);

        var failed = await RunAsync(["generate", Prompt, .. limit], ("Reelwright__Ads__MaxCostUsd", "1.60"));
        var hint = failed.Errors.Split('\n')[^1].Trim();
        var retried = await RunAsPrintedAsync(hint);

        failed.ExitCode.ShouldBe(1, failed.Errors);
        failed.Errors.ShouldContain("BUDGET_EXCEEDED");
        hint.ShouldContain("jobs retry --max-cost ");
        retried.ExitCode.ShouldBe(0, retried.Errors);
        (await services.ReadBookAsync(CancellationToken.None)).BoughtTwice.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_payment_in_doubt_is_shown_and_accepted_by_the_option_that_is_named()
    {
        await services.ConfigureAsync(
            FakeSettings.SeedLike.With(new FakeFault { Kind = FaultKind.ResetMidBody, Bills = true, Service = ServiceNames.VideoGeneration, Scene = 2 }), CancellationToken.None);

        var failed = await RunAsync(["generate", Prompt]);
        var hint = failed.Errors.Split('\n')[^1].Trim();
        var id = hint.Split(' ').Single(word => Guid.TryParse(word, out _));
        var shown = await RunAsync(["jobs", "show", id]);
        var refused = await RunAsync(["jobs", "retry", id]);
        var retried = await RunAsPrintedAsync(hint);

        failed.Errors.ShouldContain("PAYMENT_IN_DOUBT");
        failed.Errors.ShouldNotContain("{\"", Case.Sensitive, "a person types options, not JSON");
        hint.ShouldContain("--accept-double-payment");
        shown.Output.ShouldContain("In doubt: $");
        refused.ExitCode.ShouldBe(2);
        refused.Errors.ShouldContain("--accept-double-payment");
        retried.ExitCode.ShouldBe(0, retried.Errors);
    }

    [Fact]
    public async Task An_ad_that_cannot_be_afforded_is_refused_with_the_option_to_raise()
    {
        var refused = await RunAsync(["generate", Prompt, "--max-cost", "0.10"]);

        refused.ExitCode.ShouldBe(2);
        refused.Errors.ShouldContain("Raise --max-cost");
        refused.Errors.ShouldNotContain("max_cost_usd");
    }

    /// <summary>Settings and words as a shell would split them.</summary>
    private Task<CommandResult> RunAsPrintedAsync(string hint)
    {
        var words = hint.Split(' ');
        var program = Array.IndexOf(words, "reelwright");
        var settings = words[..program].Select(setting => setting.Split('=')).Select(pair => (pair[0], pair[1]));
        return RunAsync(words[(program + 1)..], [.. settings]);
    }

    private Task<CommandResult> RunAsync(string[] arguments, params (string Name, string Value)[] settings)
    {
        var environment = new Dictionary<string, string?>(services.Environment) { ["REELWRIGHT_COMMAND"] = "reelwright", ["DATA_DIR"] = folder["kept"] };
        foreach (var (name, value) in settings)
        {
            environment[name] = value;
        }

        return CommandRun.ToEndAsync(folder.Path, environment, arguments);
    }
}
