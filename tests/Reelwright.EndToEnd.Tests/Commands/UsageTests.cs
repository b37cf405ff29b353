using Reelwright.EndToEnd.Tests.Running;
using Reelwright.Testing;

namespace Reelwright.EndToEnd.Tests.Commands;

public sealed class UsageTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Version_is_a_number_alone()
    {
        var said = await RunAsync("--version");

        said.ExitCode.ShouldBe(0);
        said.Output.Trim().ShouldMatch(@"^\d+\.\d+\.\d+$");
    }

    [Theory]
    [InlineData("--help")]
    [InlineData("generate", "--help")]
    [InlineData("jobs", "retry", "--help")]
    public async Task Help_explains_the_exit_codes(params string[] arguments)
    {
        var said = await RunAsync(arguments);

        said.ExitCode.ShouldBe(0);
        said.Output.ShouldContain("130  interrupted");
    }

    [Theory]
    [InlineData("generate")]
    [InlineData("generate", "An ad for a watch", "--duration", "long")]
    [InlineData("generate", "An ad for a watch", "--colour", "red")]
    [InlineData("jobs", "show", "not-an-id")]
    [InlineData("serve", "--target", "everything")]
    [InlineData("serve", "--port", "99999")]
    [InlineData("serve", "--urls", "https://127.0.0.1:1")]
    [InlineData("nonsense")]
    public async Task Wrong_usage_is_refused_with_a_sentence(params string[] arguments)
    {
        var said = await RunAsync(arguments);

        said.ExitCode.ShouldBe(2, said.Errors);
        said.Errors.ShouldNotBeEmpty();
        said.Errors.ShouldNotContain("   at ", Case.Sensitive, "no stack trace is for a person");
    }

    [Fact]
    public async Task A_server_that_does_not_answer_is_told_with_the_cure()
    {
        var said = await RunAsync("jobs", "list", "--server", $"http://127.0.0.1:{FreePort.Take()}");

        said.ExitCode.ShouldBe(3);
        said.Errors.ShouldContain("Start one with: reelwright serve");
    }

    [Fact]
    public async Task A_place_that_can_not_be_written_is_told_before_anything_starts()
    {
        await File.WriteAllTextAsync(folder["file"], string.Empty);

        var said = await RunAsync("generate", "An ad for a fine watch", "--data", "kept", "--out", "file/ad.mp4");

        said.ExitCode.ShouldBe(2);
        said.Errors.ShouldStartWith("--out: ");
        Directory.Exists(folder["kept"]).ShouldBeFalse();
    }

    private Task<CommandResult> RunAsync(params string[] arguments) => CommandRun.ToEndAsync(folder.Path, null, arguments);
}
