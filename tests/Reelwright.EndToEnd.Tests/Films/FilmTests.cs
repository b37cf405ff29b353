using System.Text.Json;
using Reelwright.EndToEnd.Tests.Running;
using Reelwright.Testing;
using Reelwright.Testing.Time;

namespace Reelwright.EndToEnd.Tests.Films;

/// <summary>Real planner, real drawing, real ffmpeg, real processes.</summary>
public sealed class FilmTests
{
    private const string Prompt = "A square ad for Meridian, a luxury watch with a sapphire glass and a ten year promise";

    /// <summary>A PNG of one pixel.</summary>
    private static readonly byte[] Logo =
        Convert.FromBase64String("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==");

    private static readonly (string Target, string UrlName)[] Services =
    [
        ("prompt-parser", "PROMPT_PARSER_URL"),
        ("image-generation", "IMAGE_GEN_URL"),
        ("video-generation", "VIDEO_GEN_URL"),
        ("composition", "COMPOSITION_URL"),
    ];

    [Fact]
    public async Task One_command_in_an_empty_folder_leaves_a_film_that_passes_every_check()
    {
        using var folder = new TemporaryFolder();
        Directory.CreateDirectory(folder["made"]);

        var made = await CommandRun.ToEndAsync(
            folder.Path, null, "generate", Prompt, "--duration", "15", "--aspect", "1:1", "--data", "kept", "--out", "made/ad.mp4", "--json");

        made.ExitCode.ShouldBe(0, made.Errors);
        using var report = JsonDocument.Parse(made.Output);
        var job = report.RootElement.GetProperty("job");
        job.GetProperty("status").GetString().ShouldBe("completed");
        job.GetProperty("result").GetProperty("resolution").GetString().ShouldBe("1080x1080");
        var files = report.RootElement.GetProperty("files");
        files.GetProperty("video").GetString().ShouldBe(folder["made/ad.mp4"]);
        new FileInfo(files.GetProperty("thumbnail").GetString()!).Length.ShouldBeGreaterThan(1000);
        (await File.ReadAllTextAsync(files.GetProperty("captions").GetString()!)).ShouldContain("-->");
        var witness = await FilmCheck.PassAsync(folder["made/ad.mp4"], "1080x1080", 15);
        ShouldAgree(job.GetProperty("result").GetProperty("quality"), witness);
        File.Exists(folder["kept/server.json"]).ShouldBeFalse("the server that the command started must have ended with it");
    }

    [Fact]
    public async Task Variants_preview_captions_voice_label_and_a_local_logo_come_by_the_same_command()
    {
        using var folder = new TemporaryFolder();
        await File.WriteAllBytesAsync(folder["logo"], Logo);

        var made = await CommandRun.ToEndAsync(
            folder.Path, null, "generate", Prompt, "--logo", "logo", "--duration", "15", "--aspect", "1:1", "--variants", "16:9", "--preview", "--captions", "--voiceover", "--ai-label",
            "--data", "kept", "--out", "ad.mp4", "--json");

        made.ExitCode.ShouldBe(0, made.Errors);
        using var report = JsonDocument.Parse(made.Output);
        var files = report.RootElement.GetProperty("files");
        var variant = files.GetProperty("variants").EnumerateArray().ShouldHaveSingleItem();
        foreach (var (film, size) in (IEnumerable<(JsonElement, string)>)[(files, "1080x1080"), (variant, "1920x1080")])
        {
            await FilmCheck.PassAsync(film.GetProperty("video").GetString()!, size, 15);
            (await File.ReadAllBytesAsync(film.GetProperty("preview").GetString()!))[..4].ShouldBe("RIFF"u8.ToArray());
            (await File.ReadAllTextAsync(film.GetProperty("captions").GetString()!)).ShouldContain("-->");
        }

        var result = report.RootElement.GetProperty("job").GetProperty("result");
        result.GetProperty("quality").GetProperty("findings").EnumerateArray().ShouldBeEmpty();
        result.GetProperty("quality").GetProperty("texts_apart").GetBoolean().ShouldBeTrue();
        var warnings = report.RootElement.GetProperty("job").GetProperty("warnings").EnumerateArray();
        warnings.Select(warning => warning.GetProperty("code").GetString()).ShouldNotContain("LOGO_LEFT_OUT");
    }

    [Fact]
    public async Task A_film_that_was_interrupted_is_finished_by_a_server_on_other_ports()
    {
        using var folder = new TemporaryFolder();
        await using var first = CommandRun.Start(folder.Path, null, "generate", Prompt, "--duration", "15", "--aspect", "1:1", "--data", "kept");
        await first.SaysAsync("film begun");

        first.Interrupt();
        var stopped = await first.EndAsync();
        var id = System.Text.RegularExpressions.Regex.Match(stopped.Errors, "jobs watch ([0-9a-f-]{36})").Groups[1].Value;
        var resumed = await CommandRun.ToEndAsync(folder.Path, null, "jobs", "watch", id, "--data", "kept", "--out", "ad.mp4");

        stopped.ExitCode.ShouldBe(130, stopped.Errors);
        resumed.ExitCode.ShouldBe(0, resumed.Errors);
        await FilmCheck.PassAsync(folder["ad.mp4"], "1080x1080", 15);
    }

    [Fact]
    public async Task A_film_whose_server_was_killed_while_it_was_drawn_is_finished_and_nothing_half_done_is_left()
    {
        using var folder = new TemporaryFolder();
        await using var first = CommandRun.Start(folder.Path, null, "generate", Prompt, "--duration", "15", "--aspect", "1:1", "--data", "kept");
        await first.SaysAsync("film begun");

        // The encoder has begun: its file grows.
        await Eventually.Within(TimeSpan.FromMinutes(1), () => HalfDone(folder).Any(file => file.Length > 100_000), CancellationToken.None);
        using (var server = JsonDocument.Parse(await File.ReadAllTextAsync(folder["kept/server.json"])))
        {
            System.Diagnostics.Process.GetProcessById(server.RootElement.GetProperty("process_id").GetInt32()).Kill();
        }

        var broken = await first.EndAsync();
        HalfDone(folder).ShouldNotBeEmpty("a killed process can't tidy up");
        var id = System.Text.RegularExpressions.Regex.Match(broken.Errors, "jobs watch ([0-9a-f-]{36})").Groups[1].Value;
        var resumed = await CommandRun.ToEndAsync(folder.Path, null, "jobs", "watch", id, "--data", "kept", "--out", "ad.mp4");

        broken.ExitCode.ShouldBe(3, broken.Errors);
        resumed.ExitCode.ShouldBe(0, resumed.Errors);
        await FilmCheck.PassAsync(folder["ad.mp4"], "1080x1080", 15);
        HalfDone(folder).ShouldBeEmpty();
    }

    [Fact]
    public async Task Five_processes_make_the_same_kind_of_film_as_one()
    {
        using var folder = new TemporaryFolder();
        var ports = FreePort.Take(5);
        var environment = new Dictionary<string, string?> { ["DATA_DIR"] = folder["kept"], ["MEDIA_URL"] = $"http://127.0.0.1:{ports[0]}/media" };
        foreach (var (service, port) in Services.Zip(ports.Skip(1)))
        {
            environment[service.UrlName] = $"http://127.0.0.1:{port}";
        }

        var processes = new List<CommandRun>();
        try
        {
            foreach (var (target, port) in Services.Select(service => service.Target).Prepend("orchestrator").Zip(ports))
            {
                processes.Add(CommandRun.Start(folder.Path, environment, "serve", "--target", target, "--port", $"{port}"));
            }

            using var http = new HttpClient();
            await Eventually.Within(
                TimeSpan.FromMinutes(1),
                async () => (await Task.WhenAll(ports.Select(port => AnswersAsync(http, port)))).All(answers => answers),
                CancellationToken.None);

            var made = await CommandRun.ToEndAsync(
                folder.Path, null, "generate", Prompt, "--duration", "15", "--aspect", "1:1", "--server", $"http://127.0.0.1:{ports[0]}", "--out", "ad.mp4");

            made.ExitCode.ShouldBe(0, made.Errors);
            made.Output.ShouldStartWith(folder["ad.mp4"]);
            await FilmCheck.PassAsync(folder["ad.mp4"], "1080x1080", 15);
            processes.ForEach(process => process.Terminate());
            (await Task.WhenAll(processes.Select(process => process.EndAsync()))).ShouldAllBe(ended => ended.ExitCode == 0);
        }
        finally
        {
            await Task.WhenAll(processes.Select(process => process.DisposeAsync().AsTask()));
        }
    }

    /// <summary>The report that the job's owner gets, beside what the outside judge measured.</summary>
    private static void ShouldAgree(JsonElement quality, JsonElement witness)
    {
        quality.GetProperty("passed").GetBoolean().ShouldBeTrue();
        quality.GetProperty("faststart").GetBoolean().ShouldBe(witness.GetProperty("faststart").GetBoolean());
        (string Name, double Tolerance)[] figures =
        [
            ("duration_error_seconds", 0.002), ("av_drift_seconds", 0.002), ("loudness_lufs", 0.1), ("true_peak_dbtp", 0.1), ("black_frames", 0.5),
            ("longest_freeze_seconds", 0.5), ("bitrate_kbps", 1), ("keyframe_gap_seconds", 0.01),
        ];
        foreach (var (name, tolerance) in figures)
        {
            quality.GetProperty(name).GetDouble().ShouldBe(witness.GetProperty(name).GetDouble(), tolerance, name);
        }
    }

    /// <summary>What a film is made of and must not outlive it.</summary>
    private static List<FileInfo> HalfDone(TemporaryFolder folder) =>
    [
        .. new DirectoryInfo(folder["kept"]).EnumerateFiles("*", new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.None })
            .Where(file => file.Name.EndsWith(".partial", StringComparison.Ordinal) || file.FullName.Contains("/work/", StringComparison.Ordinal)),
    ];

    private static async Task<bool> AnswersAsync(HttpClient http, int port)
    {
        try
        {
            using var response = await http.GetAsync(new Uri($"http://127.0.0.1:{port}/health"));
            return response.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }
}
