using System.Diagnostics;
using System.Runtime.CompilerServices;
using Reelwright.EndToEnd.Tests.Running;

namespace Reelwright.EndToEnd.Tests.Commands;

/// <summary>
/// Which command <c>run.sh</c> makes of its arguments. The set-up around it is replaced, and the program by one that says what it was
/// given.
/// </summary>
public sealed class RunScriptTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public RunScriptTests()
    {
        Directory.CreateDirectory(folder["eng"]);
        File.Copy(Script(), folder["run.sh"]);
        File.WriteAllText(folder["eng/system.sh"], "ensure_packages() { :; }\n");
        File.WriteAllText(folder["eng/dotnet.sh"], "find_dotnet() { :; }\n");
        File.WriteAllText(folder["eng/app.sh"], "load_env_file() { :; }\npublish_app() { app=$root/app && chmod +x \"$app\"; }\n");
        File.WriteAllText(folder["app"], "#!/bin/sh\nprintf '<%s>' \"$@\"\n");
    }

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("<serve>")]
    [InlineData("<generate><>", "")]
    [InlineData("<generate><><--out><ad.mp4>", "", "--out", "ad.mp4")]
    [InlineData("<generate><An ad for a watch><--out><ad.mp4>", "An ad for a watch", "--out", "ad.mp4")]
    [InlineData("<generate><--no-voiceover>", "--no-voiceover")]
    [InlineData("<generate><--aspect><1:1><An ad for a watch>", "--aspect", "1:1", "An ad for a watch")]
    [InlineData("<help>", "help")]
    [InlineData("<help><jobs>", "help", "jobs")]
    [InlineData("<--help>", "--help")]
    [InlineData("<jobs><list>", "jobs", "list")]
    [InlineData("<doctor>", "doctor")]
    [InlineData("<storyboard><An ad for a watch>", "storyboard", "An ad for a watch")]
    public async Task Arguments_become_a_command(string command, params string[] arguments)
    {
        using var script = Process.Start(new ProcessStartInfo("bash", [folder["run.sh"], .. arguments]) { RedirectStandardOutput = true })!;

        var said = await script.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await script.WaitForExitAsync(TestContext.Current.CancellationToken);

        said.ShouldBe(command);
    }

    private static string Script([CallerFilePath] string here = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "../../../run.sh"));
}
