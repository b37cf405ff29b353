using System.Text.Json;
using System.Text.RegularExpressions;
using Reelwright.Contracts.Services;
using Reelwright.EndToEnd.Tests.Running;
using Reelwright.Testing.Fakes;

namespace Reelwright.EndToEnd.Tests.Commands;

/// <summary>Many commands on one data folder, at the same time and one after the other, without a server that stays.</summary>
public sealed partial class SharedFolderTests : IAsyncLifetime
{
    private const string Prompt = "An ad for a bicycle that folds into a backpack";

    private readonly TemporaryFolder folder = new();
    private FakeServices services = null!;

    public async ValueTask InitializeAsync() => services = await FakeServices.StartAsync(new FakeSettings(), CancellationToken.None);

    public async ValueTask DisposeAsync()
    {
        await services.DisposeAsync();
        folder.Dispose();
    }

    [Fact]
    public async Task Ten_ads_made_at_once_are_all_made_and_nothing_is_bought_twice()
    {
        var made = await Task.WhenAll(Enumerable.Range(0, 10).Select(number => RunAsync("generate", $"{Prompt}, number {number}", "--out", $"{number}.mp4")));

        made.ShouldAllBe(one => one.ExitCode == 0, string.Join("\n---\n", made.Select(one => one.Errors)));
        Enumerable.Range(0, 10).ShouldAllBe(number => File.Exists(folder[$"{number}.mp4"]));
        made.Count(one => one.Errors.Contains("starting one", StringComparison.Ordinal)).ShouldBeGreaterThan(0);
        (await services.ReadBookAsync(CancellationToken.None)).BoughtTwice.ShouldBeEmpty();
        var listed = await RunAsync("jobs", "list", "--json", "--status", "completed");
        JsonDocument.Parse(listed.Output).RootElement.GetProperty("items").GetArrayLength().ShouldBe(10);
    }

    [Fact]
    public async Task A_first_command_that_is_killed_leaves_the_others_their_server()
    {
        await SlowDownAsync();
        await using var first = Start("generate", Prompt);
        await first.SaysAsync("clips begun");
        await using var second = Start("generate", $"{Prompt}, again");
        await second.SaysAsync("clips begun");

        first.Kill();
        await services.ConfigureAsync(new FakeSettings(), CancellationToken.None);
        var ended = await second.EndAsync();

        ended.ExitCode.ShouldBe(0, ended.Errors);
        ended.Errors.ShouldNotContain("is gone");
        (await services.ReadBookAsync(CancellationToken.None)).BoughtTwice.ShouldBeEmpty();
    }

    [Fact]
    public async Task Jobs_are_listed_shown_cancelled_and_retried_while_no_server_runs()
    {
        await SlowDownAsync();
        await using var first = Start("generate", Prompt);
        await first.SaysAsync("clips begun");
        first.Interrupt();
        var id = IdIn((await first.EndAsync()).Errors);
        await services.ConfigureAsync(new FakeSettings(), CancellationToken.None);

        var listed = await RunAsync("jobs", "list");
        var shown = await RunAsync("jobs", "show", id[..13]);
        var cancelled = await RunAsync("jobs", "cancel", id[..13]);
        var retried = await RunAsync("jobs", "retry", id);

        listed.Output.ShouldContain($"{id[..13]} ");
        listed.Output.ShouldContain("processing", Case.Sensitive, "to look at a job does not resume it");
        shown.ExitCode.ShouldBe(0, shown.Errors);
        shown.Output.ShouldContain($"jobs watch {id} --data kept");
        cancelled.ExitCode.ShouldBe(0, cancelled.Errors);
        cancelled.Errors.ShouldContain($"Going on with job {id}, interrupted at ");
        retried.ExitCode.ShouldBe(0, retried.Errors);
        File.Exists(retried.Output.Split('\n')[0]).ShouldBeTrue(retried.Output);
        (await services.ReadBookAsync(CancellationToken.None)).BoughtTwice.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_command_says_that_it_goes_on_with_the_job_that_another_left()
    {
        await SlowDownAsync();
        await using var first = Start("generate", Prompt);
        await first.SaysAsync("clips begun");
        first.Interrupt();
        var id = IdIn((await first.EndAsync()).Errors);
        await services.ConfigureAsync(new FakeSettings(), CancellationToken.None);

        var second = await RunAsync("generate", $"{Prompt}, again");

        second.ExitCode.ShouldBe(0, second.Errors);
        second.Errors.ShouldContain($"Going on with job {id}, interrupted at ");
    }

    [Fact]
    public async Task A_command_that_ends_before_the_job_it_went_on_with_says_so()
    {
        await SlowDownAsync();
        await using var first = Start("generate", Prompt);
        await first.SaysAsync("clips begun");
        first.Interrupt();
        var id = IdIn((await first.EndAsync()).Errors);
        await services.ConfigureAsync(
            new FakeSettings().With(
                new FakeFault { Kind = FaultKind.Slow, Service = ServiceNames.VideoGeneration, Job = id, Scene = 0, DelayMs = 60_000, To = int.MaxValue }),
            CancellationToken.None);

        var second = await RunAsync("generate", $"{Prompt}, again");

        second.ExitCode.ShouldBe(0, second.Errors);
        second.Errors.ShouldContain($"Not finished yet: job {id}. Go on with: ");
        second.Errors.ShouldContain($"jobs watch {id} --data kept");
    }

    [Fact]
    public async Task A_beginning_that_many_ids_share_is_answered_with_the_ids()
    {
        var ids = new List<string>();
        for (var number = 0; number < 2; number++)
        {
            ids.Add(IdIn((await RunAsync("generate", $"{Prompt}, number {number}")).Errors));
        }

        var said = await RunAsync("jobs", "show", ids[0][..4]);

        said.ExitCode.ShouldBe(2);
        ids.ShouldAllBe(id => said.Errors.Contains(id, StringComparison.Ordinal), said.Errors);
    }

    private Task SlowDownAsync() => services.ConfigureAsync(
        new FakeSettings().With(new FakeFault { Kind = FaultKind.Slow, Service = ServiceNames.VideoGeneration, Scene = 0, DelayMs = 60_000, To = int.MaxValue }),
        CancellationToken.None);

    private CommandRun Start(params string[] arguments) => CommandRun.Start(folder.Path, services.Environment, [.. arguments, "--data", "kept"]);

    private async Task<CommandResult> RunAsync(params string[] arguments)
    {
        await using var run = Start(arguments);
        return await run.EndAsync();
    }

    private static string IdIn(string text) => JobId().Match(text).Groups[1].Value;

    [GeneratedRegex("Job ([0-9a-f-]{36})")]
    private static partial Regex JobId();
}
