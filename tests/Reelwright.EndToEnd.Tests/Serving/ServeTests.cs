using System.Net;
using System.Net.Sockets;
using Reelwright.EndToEnd.Tests.Running;
using Reelwright.Testing;
using Reelwright.Testing.Time;

namespace Reelwright.EndToEnd.Tests.Serving;

public sealed class ServeTests : IDisposable
{
    private static readonly TimeSpan Bound = TimeSpan.FromMinutes(1);
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task A_server_stops_cleanly_when_it_is_told_to()
    {
        await using var server = Start("serve", "--port", "0", "--data", "kept");
        await Eventually.Within(Bound, () => File.Exists(folder["kept/server.json"]), CancellationToken.None);

        server.Terminate();

        (await server.EndAsync()).ExitCode.ShouldBe(0);
        File.Exists(folder["kept/server.json"]).ShouldBeFalse();
    }

    [Fact]
    public async Task A_port_that_is_taken_is_told_in_one_sentence_with_the_cure()
    {
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();
        var port = ((IPEndPoint)other.LocalEndpoint).Port;

        var said = await RunAsync("serve", "--target", "orchestrator", "--port", $"{port}", "--data", "kept");

        said.ExitCode.ShouldBe(1);
        said.Errors.ShouldStartWith($"orchestrator can not listen on http://127.0.0.1:{port}: another program has that port. ");
        said.Errors.ShouldEndWith("reelwright serve --port 9000");
    }

    [Fact]
    public async Task A_second_server_on_the_same_data_is_refused()
    {
        await using var server = Start("serve", "--target", "orchestrator", "--port", "0", "--data", "kept");
        await Eventually.Within(Bound, () => File.Exists(folder["kept/server.json"]), CancellationToken.None);

        var said = await RunAsync("serve", "--target", "orchestrator", "--port", "0", "--data", "kept");

        said.ExitCode.ShouldBe(1);
        said.Errors.ShouldContain("in use by another Reelwright process");
    }

    [Theory]
    [InlineData("orchestrator", "--insecure")]
    [InlineData("prompt-parser", "SERVICE_TOKEN")]
    public async Task Nothing_listens_beyond_this_machine_by_accident(string target, string cure)
    {
        var said = await RunAsync("serve", "--target", target, "--host", "0.0.0.0", "--port", $"{FreePort.Take()}", "--data", "kept");

        said.ExitCode.ShouldBe(2);
        said.Errors.ShouldContain(cure);
    }

    private CommandRun Start(params string[] arguments) => CommandRun.Start(folder.Path, null, arguments);

    private Task<CommandResult> RunAsync(params string[] arguments) => CommandRun.ToEndAsync(folder.Path, null, arguments);
}
