using System.Text.Json;
using Reelwright.EndToEnd.Tests.Running;

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
}
