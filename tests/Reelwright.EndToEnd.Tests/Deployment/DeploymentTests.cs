using System.Runtime.CompilerServices;
using Reelwright.Testing.Processes;
using Reelwright.Testing.Time;

namespace Reelwright.EndToEnd.Tests.Deployment;

public sealed class DeploymentTests
{
    private const int NoEngine = 77;

    [Fact]
    public async Task Image_and_compose_file_make_an_ad_where_there_is_a_docker_engine()
    {
        await using var check = ChildProcess.StartProgram("/bin/bash", [Script()], []);

        await Eventually.Within(TimeSpan.FromMinutes(30), () => check.HasExited, CancellationToken.None);

        Assert.SkipWhen(check.ExitCode == NoEngine, "No Docker engine answers here.");
        check.ExitCode.ShouldBe(0, string.Join('\n', check.Output));
    }

    private static string Script([CallerFilePath] string here = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "../../../eng/check-deployment.sh"));
}
