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
    [InlineData("help")]
    [InlineData("help", "generate")]
    [InlineData("--help")]
    [InlineData("generate", "--help")]
    [InlineData("storyboard", "--help")]
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
    [InlineData("storyboard")]
    [InlineData("storyboard", "An ad for a watch", "--max-cost", "2")]
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

    [Theory]
    [InlineData("'zzz' is not a job id. A job id looks like 550e8400-e29b-41d4-a716-446655440000, and its first 4 characters or more will do; ./run.sh jobs list shows yours.\nSee: ./run.sh jobs show --help", "jobs", "show", "zzz")]
    [InlineData("--duration: 'long' is not a whole number.\nSee: ./run.sh generate --help", "generate", "An ad for a watch", "--duration", "long")]
    [InlineData("--max-cost: 'x' is not a number such as 2.50.\nSee: ./run.sh generate --help", "generate", "An ad for a watch", "--max-cost", "x")]
    [InlineData("--max-cost: '2,50' is not a number such as 2.50.\nSee: ./run.sh generate --help", "generate", "An ad for a watch", "--max-cost", "2,50")]
    [InlineData("--limit: '1.5' is not a whole number.\nSee: ./run.sh jobs list --help", "jobs", "list", "--limit", "1.5")]
    public async Task What_was_typed_wrongly_is_told_in_our_words(string expected, params string[] arguments)
    {
        var said = await RunAsRunShAsync(arguments);

        said.ExitCode.ShouldBe(2);
        said.Errors.ShouldBe(expected);
    }

    [Theory]
    [InlineData("--no-voiceover")]
    [InlineData("-v")]
    [InlineData("--colour", "red", "An ad for a fine watch")]
    [InlineData("--durations=30", "--duration", "30")]
    public async Task A_mistyped_option_is_not_taken_for_the_prompt(params string[] arguments)
    {
        var said = await RunAsRunShAsync(["generate", .. arguments]);

        said.ExitCode.ShouldBe(2);
        said.Errors.ShouldStartWith($"'{arguments[0]}' is not an option of ./run.sh generate. Its options are --duration, --aspect, --primary, ");
        said.Errors.ShouldContain($" goes after two: ./run.sh generate -- {arguments[0]}\n");
        said.Errors.ShouldEndWith("See: ./run.sh generate --help");
    }

    [Fact]
    public async Task A_prompt_after_two_hyphens_may_begin_with_one()
    {
        var said = await RunAsync("generate", "--out", "nowhere/ad.mp4", "--", "--no-voiceover is what they say");

        said.Errors.ShouldStartWith("--out: there is no folder ", Case.Sensitive, "the prompt was taken, and the next fault is found");
        said.Errors.ShouldNotContain("is not an option");
    }

    [Theory]
    [InlineData("")]
    [InlineData(" \t")]
    public async Task An_empty_prompt_is_refused_before_anything_starts(string prompt)
    {
        var said = await RunAsRunShAsync("generate", prompt, "--data", "kept");

        (said.ExitCode, said.Errors).ShouldBe((2, "The prompt is empty.\nSee: ./run.sh generate --help"));
        Directory.Exists(folder["kept"]).ShouldBeFalse();
    }

    [Theory]
    [InlineData("  ./run.sh generate 'An ad for shoes that fit ad.mp4'", "generate", "An ad for shoes that fit", "ad.mp4")]
    [InlineData("  ./run.sh generate 'serve coffee with a smile'", "serve", "coffee", "with", "a", "smile")]
    public async Task A_prompt_that_is_mistaken_is_explained_with_the_command_to_type(string command, params string[] arguments)
    {
        var said = await RunAsRunShAsync(arguments);

        said.ExitCode.ShouldBe(2);
        said.Errors.Split('\n').ShouldContain(command);
    }

    [Fact]
    public async Task A_prompt_without_quotes_is_one_prompt()
    {
        var said = await RunAsync("generate", "An", "ad", "for", "shoes", "--data", "kept", "--out", "nowhere/ad.mp4");

        said.Errors.ShouldStartWith("--out: there is no folder ", Case.Sensitive, "the prompt was taken, and the next fault is found");
    }

    [Fact]
    public async Task Help_shows_the_command_as_it_was_typed()
    {
        var said = await RunAsRunShAsync("jobs", "list", "--help");

        said.Output.ShouldContain("  ./run.sh jobs list [options]");
        said.Output.ShouldNotContain("  reelwright ");
    }

    [Fact]
    public async Task A_server_that_does_not_answer_is_told_with_the_cure()
    {
        var port = FreePort.Take();
        var said = await RunAsync("jobs", "list", "--server", $"http://127.0.0.1:{port}");

        said.ExitCode.ShouldBe(3);
        said.Errors.ShouldContain("Start one with: ");
        said.Errors.ShouldEndWith($"/reelwright serve --port {port}");
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

    [Fact]
    public async Task What_a_server_would_refuse_is_told_together_with_a_place_that_can_not_be_written()
    {
        var said = await RunAsync("generate", "An ad for a fine watch", "--data", "kept", "--aspect", "4:3", "--primary", "red", "--max-cost", "-1", "--out", "/nonexist/x.mp4");

        said.ExitCode.ShouldBe(2);
        said.Errors.Split('\n').Select(line => line.Split(' ')[0]).ShouldBe(["--aspect:", "--primary:", "--max-cost:", "--out:"]);
        Directory.Exists(folder["kept"]).ShouldBeFalse();
    }

    private Task<CommandResult> RunAsRunShAsync(params string[] arguments) =>
        CommandRun.ToEndAsync(folder.Path, new Dictionary<string, string?> { ["REELWRIGHT_COMMAND"] = "./run.sh" }, arguments);

    private Task<CommandResult> RunAsync(params string[] arguments) => CommandRun.ToEndAsync(folder.Path, null, arguments);
}
