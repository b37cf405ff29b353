using Reelwright.Contracts.Ads;
using Reelwright.Contracts.Services;
using Reelwright.Testing;
using Reelwright.Testing.Builders;
using Reelwright.Testing.Crashes;
using Reelwright.Testing.Processes;

namespace Reelwright.Faults.Tests.Services;

/// <summary>
/// Our own video and composition services as real processes that kill themselves in the middle of their work, with real films.
/// </summary>
public sealed class ServiceCrashTests : IAsyncDisposable
{
    private static readonly TimeSpan FilmBound = TimeSpan.FromSeconds(150);
    private static readonly TimeSpan CrashBound = TimeSpan.FromSeconds(60);

    private readonly string data = Directory.CreateTempSubdirectory("reelwright-crash-data-").FullName;
    private readonly int port = FreePort.Take();
    private readonly List<ReelwrightProcess> processes = [];

    /// <summary>What dies: a service that runs alone, or the one process of a laptop.</summary>
    public enum Layout
    {
        Alone,
        AllInOne,
    }

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public static TheoryData<string, int, Layout> Points() => Form.Of<TheoryData<string, int, Layout>>(
        new() { { CrashPoint.MidComposition, 1, Layout.Alone } },
        new()
        {
            { CrashPoint.MidComposition, 1, Layout.Alone },
            { CrashPoint.MidComposition, 1, Layout.AllInOne },
            { CrashPoint.AfterFile, 1, Layout.Alone },

            // All in one: first of the clips, then of the film.
            { CrashPoint.AfterFile, 2, Layout.AllInOne },
            { CrashPoint.AfterFile, 99, Layout.AllInOne },
        });

    [Theory]
    [MemberData(nameof(Points))]
    public async Task A_service_that_dies_within_its_work_does_it_again_after_its_restart_and_bills_it_once(string point, int hit, Layout layout)
    {
        using var crash = new CrashEnvironment(point, hit == 99 ? await ClipsOfAFilmAsync() + 1 : hit);
        var dying = layout == Layout.Alone
            ? await StartAsync(["serve", "--target", "composition"], crash.Variables, "COMPOSITION_LISTEN")
            : await StartAsync(["serve"], crash.Variables);
        var orchestrator = layout == Layout.Alone
            ? await StartAsync(["serve"], new Dictionary<string, string?> { ["COMPOSITION_URL"] = dying.Url.ToString() })
            : dying;

        var job = (await orchestrator.Api.CreateAsync(Request, Cancelled)).JobId;
        await DeathOfAsync(dying, crash);
        await dying.StartAgainAsync(Cancelled, CrashEnvironment.None);

        await ShouldBeAFilmPaidOnceAsync(orchestrator, job);
    }

    [Fact]
    public async Task A_composition_that_dies_while_it_downloads_a_clip_fetches_it_again()
    {
        await using var videos = await ForeignVideos.StartAsync(Cancelled);
        using var crash = new CrashEnvironment(CrashPoint.WhileDownloading, 1);
        var composition = await StartAsync(
            ["serve", "--target", "composition"], new Dictionary<string, string?>(crash.Variables) { ["VIDEO_GEN_URL"] = videos.Url.ToString() }, "COMPOSITION_LISTEN");
        var orchestrator = await StartAsync(
            ["serve"], new Dictionary<string, string?> { ["COMPOSITION_URL"] = composition.Url.ToString(), ["VIDEO_GEN_URL"] = videos.Url.ToString() });

        var job = (await orchestrator.Api.CreateAsync(Request, Cancelled)).JobId;
        await DeathOfAsync(composition, crash);
        videos.HoldsBack = false;
        await composition.StartAgainAsync(Cancelled, CrashEnvironment.None);

        await ShouldBeAFilmPaidOnceAsync(orchestrator, job);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var process in processes)
        {
            await process.DisposeAsync();
            if (TestContext.Current.TestState?.Result == TestResult.Failed)
            {
                TestContext.Current.AddAttachment($"process-{process.Url.Port}.log", string.Join('\n', process.Logs));
                TestContext.Current.TestOutputHelper!.WriteLine($"--- {process.Url}, its last lines ---\n{string.Join('\n', process.Logs.TakeLast(40))}");
            }
        }

        Directory.Delete(data, recursive: true);
    }

    private static GenerateAdRequest Request => Ads.Request() with { Duration = 15, AspectRatio = AspectRatios.Square };

    private static async Task DeathOfAsync(ReelwrightProcess process, CrashEnvironment crash)
    {
        using var bound = CancellationTokenSource.CreateLinkedTokenSource(Cancelled);
        bound.CancelAfter(CrashBound);
        await process.WaitForExitAsync(bound.Token);
        crash.WasReached.ShouldBeTrue($"the process ended with {process.ExitCode}, and not at its crash point");
    }

    private static async Task ShouldBeAFilmPaidOnceAsync(ReelwrightProcess orchestrator, Guid job)
    {
        var view = await orchestrator.Api.WaitForEndAsync(job, FilmBound, Cancelled);
        view.Status.ShouldBe("completed", view.Error?.ToString());
        var calls = (await orchestrator.Api.CallsAsync(job, Cancelled)).Items;
        calls.ShouldAllBe(call => call.Generation == 0 && call.Status == "succeeded");
        view.Cost.Total.ShouldBe(calls.Sum(call => call.CostUsd ?? 0));
        var result = view.Result!.Value;
        var film = await orchestrator.Api.Http.GetByteArrayAsync(result.GetProperty("video_url").GetString(), Cancelled);
        film.AsSpan(4, 4).ToArray().ShouldBe("ftyp"u8.ToArray());
        (film.Length / 1_000_000.0).ShouldBe(result.GetProperty("file_size_mb").GetDouble(), 0.06);
    }

    /// <summary>How many clips the plan of the film has, so that the next file is the film.</summary>
    private static async Task<int> ClipsOfAFilmAsync()
    {
        await using var parser = await ReelwrightProcess.StartAsync(["serve", "--target", ServiceNames.PromptParser], Cancelled, listener: "PROMPT_PARSER_LISTEN");
        using var plan = await parser.Api.Http.PostAsync(
            new Uri("/parse", UriKind.Relative),
            new StringContent($$"""{"prompt":"{{Request.Prompt}}","duration":15,"aspect_ratio":"1:1"}""", System.Text.Encoding.UTF8, "application/json"),
            Cancelled);
        using var json = System.Text.Json.JsonDocument.Parse(await plan.Content.ReadAsStringAsync(Cancelled));
        return json.RootElement.GetProperty("result").GetProperty("scenes").GetArrayLength();
    }

    private async Task<ReelwrightProcess> StartAsync(string[] arguments, IReadOnlyDictionary<string, string?> environment, string listener = "ORCHESTRATOR_LISTEN")
    {
        // One data folder, as on a laptop: the media store is everybody's.
        var all = new Dictionary<string, string?>(environment)
        {
            ["Reelwright__RateLimit__Enabled"] = "false",
            ["Reelwright__Services__Composition__MaxAttempts"] = "10",
            ["Reelwright__Services__VideoGeneration__MaxAttempts"] = "10",
            ["MEDIA_URL"] = $"http://127.0.0.1:{port}/media",
            ["LOG_LEVEL"] = "Information",
        };
        var process = await ReelwrightProcess.StartAsync(arguments, Cancelled, all, data, listener, listener == "ORCHESTRATOR_LISTEN" ? port : null);
        processes.Add(process);
        return process;
    }
}
