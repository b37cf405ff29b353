using System.Text.Json;
using Reelwright.Contracts.Services;
using Reelwright.EndToEnd.Tests.Running;
using Reelwright.Testing.Fakes;
using Reelwright.Testing.Time;

namespace Reelwright.EndToEnd.Tests.Commands;

/// <summary>
/// The command line against services whose behaviour the test chooses; the server is the real one, which the command itself starts.
/// </summary>
public sealed class JobTests : IAsyncLifetime
{
    private const string Prompt = "An ad for a running shoe that weighs less than an apple";
    private static readonly TimeSpan Bound = TimeSpan.FromMinutes(1);

    private readonly TemporaryFolder folder = new();
    private FakeServices services = null!;

    public async ValueTask InitializeAsync() => services = await FakeServices.StartAsync(new FakeSettings(), CancellationToken.None);

    public async ValueTask DisposeAsync()
    {
        await services.DisposeAsync();
        folder.Dispose();
    }

    [Fact]
    public async Task An_interrupted_job_goes_on_where_it_was_and_buys_nothing_twice()
    {
        await SlowDownSceneAsync(2);
        await using var first = Start("generate", Prompt, "--data", "kept");
        await first.SaysAsync("clip 3 of 4 done");

        first.Interrupt();
        var stopped = await first.EndAsync();
        await services.ConfigureAsync(new FakeSettings(), CancellationToken.None);
        var id = IdIn(stopped.Errors);
        var resumed = await RunAsync("jobs", "watch", id, "--data", "kept", "--json");

        stopped.ExitCode.ShouldBe(130, stopped.Errors);
        stopped.Errors.ShouldContain($"reelwright jobs watch {id} --data kept");
        resumed.ExitCode.ShouldBe(0, resumed.Errors);
        var job = JsonDocument.Parse(resumed.Output).RootElement.GetProperty("job");
        job.GetProperty("status").GetString().ShouldBe("completed");
        var files = JsonDocument.Parse(resumed.Output).RootElement.GetProperty("files");
        files.GetProperty("video").GetString().ShouldBe(folder["an-ad-for-a-running-shoe.mp4"]);
        File.Exists(files.GetProperty("video").GetString()).ShouldBeTrue("the server that could have served it is gone");
        var book = await services.ReadBookAsync(CancellationToken.None);
        book.BoughtTwice.ShouldBeEmpty();
        job.GetProperty("cost").GetProperty("total").GetDecimal().ShouldBe(book.Charged);
    }

    [Fact]
    public async Task A_server_that_is_killed_under_the_command_is_told_and_its_job_resumes()
    {
        await SlowDownSceneAsync(2);
        await using var first = Start("generate", Prompt, "--data", "kept");
        await first.SaysAsync("clip 3 of 4 done");

        System.Diagnostics.Process.GetProcessById(ServerProcess()).Kill();
        var broken = await first.EndAsync();
        await services.ConfigureAsync(new FakeSettings(), CancellationToken.None);
        var resumed = await RunAsync("jobs", "watch", IdIn(broken.Errors), "--data", "kept");

        broken.ExitCode.ShouldBe(3);
        broken.Errors.ShouldContain("The server ended unexpectedly");
        resumed.ExitCode.ShouldBe(0, resumed.Errors);
        (await services.ReadBookAsync(CancellationToken.None)).BoughtTwice.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_server_goes_on_for_other_commands_when_the_one_that_started_it_is_gone()
    {
        await SlowDownSceneAsync(2);
        await using var owner = Start("generate", Prompt, "--data", "kept");
        await owner.SaysAsync("clip 3 of 4 done");
        await using var guest = Start("jobs", "watch", IdIn(owner.Errors), "--data", "kept");
        await guest.SaysAsync("clip 3 of 4 done");

        var server = ServerProcess();
        owner.Interrupt();
        var left = await owner.EndAsync();
        var stayed = ServerProcess();
        await services.ConfigureAsync(new FakeSettings(), CancellationToken.None);
        var ended = await guest.EndAsync();

        left.ExitCode.ShouldBe(130);
        left.Errors.ShouldContain("Another command uses the server");
        stayed.ShouldBe(server);
        ended.ExitCode.ShouldBe(0, ended.Errors);
        File.Exists(ended.Output.Split('\n')[0]).ShouldBeTrue(ended.Output);
        await Eventually.Within(Bound, () => !File.Exists(folder["kept/server.json"]), CancellationToken.None);
        (await services.ReadBookAsync(CancellationToken.None)).BoughtTwice.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_command_that_is_killed_takes_its_server_with_it()
    {
        await SlowDownSceneAsync(0);
        await using var command = Start("generate", Prompt, "--data", "kept");
        await command.SaysAsync("clips begun");
        File.Exists(folder["kept/server.json"]).ShouldBeTrue();

        command.Kill();

        await Eventually.Within(Bound, () => !File.Exists(folder["kept/server.json"]), CancellationToken.None);
    }

    [Fact]
    public async Task A_job_that_is_cancelled_from_elsewhere_ends_the_command_that_watches_it()
    {
        await SlowDownSceneAsync(0);
        await using var watching = Start("generate", Prompt, "--data", "kept");
        await watching.SaysAsync("clips begun");

        var asked = await RunAsync("jobs", "cancel", IdIn(watching.Errors), "--data", "kept");
        var ended = await watching.EndAsync();

        asked.ExitCode.ShouldBe(0, asked.Errors);
        ended.ExitCode.ShouldBe(4, ended.Errors);
        ended.Errors.ShouldContain("was cancelled");
    }

    [Fact]
    public async Task A_failed_job_says_why_and_its_retry_pays_only_for_what_is_missing()
    {
        await services.ConfigureAsync(
            new FakeSettings().With(new FakeFault { Kind = FaultKind.Fail, Service = ServiceNames.VideoGeneration, Scene = 1, Message = "too dark" }), CancellationToken.None);
        await using var server = Start("serve", "--port", "0", "--data", "kept");
        await Eventually.Within(Bound, () => File.Exists(folder["kept/server.json"]), CancellationToken.None);

        var failed = await RunAsync("generate", Prompt, "--data", "kept", "--json");
        var id = JsonDocument.Parse(failed.Output).RootElement.GetProperty("job").GetProperty("job_id").GetString()!;
        var shown = await RunAsync("jobs", "show", id, "--data", "kept");
        var retried = await RunAsync("jobs", "retry", id, "--data", "kept");
        var watched = await RunAsync("jobs", "watch", id, "--data", "kept");
        var listed = await RunAsync("jobs", "list", "--data", "kept", "--status", "completed", "--json");

        failed.ExitCode.ShouldBe(1, failed.Errors);
        failed.Errors.ShouldContain("VIDEO_GENERATION_FAILED");
        failed.Errors.ShouldContain($", which works on {folder["kept"]}");
        failed.Errors.ShouldContain("too dark");
        shown.Output.ShouldContain("failed");
        retried.ExitCode.ShouldBe(0, retried.Errors);
        watched.ExitCode.ShouldBe(0, watched.Errors);
        watched.Output.ShouldStartWith("http://", Case.Sensitive, "the server stays, and keeps the film");
        var done = (await RunAsync("jobs", "show", id, "--data", "kept")).Output;
        done.ShouldContain($"Film: {watched.Output.Split('?', '\n')[0]}");
        done.ShouldContain($"reelwright jobs watch {id} --data kept --out ad.mp4");
        done.ShouldMatch(@"prompt_parsing .* succeeded, reused 1x ");
        done.ShouldMatch(@"video_generation +1 +1 +succeeded +1 ");
        var twin = IdIn((await RunAsync("generate", Prompt, "--data", "kept")).Errors);
        (await RunAsync("jobs", "show", twin, "--data", "kept")).Output.ShouldMatch(@"prompt_parsing .* succeeded, from the cache ");
        JsonDocument.Parse(listed.Output).RootElement.GetProperty("items")[0].GetProperty("job_id").GetString().ShouldBe(id);
        (await services.ReadBookAsync(CancellationToken.None)).BoughtTwice.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_warning_is_shown_by_every_command_that_shows_the_job()
    {
        const string Shown = "Warning: The job has cost $";
        var environment = new Dictionary<string, string?>(services.Environment) { ["Reelwright__Engine__BudgetWarningUsd"] = "0.01" };

        var made = await CommandRun.ToEndAsync(folder.Path, environment, "generate", Prompt, "--data", "kept");
        var id = IdIn(made.Errors);
        var watched = await CommandRun.ToEndAsync(folder.Path, environment, "jobs", "watch", id, "--data", "kept", "--json");

        made.ExitCode.ShouldBe(0, made.Errors);
        made.Errors.ShouldContain(Shown);
        watched.ExitCode.ShouldBe(0, watched.Errors);
        watched.Errors.ShouldContain(Shown);
        JsonDocument.Parse(watched.Output).RootElement.GetProperty("job").GetProperty("warnings")[0].GetProperty("code").GetString().ShouldBe("BUDGET_WARNING");
    }

    [Fact]
    public async Task Every_wrong_input_is_named_by_its_option()
    {
        var said = await RunAsync("generate", "short", "--data", "kept", "--duration", "5", "--aspect", "4:3", "--primary", "gold", "--json");

        said.ExitCode.ShouldBe(2);
        said.Errors.ShouldContain("the prompt: ");
        said.Errors.ShouldContain("--duration: ");
        said.Errors.ShouldContain("--aspect: ");
        said.Errors.ShouldContain("--primary: ");
        JsonDocument.Parse(said.Output).RootElement.GetProperty("code").GetString().ShouldBe("INVALID_INPUT");
    }

    private Task SlowDownSceneAsync(int scene) => services.ConfigureAsync(
        new FakeSettings().With(new FakeFault { Kind = FaultKind.Slow, Service = ServiceNames.VideoGeneration, Scene = scene, DelayMs = 60_000, To = int.MaxValue }),
        CancellationToken.None);

    private CommandRun Start(params string[] arguments) => CommandRun.Start(folder.Path, services.Environment, arguments);

    private Task<CommandResult> RunAsync(params string[] arguments) => CommandRun.ToEndAsync(folder.Path, services.Environment, arguments);

    private int ServerProcess() =>
        JsonDocument.Parse(File.ReadAllText(folder["kept/server.json"])).RootElement.GetProperty("process_id").GetInt32();

    private static string IdIn(string text) => System.Text.RegularExpressions.Regex.Match(text, "Job ([0-9a-f-]{36})").Groups[1].Value;
}
