using System.Text.Json;
using Reelwright.EndToEnd.Tests.Running;
using Reelwright.Testing.Postgres;

namespace Reelwright.EndToEnd.Tests.Commands;

public sealed class DoctorTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task A_sound_machine_has_nothing_to_mend()
    {
        var said = await CommandRun.ToEndAsync(folder.Path, null, "doctor", "--json");

        said.ExitCode.ShouldBe(0, said.Output);
        using var findings = JsonDocument.Parse(said.Output);
        var names = findings.RootElement.EnumerateArray().Select(finding => finding.GetProperty("what").GetString()).ToList();
        names.ShouldBe(
            ["ffmpeg", "ffprobe", "espeak-ng", "librsvg", "cairo", "encoders", "filters", "fonts", "drawing", "data folder", "disk space", "ports", "database", "locale"],
            ignoreOrder: true);
        findings.RootElement.EnumerateArray().ShouldAllBe(finding => finding.GetProperty("verdict").GetString() != "failure");
    }

    [Fact]
    public async Task A_machine_without_ffmpeg_is_told_how_to_mend_it()
    {
        var said = await CommandRun.ToEndAsync(folder.Path, new Dictionary<string, string?> { ["PATH"] = folder.Path }, "doctor");

        said.ExitCode.ShouldBe(1);
        said.Output.ShouldContain("fail  ffmpeg");
        said.Output.ShouldContain("apt-get install ffmpeg");
    }

    [Fact]
    public async Task A_data_folder_that_can_not_be_written_is_a_failure()
    {
        await File.WriteAllTextAsync(folder["file"], string.Empty);

        var said = await CommandRun.ToEndAsync(folder.Path, null, "doctor", "--data", "file/data");

        said.ExitCode.ShouldBe(1);
        said.Output.ShouldContain("fail  data folder");
        said.Output.ShouldContain("--data");
    }

    [Theory]
    [InlineData("postgresql://ada:tops3cret@127.0.0.1:1/ads", "127.0.0.1:1 says: ")]
    [InlineData("mysql://ada:tops3cret@127.0.0.1/ads", "DATABASE_URL")]
    public async Task A_database_that_can_not_be_used_is_a_failure_and_its_password_is_not_shown(string url, string words)
    {
        var said = await CommandRun.ToEndAsync(folder.Path, new Dictionary<string, string?> { ["DATABASE_URL"] = url }, "doctor");

        said.ExitCode.ShouldBe(1, said.Output);
        said.Output.ShouldContain("fail  database");
        said.Output.ShouldContain(words);
        said.Output.ShouldNotContain("tops3cret");
    }

    [Fact]
    public async Task A_database_that_answers_is_named_with_its_version()
    {
        await using var server = await PostgresServer.StartAsync(isDurable: false, CancellationToken.None);

        var said = await CommandRun.ToEndAsync(folder.Path, new Dictionary<string, string?> { ["DATABASE_URL"] = server.UrlOf("postgres") }, "doctor");

        said.ExitCode.ShouldBe(0, said.Output);
        said.Output.ShouldMatch(@"ok +database +PostgreSQL \d+(\.\d+)+ at 127\.0\.0\.1:\d+/postgres answers");
    }
}
